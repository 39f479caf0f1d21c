"""What a search index and a table of contents should know of a map: headings and plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import LANES
from mkdocs_journey.model import Persona, Stage, Touchpoint
from mkdocs_journey.render.inline import plain
from mkdocs_journey.values.addresses import UNWANTED
from mkdocs_journey.values.base import Model
from mkdocs_journey.views.anchors import Anchors

_WORDS = ("text", "emotion", "why", "note", "alt", "impact")
_UNWANTED = re.compile(f"[{UNWANTED}]")


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with the text that search should find under it."""

    level: int
    """Level of the heading, 2 to 6; 0 for text without a heading of its own."""
    id: str
    title: str
    """Plain text of the heading."""
    text: str
    """Plain text of everything that stands there, cells separated by ` · `."""


def digest(drawn: Map, anchors: Anchors, level: int = 3) -> tuple[Section, ...]:
    """Sections of a map: each stage, and below it each of its touchpoints.

    A cell's words stand under the touchpoint (or stage) that holds it, so that a search leads
    there instead of to the top of the page.
    """
    sections: list[Section] = []
    for stage in drawn.journey.stages:
        sections.append(_section(level, anchors.stage(stage.id), stage))
        sections.extend(
            _section(level + 1, anchors.touchpoint(stage.id, touchpoint.id), touchpoint)
            for touchpoint in stage.touchpoints
        )
    return tuple(sections)


def _section(level: int, id: str, holder: Stage | Touchpoint) -> Section:
    texts: list[str] = []
    held = vars(holder)  # what was not written stands there as empty
    for lane_id in LANES:
        if content := held.get(lane_id):
            _collect(content, texts)
    for cards in holder.custom.values():
        _collect(cards, texts)
    return Section(level, id, _clean(plain(holder.name)), _clean(" · ".join(texts)))


def _collect(value: object, texts: list[str]) -> None:
    """Add the words of one lane's content, whatever its shape: texts, notes, feelings' names."""
    if isinstance(value, str):
        texts.append(plain(value))
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, texts)
    elif isinstance(value, dict):
        for item in value.values():
            _collect(item, texts)
    elif isinstance(value, Model):
        held = vars(value)
        for name in _WORDS:
            if said := held.get(name):
                _collect(said, texts)


def persona_text(persona: Persona) -> str:
    """Plain text of a persona's card, for search."""
    texts = (
        persona.name, persona.role, persona.place, persona.quote, persona.bio,
        *persona.motivations, *persona.goals, *persona.needs, *persona.pains,
        *(hour.text for hour in persona.day),
    )  # fmt: skip
    return _clean(" · ".join(plain(text) for text in texts if text))


def _clean(text: str) -> str:
    """Text without what no page shows: among Markdown's own text it would come alive."""
    return text if text.isprintable() else _UNWANTED.sub("", text)
