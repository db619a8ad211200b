"""What is no picture is explained, and a decoder that dies takes nothing with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hubgen.diagnostics import Span
from hubgen.stages.media.darkroom import Darkroom
from tests.stages.media.pictures import (
    PHOTO,
    SPAN,
    Hub,
    encoded,
    png_with_size,
    two_halves,
)


def truncated_jpeg() -> bytes:
    whole = encoded(Image.effect_noise((300, 300), 80).convert("RGB"))
    return whole[: len(whole) // 2]


REFUSED: tuple[tuple[str, str, Callable[[], bytes], str, str], ...] = (
    ("cut off", "a.jpg", truncated_jpeg, "HG605", "damaged"),
    ("only a beginning", "a.jpg", lambda: b"\xff\xd8\xff\xe0", "HG605", "damaged"),
    ("only a signature", "a.png", lambda: b"\x89PNG\r\n\x1a\n", "HG605", "damaged"),
    (
        "noise after the head",
        "a.webp",
        lambda: b"RIFF\x10\0\0\0WEBPVP8 " + b"x" * 99,
        "HG605",
        "damaged",
    ),
    ("empty", "a.jpg", lambda: b"", "HG605", "empty"),
    ("a bomb", "a.png", lambda: png_with_size(50_000, 50_000), "HG606", "pixels"),
    ("a smaller bomb", "a.png", lambda: png_with_size(8_000, 8_000), "HG606", "8,000 x 8,000"),
    ("no pixels", "a.png", lambda: png_with_size(0, 0), "HG605", "damaged"),
    ("fewer pixels than promised", "a.png", lambda: png_with_size(600, 600), "HG605", "damaged"),
    ("words", "a.jpg", lambda: b"This is no picture.", "HG604", "none of the formats"),
    ("a drawing", "a.svg", lambda: b"<svg onload='alert(1)'/>", "HG604", "SVG"),
    (
        "a hidden drawing",
        "a.png",
        lambda: b"\xef\xbb\xbf <?xml version='1.0'?><svg/>",
        "HG604",
        "SVG",
    ),
    (
        "a web page",
        "a.jpg",
        lambda: b"<!DOCTYPE html><title>Not found</title>",
        "HG604",
        "web page",
    ),
    ("a telephone's", "a.heic", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1", "HG604", "HEIC"),
    ("a TIFF", "a.tif", lambda: encoded(two_halves(), "TIFF"), "HG604", "none of the formats"),
    ("a PostScript", "a.eps", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n", "HG604", "none of the formats"),
    ("a BMP", "a.jpg", lambda: encoded(two_halves(), "BMP"), "HG604", "none of the formats"),
    ("too many bytes", "a.jpg", lambda: b"\xff\xd8\xff" + bytes(31_000_000), "HG606", "large"),
)


@pytest.mark.parametrize(
    "name, make, code, words",
    [pytest.param(*rest, id=title) for title, *rest in REFUSED],
)
def test_what_is_no_whole_picture_is_explained(
    hub: Hub, name: str, make: Callable[[], bytes], code: str, words: str
) -> None:
    hub.put(f"content/{name}", make())
    assert hub.shop.picture(f"content/{name}", "", SPAN) is None
    (problem,) = hub.report.diagnostics
    assert problem.code == code
    assert words in problem.message
    assert problem.span == SPAN
    assert problem.help
    assert hub.shop.assets() == ()


def test_a_picture_that_kills_its_decoder_is_refused_and_the_next_one_made(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker is made to die at its first request, as if the system had killed it."""
    from hubgen.stages.media import darkroom

    hub.put(PHOTO, encoded(two_halves()))
    hub.put("content/b.jpg", encoded(two_halves(90, 90)))
    monkeypatch.setattr(darkroom, "START", "import os; os.read(0, 9); os._exit(9)")
    hub.open(darkroom=Darkroom())
    assert hub.shop.picture(PHOTO, "", SPAN) is None
    assert hub.codes == ["HG605"]
    monkeypatch.undo()
    assert hub.shop.picture("content/b.jpg", "", SPAN) is not None
    assert hub.codes == ["HG605"]


def test_the_worker_may_not_take_all_memory(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """With less memory than the pixels need, the answer is a problem and the shop goes on."""
    from hubgen.stages.media import darkroom

    less = "from hubgen.stages.media import worker; worker.MEMORY = 100_000_000;"
    start = darkroom.START.replace("from hubgen", less + "from hubgen", 1)
    monkeypatch.setattr(darkroom, "START", start)
    hub.open(darkroom=Darkroom())
    hub.put("content/big.png", png_with_size(6300, 6300))
    hub.put("content/small.png", encoded(two_halves(), "PNG"))
    assert hub.shop.picture("content/big.png", "", SPAN) is None
    assert hub.codes == ["HG606"]
    assert hub.shop.picture("content/small.png", "", SPAN) is not None


def test_no_worker_is_left_behind(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves()))
    hub.open(darkroom=Darkroom()).picture(PHOTO, "", SPAN)
    process = hub.shop._printer.darkroom._worker
    assert process is not None
    assert process.poll() is None
    hub.open()
    assert process.poll() is not None


def test_a_missing_picture_suggests_the_name_that_was_meant(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves()))
    assert hub.shop.picture("content/members/Ada.JPG", "", SPAN) is None
    (problem,) = hub.report.diagnostics
    assert (problem.code, problem.help) == ("HG603", "did you mean 'ada.jpg'?")


@pytest.mark.parametrize("path", ["../secret.jpg", "content/../../secret.jpg", "/etc/passwd.jpg"])
def test_nothing_outside_the_hub_is_shown(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(encoded(two_halves()))
    (tmp_path / "hub").mkdir()
    hub = Hub(tmp_path / "hub")
    assert hub.shop.picture(path, "", SPAN) is None
    assert hub.shop.attachment(path, SPAN) is None
    assert hub.shop.attachment(path.replace("jpg", "pdf"), SPAN) is None
    assert hub.shop.assets() == ()
    assert set(hub.codes) <= {"HG101", "HG103", "HG603"}


def test_links_are_not_followed(hub: Hub, tmp_path: Path) -> None:
    hub.put("elsewhere/ada.jpg", encoded(two_halves()))
    (hub.root / "content").mkdir()
    (hub.root / "content/ada.jpg").symlink_to(hub.root / "elsewhere/ada.jpg")
    assert hub.shop.picture("content/ada.jpg", "", SPAN) is None
    assert hub.codes == ["HG102"]


def test_every_place_that_names_a_broken_picture_hears_of_it(hub: Hub) -> None:
    hub.put(PHOTO, b"no picture")
    hub.shop.picture(PHOTO, "", SPAN)
    hub.shop.picture(PHOTO, "", Span("content/news/a.md", 9))
    assert [each.span.path for each in hub.report.diagnostics] == [SPAN.path, "content/news/a.md"]
