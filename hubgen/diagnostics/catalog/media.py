"""Codes HG6xx: images and other files beside entries."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

MEDIA: tuple[Rule, ...] = (
    Rule(
        "HG601",
        "hot-linked-image",
        Severity.WARNING,
        "A picture lies on another server",
        "Every visitor's browser would ask that server for it and so tell it who reads what; and it is gone when they "
        "remove it. The picture is not shown, its description is.",
        "Save the picture beside the entry, if its licence allows that, and write its file name.",
    ),
    Rule(
        "HG602",
        "image-without-alt",
        Severity.WARNING,
        "A picture has no description",
        "People who can't see the picture hear its file name, or nothing.",
        "Say in a few words what the picture shows, as you would on the telephone.",
    ),
    Rule(
        "HG603",
        "missing-file",
        Severity.ERROR,
        "A picture or file doesn't exist",
        "Visitors would see a hole in the page, or follow a link to nothing.",
        "Put the file beside the entry, or correct its name: capital letters count.",
    ),
    Rule(
        "HG604",
        "no-picture",
        Severity.ERROR,
        "A file is no picture that hubgen reads",
        "Pictures are made anew for the web from JPEG, PNG, WebP, GIF and AVIF. Other formats can't be shown by every "
        "browser, and SVG drawings can carry programs.",
        "Export the picture as JPEG (photos) or PNG (drawings).",
    ),
    Rule(
        "HG605",
        "broken-file",
        Severity.ERROR,
        "A picture or file is damaged",
        "Visitors would see half a picture or none, or a file that nothing opens.",
        "Open the file in the program that made it and save it again.",
    ),
    Rule(
        "HG606",
        "picture-too-large",
        Severity.ERROR,
        "A picture or file is too large",
        "A picture of hundreds of megapixels takes more memory than the computer that builds the hub may have, and no "
        "screen shows so many.",
        "Make it smaller: 2,000 pixels on the longer side are plenty.",
    ),
    Rule(
        "HG607",
        "wrong-ending",
        Severity.WARNING,
        "A picture's name says another format than it has",
        "hubgen looks at the content and makes the picture, but other programs believe the name.",
        "Give the file the ending of its real format.",
    ),
    Rule(
        "HG608",
        "file-not-published",
        Severity.ERROR,
        "A file of a kind that isn't published",
        "Web pages, scripts and programs would run in visitors' browsers or on their computers in the hub's name.",
        "Offer it as PDF or as plain text, or link to where it is published.",
    ),
    Rule(
        "HG609",
        "moving-picture",
        Severity.WARNING,
        "A picture moves",
        "Moving pictures distract readers, make some of them ill, and are large; only the first image is shown.",
        "Choose one image, or link to a film.",
    ),
)
