"""Codes HG1xx: finding files and reading them: names, encodings, entries; `formats.py` has the syntaxes."""

from hubgen.diagnostics.catalog.formats import FORMATS
from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

READING = (
    Rule(
        "HG101",
        "unreadable-file",
        ERROR,
        "A file can't be read",
        "What it says would be missing from the site without anybody noticing.",
        "Look whether the file is still there, is spelled like this, and may be read by you.",
    ),
    Rule(
        "HG102",
        "link-in-hub",
        ERROR,
        "A link instead of a file",
        "A link can lead to a file outside the hub, and building a contribution would publish it.",
        "Put a copy of the file in its place. The folders content, static and themes themselves may be links"
        " within the hub.",
    ),
    Rule(
        "HG103",
        "path-outside-hub",
        ERROR,
        "A path that leaves the hub",
        "Only what lies in the hub's folder may become part of its site.",
        "Move the file into the hub and name it relative to the entry, or from the hub's top with a leading /.",
    ),
    Rule(
        "HG104",
        "not-a-file",
        ERROR,
        "Not an ordinary file",
        "A device or a pipe has no content that a site could be made from, and reading it may never end.",
        "Put an ordinary file in its place.",
    ),
    Rule(
        "HG105",
        "file-too-large",
        ERROR,
        "A file over the size limit",
        "A text of this size is nearly always a pasted picture or an export, and would make every build slow.",
        "Move pictures and downloads into files of their own; split very long lists.",
    ),
    Rule(
        "HG106",
        "bad-file-name",
        ERROR,
        "A file name that not every computer can hold",
        "Others couldn't check out the hub, and invisible characters make two names look like one.",
        "Rename the file: letters, digits and hyphens.",
    ),
    Rule(
        "HG107",
        "folders-too-deep",
        ERROR,
        "Folders inside folders inside folders",
        "What lies so deep isn't looked at.",
        "Move the files further up.",
    ),
)

CHARACTERS = (
    Rule(
        "HG111",
        "wrong-encoding",
        ERROR,
        "A file that isn't UTF-8",
        "Names would be published with wrong letters: S\u00e3o Paulo becomes S\ufffdo Paulo.",
        "Open the file in an editor and save it with the encoding UTF-8.",
    ),
    Rule(
        "HG112",
        "utf-16",
        ERROR,
        "A file saved as UTF-16",
        "Programs that expect UTF-8, as everything on the web does, see every second letter as nothing.",
        "Save the file with the encoding UTF-8; in Windows' Notepad it is the box beside the Save button.",
    ),
    Rule(
        "HG113",
        "control-character",
        ERROR,
        "A control character in a text",
        "It can't be seen, breaks feeds and calendars, and can mislead terminals.",
        "Delete the character at the place named; it often comes with text pasted from a PDF.",
    ),
    Rule(
        "HG114",
        "hidden-direction",
        ERROR,
        "A character that turns the direction of text",
        "With it a text can read differently from what it is: a link to one place that looks like another.",
        "Delete it. Arabic and Hebrew need none: hubgen marks the direction of each text by itself.",
    ),
    Rule(
        "HG115",
        "noncharacter",
        ERROR,
        "A code that stands for no character",
        "Unicode keeps these codes free for programs; on a page they are broken.",
        "Delete it, or type the character that was meant.",
    ),
    Rule(
        "HG116",
        "odd-line-break",
        WARNING,
        "An invisible line break from another program",
        "Some programs see a new line there and others don't; hubgen reads it as a space.",
        "Delete the character and press Enter or the space bar instead.",
    ),
    Rule(
        "HG117",
        "not-text",
        ERROR,
        "A file that isn't text",
        "Its name says that it is an entry, but its content is that of a picture, an archive or a program.",
        "Give the file its right name, or put the text there that was meant.",
    ),
)

ENTRIES = (
    Rule(
        "HG132",
        "unclosed-front-matter",
        ERROR,
        "Front matter without an end",
        "The file begins with three hyphens, and where the fields end and the text begins nobody can tell.",
        "Put a line with three hyphens after the last field.",
    ),
    Rule(
        "HG133",
        "no-title",
        ERROR,
        "A Markdown file without fields and without a heading",
        "Nobody can tell what to call the entry.",
        "Begin the file with a heading (`# Title`), or with its fields between two lines of three hyphens.",
    ),
    Rule(
        "HG134",
        "body-twice",
        ERROR,
        "The text of an entry given twice",
        "The text under the front matter and the field of that name are one and the same; only one can be shown.",
        "Keep one of them.",
    ),
    Rule(
        "HG135",
        "unused-body",
        WARNING,
        "Text that has no place in this collection",
        "The collection has no field for a longer text, so what stands under the front matter isn't shown.",
        "Move it into one of the fields, or give the collection a field with `body: true` in site.yaml.",
    ),
    Rule(
        "HG136",
        "empty-file",
        ERROR,
        "An empty file",
        "There is nothing to publish; it may be what an interrupted save left behind.",
        "Fill it in or delete it.",
    ),
    Rule(
        "HG138",
        "misplaced-entry",
        ERROR,
        "Something else where an entry was expected",
        "The file holds a whole collection; each of its items has to be an entry with its fields.",
        "Begin each entry with a hyphen and put its fields under it, one below the other.",
    ),
    Rule(
        "HG139",
        "too-many-entries",
        ERROR,
        "More entries in a file than are read",
        "A file like this can't be looked after by people, and makes every build slow.",
        "Split it into files of one entry each.",
    ),
    Rule(
        "HG140",
        "entry-without-slug",
        ERROR,
        "An entry that can't be given an address",
        "Each entry has a page, and its address is made from its slug or its title.",
        "Give the entry a key `slug` with lower-case letters, digits and hyphens.",
    ),
    Rule(
        "HG141",
        "slug-twice-in-file",
        ERROR,
        "Two entries of one file with one slug",
        "Both would have the same address, and only one of them a page.",
        "Give one of them another slug, or remove it if it is the same entry twice.",
    ),
)

NAMES = (
    Rule(
        "HG150",
        "no-content",
        WARNING,
        "A hub without content",
        "The site will have a home page and nothing else.",
        "Put entries into folders named after their collections: content/members/ada.yaml.",
    ),
    Rule(
        "HG151",
        "unknown-collection",
        ERROR,
        "A folder or file of no collection",
        "Everything in it would be missing from the site.",
        "Rename it to one of the hub's collections, or define a collection of that name in site.yaml.",
    ),
    Rule(
        "HG152",
        "stray-file",
        WARNING,
        "A file that isn't read",
        "Somebody may believe that it is part of the site.",
        "Write entries as .yaml, .md or .json; move anything else out of content/, or beside the entry it belongs to.",
    ),
    Rule(
        "HG153",
        "folder-without-index",
        WARNING,
        "A folder that is no entry",
        "A folder is an entry when it holds index.md or index.yaml; nothing else in it has a page.",
        "Rename the entry's file to index.md, or move the files one folder up.",
    ),
    Rule(
        "HG154",
        "slug-collision",
        ERROR,
        "Two files for one entry",
        "Both would have the same address. Letter case, accents and punctuation don't make a difference in addresses,"
        " and on some computers not even in file names.",
        "Keep one of the files or rename the other.",
    ),
    Rule(
        "HG155",
        "bad-slug",
        ERROR,
        "A name that no address can be made from",
        "The name of the file is the address of the page; it has to work on every computer and in every message.",
        "Rename the file with lower-case letters from a to z, digits and hyphens.",
    ),
    Rule(
        "HG156",
        "derived-slug",
        HINT,
        "A name that differs from its address",
        "The page is found under a simpler name than the file's, so others can't tell from one how the other is called.",
        "Rename the file, or the slug, to the one suggested.",
    ),
    Rule(
        "HG157",
        "entry-too-deep",
        WARNING,
        "An entry inside an entry's folder",
        "Entries lie directly in the collection's folder or one folder below; this one isn't read.",
        "Move it up: content/pages/guide/index.md; pages name their `parent` instead of lying in its folder.",
    ),
)

FILES: tuple[Rule, ...] = (*READING, *CHARACTERS, *FORMATS, *ENTRIES, *NAMES)
