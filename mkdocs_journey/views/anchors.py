"""Names of the places on a page that can be linked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KINDS = ("view", "pain", "opportunity", "source", "part")
"""First words of the ids that hold a dot."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Ids of a map's parts on one page.

    A stage is `discover` and a touchpoint `discover-opens-the-newsletter`, because people share
    these links. All others hold a dot, which no slug and no Markdown heading's id has, so that
    they never collide with a stage or with the page's own headings.
    """

    prefix: str = ""
    """Begins every id of a second or further map on the same page, with its dot."""
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Ids of the stages and touchpoints whose own were taken, by the ids of the stage and of the
    touchpoint, which is empty for the stage itself."""

    def stage(self, stage_id: str) -> str:
        """Id of a stage's heading."""
        own = f"{self.prefix}{stage_id}"
        return self.renamed.get((stage_id, ""), own) if self.renamed else own

    def touchpoint(self, stage_id: str, touchpoint_id: str) -> str:
        """Id of a touchpoint's heading."""
        own = f"{self.prefix}{stage_id}-{touchpoint_id}"
        return self.renamed.get((stage_id, touchpoint_id), own) if self.renamed else own

    def view(self, name: str) -> str:
        """Id of a view's section: `view.blueprint`."""
        return f"{self.prefix}view.{name}"

    def pain(self, number: int) -> str:
        """Id of the n-th pain of the map, counted from 1."""
        return f"{self.prefix}pain.{number}"

    def opportunity(self, number: int) -> str:
        """Id of the n-th opportunity of the map, counted from 1."""
        return f"{self.prefix}opportunity.{number}"

    def source(self, number: int) -> str:
        """Id of the n-th source of the map, counted from 1."""
        return f"{self.prefix}source.{number}"

    def part(self, name: str) -> str:
        """Id of any other part: a menu, a panel, a card."""
        return f"{self.prefix}part.{name}"
