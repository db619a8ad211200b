"""What is made of a picture, and what of it never reaches the site."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from hubgen.model.views import ROOT
from hubgen.stages.media.prints import fitting_widths
from tests.stages.media.pictures import (
    PHOTO,
    SPAN,
    Hub,
    encoded,
    made,
    pixel,
    two_halves,
    well_travelled,
)


def test_a_picture_comes_in_every_width_below_its_own(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves(120, 60)))
    picture = hub.shop.picture(PHOTO, "Ada", SPAN)
    assert picture is not None
    assert (picture.width, picture.height, picture.alt) == (120, 60, "Ada")
    files = made(hub.shop)
    for srcset, kind in ((picture.srcset, "JPEG"), (picture.webp_srcset, "WEBP")):
        candidates = dict(each.split(" ") for each in srcset.split(", "))
        assert list(candidates.values()) == ["40w", "80w", "120w"]
        for url, width in candidates.items():
            with Image.open(BytesIO(files[url.removeprefix(ROOT)])) as image:
                assert image.format == kind
                assert image.size == (int(width[:-1]), int(width[:-1]) // 2)
    assert picture.src.removeprefix(ROOT) in files
    assert len(files) == 6
    assert hub.codes == []


@pytest.mark.parametrize(
    "widths, original, expected",
    [
        ((40, 80), 30, (30,)),
        ((40, 80), 40, (40,)),
        ((40, 80), 41, (41,)),
        ((40, 80), 60, (40, 60)),
        ((40, 80), 80, (40, 80)),
        ((40, 80), 81, (40, 80)),
        ((40, 80), 4000, (40, 80)),
        ((80, 40, 40), 4000, (40, 80)),
        ((), 500, (500,)),
    ],
)
def test_no_width_is_beyond_the_original(
    widths: tuple[int, ...], original: int, expected: tuple[int, ...]
) -> None:
    assert fitting_widths(widths, original) == expected


def test_a_photo_does_not_say_where_it_was_taken(hub: Hub) -> None:
    image = two_halves()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta>SECRETXMP</x:xmpmeta>"
    original = encoded(
        image, exif=well_travelled(), comment=b"SECRETCOMMENT", icc_profile=profile, xmp=xmp
    )
    for secret in (b"SECRETCAMERA", b"SECRETXMP", b"SECRETCOMMENT", b"ICC_PROFILE", b"Exif"):
        assert secret in original
    hub.put(PHOTO, original)
    hub.shop.picture(PHOTO, "", SPAN)
    for url, data in made(hub.shop).items():
        for secret in (b"SECRET", b"Exif", b"EXIF", b"ICC", b"http://ns.adobe", b"xmpmeta"):
            assert secret not in data, url
        with Image.open(BytesIO(data)) as result:
            assert not result.getexif()
            assert not set(result.info) & {"exif", "xmp", "icc_profile", "comment"}


def test_a_png_keeps_no_words_beside_its_pixels(hub: Hub) -> None:
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Comment", "SECRETWORDS")
    words.add_itxt("Place", "SECRETPLACE")
    hub.put("content/a.png", encoded(two_halves(), "PNG", pnginfo=words, exif=well_travelled()))
    hub.shop.picture("content/a.png", "", SPAN)
    files = made(hub.shop)
    assert not [url for url, data in files.items() if b"SECRET" in data or b"eXIf" in data]
    assert {url.rpartition(".")[2] for url in files} == {"webp", "png"}


def test_a_picture_is_turned_as_its_camera_says(hub: Hub) -> None:
    """Orientation 6: what is stored on the left was above."""
    hub.put(PHOTO, encoded(two_halves(200, 100), exif=well_travelled(), quality=95))
    picture = hub.shop.picture(PHOTO, "", SPAN)
    assert picture is not None
    assert (picture.width, picture.height) == (100, 200)
    largest = made(hub.shop)[picture.src.removeprefix(ROOT)]
    above, below = pixel(largest, 0.5, 0.1), pixel(largest, 0.5, 0.9)
    assert above[0] > 150 > above[2]
    assert below[2] > 150 > below[0]


def test_colours_are_converted_by_their_profile(hub: Hub) -> None:
    """In this file's profile red means blue; a profile that is only dropped would leave it red."""
    red = Image.new("RGB", (100, 100), (250, 0, 0))
    hub.put(PHOTO, encoded(red, icc_profile=profile_of_swapped_colours(), quality=95))
    picture = hub.shop.picture(PHOTO, "", SPAN)
    assert picture is not None
    colour = pixel(made(hub.shop)[picture.src.removeprefix(ROOT)], 0.5, 0.5)
    assert colour[2] > 200
    assert colour[0] < 50


def profile_of_swapped_colours() -> bytes:
    """SRGB with the names of its red and blue primaries exchanged in the profile's table of contents."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert b"rXYZ" in profile[128:400]
    table = profile[128:400].replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ")
    return profile[:128] + table.replace(b"????", b"bXYZ") + profile[400:]


def test_a_damaged_profile_is_no_reason_to_refuse_a_picture(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves(), icc_profile=b"nonsense" * 40))
    assert hub.shop.picture(PHOTO, "", SPAN) is not None
    assert len(made(hub.shop)) == 6


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_way_to_store_pixels_is_shown(hub: Hub, mode: str) -> None:
    image = deep_grey() if mode == "I;16" else two_halves(100, 50).convert(mode)
    hub.put("content/x.png", encoded(image, "JPEG" if mode == "CMYK" else "PNG"))
    picture = hub.shop.picture("content/x.png", "", SPAN)
    assert picture is not None
    result = made(hub.shop)[picture.src.removeprefix(ROOT)]
    if mode == "I;16":
        # Dark, middle and light stay apart: sixteen bits are scaled, not cut off at white.
        assert 40 < pixel(result, 0.25, 0.5)[0] < 90
        assert 160 < pixel(result, 0.75, 0.5)[0] < 220
    elif mode != "1":
        assert pixel(result, 0.1, 0.5) != pixel(result, 0.9, 0.5)


def deep_grey() -> Image.Image:
    """Sixteen bits of grey, growing from left to right."""
    row = b"".join((column * 655).to_bytes(2, "little") for column in range(100))
    return Image.frombytes("I;16", (100, 50), row * 50)


def test_what_is_transparent_stays_so(hub: Hub) -> None:
    hub.put("content/x.webp", encoded(Image.new("RGBA", (50, 50), (9, 9, 9, 0)), "WEBP"))
    picture = hub.shop.picture("content/x.webp", "", SPAN)
    assert picture is not None
    assert picture.src.endswith(".png")
    for data in made(hub.shop).values():
        with Image.open(BytesIO(data)) as image:
            assert image.convert("RGBA").getchannel("A").getextrema() == (0, 0)


def test_the_name_may_lie_and_the_picture_is_made_all_the_same(hub: Hub) -> None:
    hub.put("content/ada.png", encoded(two_halves()))
    picture = hub.shop.picture("content/ada.png", "", SPAN)
    assert picture is not None
    assert picture.src.endswith(".jpg")
    (problem,) = hub.report.diagnostics
    assert (problem.code, problem.help) == ("HG607", "let its name end in .jpg")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_image_is_shown(hub: Hub, kind: str) -> None:
    red, blue = Image.new("RGB", (60, 60), (255, 0, 0)), Image.new("RGB", (60, 60), (0, 0, 255))
    path = f"content/a.{kind.lower()}"
    hub.put(path, encoded(red, kind, save_all=True, append_images=[blue], duration=99))
    picture = hub.shop.picture(path, "", SPAN)
    assert picture is not None
    assert hub.codes == ["HG609"]
    for data in made(hub.shop).values():
        with Image.open(BytesIO(data)) as image:
            assert getattr(image, "n_frames", 1) == 1
        assert pixel(data, 0.5, 0.5)[0] > 200
