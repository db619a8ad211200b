"""Makes hubs up: Hypothesis strategies for whole hubs, for single files, and for what nobody should write."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.kit.hub import SITE, TODAY

SLUGS = ("ada", "bob", "cleo", "dora", "eve")
SKILL_NAMES = ("python", "Python", "knitting", "public-speaking", "編み物")
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "{{ ''.__class__.__mro__ }}",
    "<!-- --><img src=x onerror=alert(1)>",
    "]]><![CDATA[",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "=cmd|'/c calc'!A1",
    "\u2028line\u2029",
    "<a href=//evil.example>x</a>",
    "<style>*{background:url(//evil.example)}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "::error file=x::y",
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<div onclick=alert(1)>\n\n**x**\n\n</div>",
    "## x {#location onclick=alert(1)}",
    "**x**{onclick=alert(1) style=position:fixed .a}",
    "[x](y 'onclick=alert(1)'){onclick=alert(1)}",
    '```html" onclick="alert(1)\n<script>alert(1)</script>\n```',
    "```{=html}\n<script>alert(1)</script>\n```",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "!!! note <script>\n    <script>alert(1)</script>",
    "- [ ] <script>alert(1)</script>",
    "term\n: <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=//evil.example><button>x</button></form>",
    "<svg><animate onbegin=alert(1)></svg>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
)


def quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u2028": "\\L", "\u2029": "\\P"}
    return '"' + "".join(signs.get(letter, letter) for letter in text) + '"'


def words(hostile: bool = False) -> st.SearchStrategy[str]:
    """What people write into a field of one line."""
    tame = st.sampled_from(
        ("Ada", "José Ñúñez", "林 美咲", "مها", "O'Neil & Sons", "Élodie", "7 of nine")
    )
    return st.sampled_from(HOSTILE) if hostile else tame


@st.composite
def bodies(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """What people write into a text."""
    parts = (
        "Some *words*.",
        "## First steps\n\nMore.",
        "- one\n- two",
        "[Ada](members/ada)",
        "`code`",
    )
    wild = st.sampled_from(MARKDOWN + HOSTILE)
    chosen = st.lists(wild if hostile else st.sampled_from(parts), min_size=1, max_size=4)
    return "\n\n".join(draw(chosen))


def days() -> st.SearchStrategy[date]:
    """Days around the test's today."""
    return st.integers(-40, 40).map(lambda away: TODAY + timedelta(days=away))


@st.composite
def steering(draw: st.DrawFn) -> str:
    """Fields that decide whether, when and where an entry shows."""
    lines = [""]
    if draw(st.integers(0, 5)) == 0:
        lines.append(f"visibility: {draw(st.sampled_from(('unlisted', 'hidden', 'public')))}")
    if draw(st.integers(0, 7)) == 0:
        lines.append("draft: true")
    if draw(st.integers(0, 5)) == 0:
        lines.append(f"publish_on: {draw(days())}")
    if draw(st.integers(0, 5)) == 0:
        lines.append(f"expires: {draw(days())}")
    if draw(st.integers(0, 5)) == 0:
        lines.append(f"aliases: [old/{draw(st.sampled_from(SLUGS))}]")
    return "\n".join(lines[1:]) + "\n" if lines[1:] else ""


@st.composite
def members(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """A member's file."""
    lines = [f"name: {quoted(draw(words(hostile)))}", f"headline: {quoted(draw(words(hostile)))}"]
    lines.append(
        f"offers: [{', '.join(map(quoted, draw(st.lists(skill_names(hostile), max_size=3))))}]"
    )
    lines.append(
        f"seeks: [{', '.join(map(quoted, draw(st.lists(skill_names(hostile), max_size=2))))}]"
    )
    if hostile:
        lines += [
            f"pronouns: {quoted(draw(words(hostile)))}",
            f"roles: [{quoted(draw(words(hostile)))}]",
        ]
        lines += [f"location: {{city: {quoted(draw(words(hostile)))}, country: FR}}"]
    if draw(st.booleans()):
        lines.append(f"confirmed: {draw(days()).replace(year=2025)}")
    return with_body(lines, draw(steering()), draw(bodies(hostile=hostile)))


def skill_names(hostile: bool) -> st.SearchStrategy[str]:
    """What people call what they can do."""
    return st.sampled_from(HOSTILE if hostile else SKILL_NAMES)


@st.composite
def mentors(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """A mentor's file."""
    who = f"member: {draw(st.sampled_from(SLUGS))}"
    lines = [
        who,
        f"topics: [{quoted(draw(skill_names(hostile)))}]",
        "contact: https://example.org/ask",
    ]
    return with_body(lines, draw(steering()), draw(bodies(hostile=hostile)))


@st.composite
def events(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """An event's file."""
    lines = [
        f"title: {quoted(draw(words(hostile)))}",
        f"start: {draw(days())} 18:00",
        "mode: online",
    ]
    lines += [
        "timezone: Europe/Paris",
        f"speakers: [{draw(st.sampled_from((*SLUGS, 'Somebody')))}]",
    ]
    if draw(st.integers(0, 2)) == 0:
        lines.append("recurrence: {every: week, until: 2026-12-31}")
    if hostile:
        lines.append(f"audience: {quoted(draw(words(hostile)))}")
    return with_body(lines, draw(steering()), draw(bodies(hostile=hostile)))


@st.composite
def resources(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """A resource's file."""
    lines = [f"title: {quoted(draw(words(hostile)))}", "url: https://example.org/x", "type: book"]
    lines.append(f"authors: [{quoted(draw(words(hostile)))}]")
    lines.append(f"recommended_by: [{draw(st.sampled_from(SLUGS))}]")
    lines.append(f"tags: [{quoted(draw(words(hostile)))}]")
    return with_body(lines, draw(steering()), draw(bodies(hostile=hostile)))


@st.composite
def news(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """A news post's file."""
    lines = [f"title: {quoted(draw(words(hostile)))}", f"date: {draw(days())}"]
    lines.append(f"summary: {quoted(draw(words(hostile)))}")
    return with_body(lines, draw(steering()), draw(bodies(hostile=hostile)))


@st.composite
def pages(draw: st.DrawFn, *, hostile: bool = False) -> str:
    """A plain page's file."""
    lines = [f"title: {quoted(draw(words(hostile)))}", f"order: {draw(st.integers(1, 3))}"]
    if draw(st.booleans()):
        lines.append(f"parent: {draw(st.sampled_from(SLUGS))}")
    return with_body(lines, "", draw(bodies(hostile=hostile)))


def with_body(lines: list[str], more: str, body: str) -> str:
    """A Markdown file of these fields."""
    return "---\n" + "\n".join(lines) + "\n" + more + "---\n" + body + "\n"


MAKERS: dict[str, Callable[..., st.SearchStrategy[str]]] = {
    "members": members,
    "mentors": mentors,
    "events": events,
    "resources": resources,
    "news": news,
    "pages": pages,
}

HOSTILE_SITE = (
    "title: A </title><script>alert(1)</script>\n"
    "base_url: https://hub.example/\n"
    "languages: [en, fr]\n"
    "diagnostics: {HG201: off, HG204: off, HG205: off, HG206: off, HG207: off, HG211: off, HG319: off, HG701: off}\n"
)
LENIENT = SITE + "diagnostics: {HG201: warning, HG206: warning, HG207: warning, HG211: warning}\n"
"""Made-up entries name each other without looking; so that most hubs are published all the same."""

SITES = (
    LENIENT,
    LENIENT.replace("Test hub", "Another hub") + "tagline: Words\n",
    LENIENT + "languages: [en, fr]\n",
    LENIENT + "languages: [en, ar, fr]\ntranslations: {fr: {title: Réseau}}\n",
    LENIENT + "collections: {members: {per_page: 2, label: People}, events: false}\n",
    LENIENT + "collections: {members: {fields: {hat: {kind: text, filter: true}}}}\n",
    LENIENT + "feeds: [members]\nfeed_entries: 2\nkeep_days: 3\nstale_after: 6\n",
    LENIENT + "menu: [{to: members}, {label: Elsewhere, url: https://example.org/}]\n",
    LENIENT + "markdown: {html: sanitize}\n",
    LENIENT + "languages: [en, fr]\nsearch: index\n",
    SITE + "diagnostics: {HG203: error}\n",
    LENIENT + "static: public\n",
    LENIENT.replace("base_url", "tagline"),
)


def hostile_hub() -> dict[str, str]:
    """One entry for each hostile text, in every field that takes one, and a page for each hostile piece of Markdown."""
    made = {"site.yaml": HOSTILE_SITE}
    for number, text in enumerate(HOSTILE):
        word = quoted(text)
        body = f"Words {text} and more.\n\n{text}\n"
        person = [f"{name}: {word}" for name in ("name", "headline", "pronouns", "affiliation")]
        lists = [f"{name}: [{word}]" for name in ("offers", "seeks", "roles", "goals", "interests")]
        place = f"location: {{name: {word}, city: {word}, country: FR}}"
        made[f"content/members/m{number}.md"] = with_body([*person, *lists, place], "", body)
        titled = [f"title: {word}", f"summary: {word}"]
        made[f"content/news/n{number}.md"] = with_body([*titled, "date: 2026-11-01"], "", body)
        thing = [*titled, "url: https://example.org/x", "type: book", f"authors: [{word}]"]
        more = [
            f"accessibility: {word}",
            f"publisher: {word}",
            f"reviews: [{{by: {word}, text: {word}}}]",
        ]
        made[f"content/resources/r{number}.md"] = with_body([*thing, *more], "", body)
        when = ["start: 2026-12-01", "all_day: true", "mode: onsite", place]
        made[f"content/events/e{number}.md"] = with_body(
            [*titled, *when, f"speakers: [{word}]"], "", body
        )
    for number, text in enumerate(MARKDOWN):
        made[f"content/pages/p{number}.md"] = with_body([f"title: Page {number}"], "", text)
    return made


def entry_paths() -> st.SearchStrategy[str]:
    """Where entries lie, French versions too."""
    return st.tuples(
        st.sampled_from(tuple(MAKERS)), st.sampled_from(SLUGS), st.sampled_from(("", "", "", ".fr"))
    ).map(lambda parts: f"content/{parts[0]}/{parts[1]}{parts[2]}.md")


@st.composite
def files(draw: st.DrawFn, *, hostile: bool = False) -> tuple[str, str]:
    """An entry's path and content."""
    path = draw(entry_paths())
    return path, draw(MAKERS[path.split("/")[1]](hostile=hostile))


@st.composite
def hubs(draw: st.DrawFn, *, hostile: bool = False) -> dict[str, str]:
    """The files of a whole hub."""
    made = dict(draw(st.lists(files(hostile=hostile), min_size=1, max_size=8)))
    made["content/members/ada.md"] = draw(members(hostile=hostile))
    made["site.yaml"] = draw(st.sampled_from(SITES))
    return made
