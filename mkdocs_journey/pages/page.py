"""A page as it was read: its map or persona, and what its text and form have wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.front_matter import Mapping, Recovery, Silence, remainder
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.pages.left_out import NOTHING, LeftOut
from mkdocs_journey.pages.values import read_values
from mkdocs_journey.source import Source
from mkdocs_journey.values.text import slugify


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
    values: Mapping | None = None
    """The map's (or persona's) YAML values with their places, but those at fault: paths through
    the part lead through them alike. `None` where there are none, or they are read when asked."""
    journey: Journey | None = None
    """The journey as far as it is valid, with ids on all stages and touchpoints."""
    persona: Persona | None = None
    tags: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Faults of the text and of its form; what `rules` finds across pages comes later."""
    silences: tuple[Silence, ...] = ()
    is_persona_page: bool = False
    keys: tuple[tuple[str, int], ...] = ()
    """Keys of the page's front matter and where each stands, as `FrontMatter` has them."""
    draft: Journey | Persona | None = None
    """What broken YAML was probably meant to say, where that is a guess, or what stands under a
    misspelt key: checked and not drawn."""
    left_out: LeftOut = NOTHING
    """What stands in the map's text and is kept out of it by a fault alone."""
    recovery: Recovery | None = None
    """How the YAML was read on where it is broken."""

    @property
    def data(self) -> Mapping:
        """The map's (or persona's) YAML values with their places, as far as they can be read."""
        return self.data_reader()

    @property
    def data_reader(self) -> Callable[[], Mapping]:
        """Gets `data` for who asks late, and holds no map until then, but one at fault."""
        if (values := self.values) is not None:
            return lambda: values
        key = "persona" if self.is_persona_page else "journey"
        is_page = self.map_source is self.source
        return partial(read_values, self.map_source, key, is_page=is_page)

    def without_values(self) -> Page:
        """The page without the values that it is made of, which are read anew when asked for.

        They are some hundred objects, which a site of a thousand maps would hold until it is
        built, and the garbage collector would visit again and again. What is at fault keeps them:
        only `read_page` tells what of them can be used.
        """
        return self if self.findings else replace(self, values=None)

    @property
    def persona_id(self) -> str:
        """Id of the page's persona: its file name, or its folder's where it is the index there."""
        *folders, file = self.path.split("/")
        name = file.rpartition(".")[0]
        is_index = name.lower() in ("index", "readme") and folders
        return slugify(folders[-1] if is_index else name)

    @property
    def remainder(self) -> str:
        """The page's text without its map and persona: what is left for others to read."""
        return remainder(self.source.at_hand, self.keys)

    @property
    def is_unreadable(self) -> bool:
        """Nothing of the map or persona can be drawn: the page shows a card that says why."""
        return self.journey is None and self.persona is None
