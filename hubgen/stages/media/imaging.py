"""The work with pixels. Runs only in the worker process: decoders are large, and what strangers send is hostile.

A finished picture is made from pixels alone; nothing of the original's metadata (place, camera, thumbnails, comments,
colour profiles) can reach it.
"""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from hubgen.stages.media.recipe import (
    FORMATS,
    MOST_PIXELS,
    Developed,
    Facts,
    Problem,
    Reply,
    Request,
    Variant,
)

ORIENTATION = 0x0112
"""The EXIF tag that says how the camera was held."""
ON_ITS_SIDE = frozenset({5, 6, 7, 8})

# Whatever a decoder may raise on bytes that don't hold what they promise.
DECODING_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    ZeroDivisionError,
    EOFError,
    AssertionError,
    RuntimeError,
    struct.error,
)

BROKEN = Problem(
    "HG605",
    "can't be decoded: the file is damaged or was cut off",
    "open it in an image program and save it again",
)
TOO_LARGE_HELP = "make it smaller; 2,000 pixels on its longer side are plenty for a page"


def answer(request: Request) -> Reply:
    """What is asked about a picture, or why it can't be had."""
    try:
        with _opened(request.data) as image:
            problem = _too_many_pixels(image)
            if problem is not None:
                return problem
            return _developed(image, request.variants) if request.variants else _facts(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Problem("HG606", f"has more than {MOST_PIXELS:,} pixels", TOO_LARGE_HELP)
    except MemoryError:
        return Problem("HG606", "takes more memory to decode than pictures may", TOO_LARGE_HELP)
    except DECODING_ERRORS:
        return BROKEN


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            yield image


def _too_many_pixels(image: Image.Image) -> Problem | None:
    width, height = image.size
    if width * height <= MOST_PIXELS:
        return None
    return Problem(
        "HG606",
        f"has {width:,} x {height:,} pixels, and at most {MOST_PIXELS:,} are decoded",
        TOO_LARGE_HELP,
    )


def _facts(image: Image.Image) -> Facts:
    moves = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
    encoding = "JPEG" if image.format == "MPO" else str(image.format)
    image.load()
    width, height = image.size
    if _orientation(image) in ON_ITS_SIDE:
        width, height = height, width
    is_drawing = encoding in {"PNG", "GIF"} or image.has_transparency_data
    return Facts(width, height, encoding, is_drawing, moves)


def _developed(image: Image.Image, variants: tuple[Variant, ...]) -> Developed:
    pixels = _as_seen(image)
    return Developed(tuple(_encoded(pixels, variant) for variant in variants))


def _as_seen(image: Image.Image) -> Image.Image:
    """The upright picture in sRGB, RGB or RGBA, and nothing beside its pixels."""
    image.load()
    turned = image
    if _orientation(image) > 1:
        with suppress(*DECODING_ERRORS):
            turned = ImageOps.exif_transpose(image)
    pixels = _in_srgb(turned, "RGBA" if turned.has_transparency_data else "RGB")
    pixels.info = {}
    return pixels


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except DECODING_ERRORS:
        return 1


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    if image.mode.startswith("I"):
        # Sixteen bits of grey; `convert` would cut them off instead of scaling them.
        return image.point(lambda value: value * (1 / 256)).convert("L").convert(mode)
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, *DECODING_ERRORS):
            return _by_profile(image, profile, mode)
    return image.convert(mode)


def _by_profile(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(
        image, source, target, outputMode="RGB" if image.mode != "RGBA" else "RGBA"
    )
    if converted is None:
        return image.convert(mode)
    return converted.convert(mode)


def _encoded(pixels: Image.Image, variant: Variant) -> bytes:
    size = (variant.width, variant.height)
    sized = pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    if variant.encoding == "webp":
        sized.save(file, "WEBP", quality=80, method=4)
    elif variant.encoding == "png":
        sized.save(file, "PNG", optimize=True)
    else:
        sized.convert("RGB").save(file, "JPEG", quality=82, optimize=True, progressive=True)
    return file.getvalue()
