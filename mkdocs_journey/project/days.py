"""The day that reviews and due dates are measured from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from mkdocs_journey.project.errors import ProjectError


def read_day(setting: object, environment: Mapping[str, str]) -> date:
    """Day of a setting, else of `SOURCE_DATE_EPOCH`, else today.

    The epoch is what reproducible builds set (reproducible-builds.org/specs/source-date-epoch).
    Raises `ProjectError` where what is written is no day.
    """
    if isinstance(setting, datetime):
        return setting.date()
    if isinstance(setting, date):
        return setting
    if setting:
        try:
            return date.fromisoformat(str(setting))
        except ValueError:
            message = f"`today: {setting}` is not a date: write it like `2026-10-02`"
            raise ProjectError(message) from None
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"`SOURCE_DATE_EPOCH={epoch}` is no time: set it to seconds since 1970"
        raise ProjectError(message) from None
