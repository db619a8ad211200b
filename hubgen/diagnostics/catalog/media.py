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
)
