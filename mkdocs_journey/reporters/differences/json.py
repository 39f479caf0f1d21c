"""What changed, as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_journey.differences import Change, PageChanges


def write(pages: Sequence[PageChanges]) -> str:
    """Every page with its changes; of a change, keys that say nothing are left out."""
    document = {
        "changes": sum(len(page.changes) for page in pages),
        "pages": [
            {
                "path": page.path,
                "title": page.title,
                "changes": [_entry(change) for change in page.changes],
            }
            for page in pages
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(change: Change) -> dict[str, Any]:
    entry = {
        "kind": change.kind,
        "what": change.what,
        "name": change.name,
        "part": change.part,
        "stage": change.spot.stage,
        "moment": change.spot.moment,
        "way": list(change.spot.way),
        "before": change.before,
        "after": change.after,
    }
    return {key: value for key, value in entry.items() if value}
