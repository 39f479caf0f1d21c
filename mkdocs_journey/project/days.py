"""The day that reviews and due dates are measured from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from mkdocs_journey.days import find_day
from mkdocs_journey.project.errors import ProjectError


def read_day(setting: object, environment: Mapping[str, str]) -> date:
    """Day of a setting, else of `SOURCE_DATE_EPOCH`, else today.

    The epoch is what reproducible builds set (reproducible-builds.org/specs/source-date-epoch).
    A setting that is no day is left out: it is reported with the others. Raises `ProjectError`
    where the epoch is no time.
    """
    day = find_day(setting)
    if day is not None:
        return day
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"`SOURCE_DATE_EPOCH={epoch}` is no time: set it to seconds since 1970"
        raise ProjectError(message) from None
