"""What day it is: asked, from the environment, or by the clock in the hub's zone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubgen.cli.stopping import Misuse
from hubgen.cli.today import today
from hubgen.files.reading import HubFolder
from tests.cli.running import Run
from tests.kit import Hub

LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
EARLY = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def day(tmp_path: Path, settings: str, now: datetime = LATE) -> date:
    (tmp_path / "site.yaml").write_bytes(settings.encode("utf-8", "surrogateescape"))
    return today(None, {}, HubFolder(tmp_path), now)


def test_what_is_asked_comes_first(tmp_path: Path) -> None:
    asked = today(date(2020, 2, 29), {"SOURCE_DATE_EPOCH": "0"}, HubFolder(tmp_path), LATE)
    assert asked == date(2020, 2, 29)


def test_the_environment_comes_before_the_clock(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("timezone: Asia/Tokyo\n")
    folder = HubFolder(tmp_path)
    assert today(None, {"SOURCE_DATE_EPOCH": "86399"}, folder, LATE) == date(1970, 1, 1)
    assert today(None, {"SOURCE_DATE_EPOCH": " "}, folder, LATE) == date(2026, 11, 23)


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30, "1.5"])
def test_an_environment_that_is_no_number_is_wrong_usage(epoch: str, tmp_path: Path) -> None:
    with pytest.raises(Misuse):
        today(None, {"SOURCE_DATE_EPOCH": epoch}, HubFolder(tmp_path), LATE)


@pytest.mark.parametrize(
    "settings",
    [
        "timezone: Asia/Tokyo\n",
        "title: x\ntimezone:   Asia/Tokyo   # where we are\r\n",
        'timezone: "Asia/Tokyo"\n',
        "timezone:\n  Asia/Tokyo\n",
        "tz: Asia/Tokyo\n",
        "{title: x, timezone: Asia/Tokyo}\n",
        "tagline: |\n  timezone: America/Los_Angeles\ntimezone: Asia/Tokyo\n",
    ],
)
def test_the_hubs_zone_decides_however_it_is_written(settings: str, tmp_path: Path) -> None:
    assert day(tmp_path, settings) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "title: x\n",
        "timezone: Mars/Olympus\n",
        "timezone: ../../etc/passwd\n",
        "tz: {\n",
        "\udcff\0",
    ],
)
def test_without_a_zone_it_is_utc(settings: str, tmp_path: Path) -> None:
    assert day(tmp_path, settings) == date(2026, 11, 22)
    assert day(tmp_path, settings, EARLY) == date(2026, 11, 22)


def test_zones_west_of_utc_are_a_day_behind(tmp_path: Path) -> None:
    assert day(tmp_path, "timezone: America/Los_Angeles\n", EARLY) == date(2026, 11, 21)


def test_a_build_knows_its_day(hub: Hub, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.edit(
        "content/news/later.md",
        "---\ntitle: Later\ndate: 2026-11-01\npublish_on: 2026-11-10\n---\nWords.\n",
    )
    page = hub.out / "news/later/index.html"
    run("build", "-C", hub.root, "--today", "2026-11-09")
    assert not page.exists()
    run("build", "-C", hub.root, "--today", "2026-11-10")
    assert page.exists()
    run("build", "-C", hub.root, "--today", "2026-11-09")
    assert not page.exists()
    run("build", "-C", hub.root, "--today", "2026-11-09", "--future")
    assert page.exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 11, 9, tzinfo=UTC).timestamp())))
    run("build", "-C", hub.root)
    assert not page.exists()
