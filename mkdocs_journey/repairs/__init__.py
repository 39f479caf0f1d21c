"""Safe repairs of a map's text: what can only have been meant in one way is written so.

Nothing a map says is changed by them. A misspelt key gets its right name, a word or emoji for a
score its number, and stages and touchpoints the ids that they have anyway, which then stay when a
name changes.
"""

from mkdocs_journey.repairs.repair import Repair, Repaired, repair

__all__ = ["Repair", "Repaired", "repair"]
