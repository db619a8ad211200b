"""The media type of each file by the end of its name: the same on every computer."""

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "csv": "text/csv",
    "txt": "text/plain",
    "md": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "epub": "application/epub+zip",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wasm": "application/wasm",
    "vtt": "text/vtt",
}
PLAIN = frozenset({"CNAME", "_headers", "_redirects"})
"""Files for hosts, whose names have no end."""


def media_type(path: str, renderer: str = "") -> str:
    """The type to send with a file of the site."""
    if renderer == "atom":
        return "application/atom+xml"
    name = path.rpartition("/")[2]
    if name in PLAIN:
        return "text/plain"
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
