"""What was made once is kept, and trusted only as far as it can be checked."""

import os
from pathlib import Path

import pytest
from PIL import Image

from hubgen.files.reading import Unreadable
from hubgen.stages.media import MediaShop
from hubgen.stages.media.darkroom import Darkroom
from tests.stages.media.pictures import (
    PHOTO,
    SPAN,
    Hub,
    encoded,
    made,
    two_halves,
)


class TestShelf:
    """What was made is kept, and trusted only as far as it can be checked."""

    def cache(self, hub: Hub) -> Path:
        """A hub whose one photo is on the shelf."""
        cache = hub.root / ".hubgen"
        hub.put(PHOTO, encoded(two_halves()))
        shop = hub.open(cache)
        shop.picture(PHOTO, "", SPAN)
        made(shop)
        return cache

    def unmakeable(self, hub: Hub, cache: Path, monkeypatch: pytest.MonkeyPatch) -> MediaShop:
        """A shop that can't decode anything any more."""
        from hubgen.stages.media import darkroom

        monkeypatch.setattr(darkroom, "START", "raise SystemExit")
        return hub.open(cache, darkroom=Darkroom())

    def test_what_is_on_the_shelf_is_not_made_again(
        self, hub: Hub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cache = self.cache(hub)
        before = made(hub.shop)
        shop = self.unmakeable(hub, cache, monkeypatch)
        assert shop.picture(PHOTO, "", SPAN) is not None
        assert made(shop) == before

    @pytest.mark.parametrize("damage", ["cut", "flip", "empty", "swap", "writable"])
    def test_what_is_damaged_on_the_shelf_is_made_again(self, hub: Hub, damage: str) -> None:
        cache = self.cache(hub)
        before = made(hub.shop)
        files = sorted((cache / "images").iterdir())
        contents = [file.read_bytes() for file in files]
        for file, data, other in zip(files, contents, contents[1:] + contents[:1], strict=True):
            file.chmod(0o644)
            wrong = {
                "cut": data[:-1],
                "flip": data[:-1] + bytes([data[-1] ^ 1]),
                "empty": b"",
                "swap": other,
                "writable": data,
            }[damage]
            file.write_bytes(wrong)
            file.chmod(0o644 if damage == "writable" else 0o444)
        shop = hub.open(cache)
        assert shop.picture(PHOTO, "", SPAN) is not None
        assert made(shop) == before
        assert hub.codes == []
        assert [file.read_bytes() for file in files] == contents

    def test_a_shelf_that_cannot_be_written_costs_only_time(self, hub: Hub) -> None:
        (hub.root / "cache").write_bytes(b"a file where a folder is needed")
        hub.put(PHOTO, encoded(two_halves()))
        shop = hub.open(hub.root / "cache")
        assert shop.picture(PHOTO, "", SPAN) is not None
        assert len(made(shop)) == 6


def test_a_picture_that_vanishes_after_planning_is_said_to(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves()))
    hub.shop.picture(PHOTO, "", SPAN)
    (hub.root / PHOTO).unlink()
    with pytest.raises(Unreadable, match="no such file"):
        hub.shop.assets()[0].content()


def test_planning_and_making_leaves_no_file_in_the_hub(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves()))
    hub.shop.picture(PHOTO, "", SPAN)
    made(hub.shop)
    found = [name for _, _, names in os.walk(hub.root) for name in names]
    assert found == ["ada.jpg"]


def test_the_same_bytes_come_out_each_time(hub: Hub) -> None:
    hub.put(PHOTO, encoded(Image.effect_noise((200, 150), 70).convert("RGB")))
    hub.shop.picture(PHOTO, "", SPAN)
    first = made(hub.shop)
    again = hub.open()
    again.picture(PHOTO, "", SPAN)
    assert made(again) == first


def test_another_picture_has_other_addresses(hub: Hub) -> None:
    hub.put(PHOTO, encoded(two_halves()))
    before = hub.shop.picture(PHOTO, "", SPAN)
    hub.put(PHOTO, encoded(two_halves().rotate(180)))
    after = hub.open().picture(PHOTO, "", SPAN)
    assert before is not None
    assert after is not None
    assert before.src != after.src
