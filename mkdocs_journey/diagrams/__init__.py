"""Charts that are drawn while a site is built, so that its readers need no script and no network.

The engine is somebody else's and may be swapped: all that others see of it is `Draw`. It comes with
the extra `mkdocs-journey[diagrams]` and is imported where a site asks for it.
"""

from __future__ import annotations

from mkdocs_journey.diagrams.engine import Draw, UndrawableError, drawn_if_in_doubt, drawn_or
from mkdocs_journey.diagrams.pele import find_engine

__all__ = ["Draw", "UndrawableError", "drawn_if_in_doubt", "drawn_or", "find_engine"]
