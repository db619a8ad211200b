"""Files that pages link to: published under an address of their content, if no browser runs them."""

import pytest

from hubgen.model.views import ROOT
from tests.stages.media.pictures import (
    PHOTO,
    SPAN,
    Hub,
    encoded,
    made,
    two_halves,
    well_travelled,
)


def test_slides_are_published_under_an_address_of_their_content(hub: Hub) -> None:
    slides = b"%PDF-1.7 slides"
    hub.put("content/events/talk/My Slides (final).PDF", slides)
    address = hub.shop.attachment("content/events/talk/My Slides (final).PDF", SPAN)
    assert address is not None
    assert address.startswith(ROOT + "media/my-slides-final-")
    assert address.endswith(".pdf")
    assert made(hub.shop) == {address.removeprefix(ROOT): slides}
    hub.put("content/events/talk/My Slides (final).PDF", slides + b" corrected")
    assert hub.open().attachment("content/events/talk/My Slides (final).PDF", SPAN) != address


@pytest.mark.parametrize(
    "name",
    [
        *("page.html", "page.htm", "page.xhtml", "drawing.svg", "feed.xml", "style.css", "run.js"),
        *("run.mjs", "run.exe", "run.sh", "page.pdf.html", "page.php", "macro.docm", "all.zip"),
        *("noending", ".pdf.", "page.HTML", "x.wasm", "x.swf", "x.md"),
    ],
)
def test_nothing_that_could_run_is_published(hub: Hub, name: str) -> None:
    hub.put(f"content/{name}", b"%PDF-1.7 <script>alert(1)</script>")
    assert hub.shop.attachment(f"content/{name}", SPAN) is None
    assert hub.codes == ["HG608"]
    assert hub.shop.assets() == ()


def test_a_page_that_calls_itself_pdf_is_refused(hub: Hub) -> None:
    hub.put("content/a.pdf", b"<html><script>alert(1)</script>")
    assert hub.shop.attachment("content/a.pdf", SPAN) is None
    assert hub.codes == ["HG605"]


def test_a_linked_photo_is_the_one_without_its_place(hub: Hub) -> None:
    original = encoded(two_halves(), exif=well_travelled())
    hub.put(PHOTO, original)
    address = hub.shop.attachment(PHOTO, SPAN)
    assert address is not None
    files = made(hub.shop)
    assert b"Exif" not in files[address.removeprefix(ROOT)]
    assert original not in files.values()
