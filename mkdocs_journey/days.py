"""The day that a setting names.

A room of its own: the rules check the setting, and a site on disk needs its day before it is known
whether anything else has to be loaded.
"""

from __future__ import annotations

from datetime import date, datetime


def find_day(setting: object) -> date | None:
    """Day of a date, or of a text like `2026-10-02`; `None` of all else."""
    if isinstance(setting, datetime):
        return setting.date()
    if isinstance(setting, date):
        return setting
    try:
        return date.fromisoformat(setting) if isinstance(setting, str) else None
    except ValueError:
        return None
