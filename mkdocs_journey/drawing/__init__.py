"""A page's view blocks as finished HTML, with what search and the table of contents need."""

from __future__ import annotations

from mkdocs_journey.drawing.charts import check_charts
from mkdocs_journey.drawing.copies import set_apart
from mkdocs_journey.drawing.digest import Section
from mkdocs_journey.drawing.links import LinkTokens
from mkdocs_journey.drawing.page import Drawing, Drawn
from mkdocs_journey.drawing.site import Site
from mkdocs_journey.drawing.targets import check_blocks

__all__ = ["Drawing", "Drawn", "LinkTokens", "Section", "Site", "check_blocks", "check_charts",
           "set_apart"]  # fmt: skip
