"""What a file is, by its first bytes and not by its name."""

from hubgen.stages.media.recipe import Problem

ENDINGS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "jfif": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "gif": "GIF",
    "avif": "AVIF",
}
"""File name endings of pictures, with the encoding that they promise."""

KNOWN = "JPEG, PNG, WebP, GIF and AVIF"


def encoding_of(data: bytes) -> str | None:
    """The picture encoding that the first bytes announce, or None."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and b"avi" in data[8:40]:
        return "AVIF"
    return None


def refusal(data: bytes) -> Problem | None:
    """Why these bytes aren't even given to a decoder, or None."""
    if not data:
        return Problem("HG605", "is an empty file", "put the picture there again")
    if encoding_of(data) is not None:
        return None
    return Problem("HG604", *_not_a_picture(data[:1024]))


def _not_a_picture(head: bytes) -> tuple[str, str]:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")):
        return (
            "is an SVG drawing, which can carry a program into visitors' browsers",
            "export it as PNG, at twice the size in which it is shown",
        )
    if head[4:8] == b"ftyp":
        return (
            "is in a telephone's own format (HEIC) or a film",
            "share or export it as JPEG; telephones have a setting `most compatible`",
        )
    if text.startswith((b"<!doctype html", b"<html")):
        return (
            "is a web page, whatever its name says",
            "save the picture itself, not the page around it",
        )
    return f"is in none of the formats that hubgen reads: {KNOWN}", "save it as JPEG or PNG"
