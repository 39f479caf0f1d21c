"""One page's text as a map or a persona, with everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.front_matter import Mapping, Silence
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.source import Source


@dataclass(frozen=True)
class Page:
    """A page that has, or was meant to have, a map or a persona."""

    path: str
    """Path of the page, relative to the site's pages, with forward slashes."""
    title: str
    """Title of the front matter, else the first heading's, else made from the file's name."""
    source: Source
    """The page's own text."""
    map_source: Source
    """Where the map's YAML stands: the page, or the file that `journey:` names."""
    data: Mapping
    """The map's (or persona's) YAML values with their places, for checks; empty where broken."""
    journey: Journey | None = None
    """The journey as far as it is valid, with ids on all stages and touchpoints."""
    persona: Persona | None = None
    tags: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Faults of the text and of its form; what `rules` finds across pages comes later."""
    silences: tuple[Silence, ...] = ()
    is_persona_page: bool = False

    @property
    def persona_id(self) -> str:
        """Id of the page's persona: its file name."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md").lower()

    @property
    def is_unreadable(self) -> bool:
        """Nothing of the map or persona can be drawn: the page shows a card that says why."""
        return self.journey is None and self.persona is None
