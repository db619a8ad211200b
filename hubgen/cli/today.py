"""What day it is for a run: said on the command line, by the environment of a reproducible build, or by the clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from hubgen.cli.stopping import Misuse
from hubgen.config.zone import hub_zone
from hubgen.files.reading import HubFolder


def today(
    asked: date | None, environment: Mapping[str, str], folder: HubFolder, now: datetime
) -> date:
    """`asked`, else the UTC date of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else that of `now` in the hub's zone."""
    if asked is not None:
        return asked
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        return _date_of(epoch)
    return now.astimezone(hub_zone(folder)).date()


def _date_of(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a number of seconds since 1970"
        raise Misuse(message) from error
