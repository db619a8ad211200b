"""What the tests of pictures have in common: a hub with a shop, and pictures to put there."""

from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from hubgen.diagnostics import Report, Span
from hubgen.files.reading import HubFolder
from hubgen.stages.media import MediaShop
from hubgen.stages.media.darkroom import Darkroom

WIDTHS = (40, 80, 160)
SPAN = Span("content/members/ada.md", 3, 8)
PHOTO = "content/members/ada.jpg"
DARKROOM = Darkroom()
"""One worker process for most tests, because starting one takes longer than they do."""


class Hub:
    """A folder with pictures, and a shop for them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.report = Report()
        self.shop = self.open()

    def open(self, cache: Path | None = None, darkroom: Darkroom = DARKROOM) -> MediaShop:
        """Another shop for the same folder, as another run would have it."""
        self.shop = MediaShop(HubFolder(self.root), cache, WIDTHS, self.report)
        self.shop._printer = replace(self.shop._printer, darkroom=darkroom)
        return self.shop

    def put(self, path: str, data: bytes) -> None:
        """Write a file of the hub."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    @property
    def codes(self) -> list[str]:
        """What was complained about."""
        return [each.code for each in self.report.diagnostics]


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The image's file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def two_halves(width: int = 200, height: int = 100) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), (200, 20, 20))
    image.paste((20, 20, 200), (width // 2, 0, width, height))
    return image


def well_travelled() -> Image.Exif:
    """EXIF of a telephone held on its side, with the place."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETCAMERA"
    exif[0x8825] = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)}
    return exif


def made(shop: MediaShop) -> dict[str, bytes]:
    """Every file that the shop planned, made."""
    return {asset.url: asset.content() for asset in shop.assets()}


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """A colour at a place given in parts of width and height."""
    with Image.open(BytesIO(data)) as image:
        value = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(value, tuple)
    return tuple(int(each) for each in value)


def png_with_size(width: int, height: int) -> bytes:
    """A small file that claims to be a picture of that size."""
    import struct
    import zlib

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
