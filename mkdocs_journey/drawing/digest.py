"""What a search index and a table of contents should know of a map: headings and plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import LANES
from mkdocs_journey.model import Persona, Stage, Touchpoint
from mkdocs_journey.render.inline import is_plain, plain
from mkdocs_journey.values.addresses import UNWANTED
from mkdocs_journey.views.anchors import Anchors

_WORDS = frozenset({"text", "emotion", "why", "note", "alt", "impact"})
_SIDE_BY_SIDE = " · "
_UNWANTED = re.compile(f"[{UNWANTED}]")


class Section(NamedTuple):
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
    for name, content in vars(holder).items():  # what was written, in the order of the lanes
        if name in LANES:
            _add_words(texts, content)
    for cards in holder.custom.values():
        _add_words(texts, cards)
    return Section(level, id, _shown((holder.name,)), _shown(texts))


def _add_words(texts: list[str], content: object) -> None:
    """Add the words of one lane's content, whatever its shape: texts, notes, feelings' names."""
    if isinstance(content, tuple):
        for note in content:
            for name, said in note.__dict__.items():  # which `vars` looks up in twice the time
                if said and name in _WORDS:
                    texts.append(said)
    elif isinstance(content, dict):
        for part in content.values():
            _add_words(texts, part)
    elif isinstance(content, str):
        texts.append(content)


def persona_text(persona: Persona) -> str:
    """Plain text of a persona's card, for search."""
    texts = (
        persona.name, persona.role, persona.place, persona.quote, persona.bio,
        *persona.motivations, *persona.goals, *persona.needs, *persona.pains,
        *(hour.text for hour in persona.day),
    )  # fmt: skip
    return _shown([text for text in texts if text])


def _shown(texts: Sequence[str]) -> str:
    """What a reader sees of some texts, side by side.

    Without what no page shows, which among Markdown's own text would come alive.
    """
    if all(map(is_plain, texts)):
        return _SIDE_BY_SIDE.join(texts)
    joined = _SIDE_BY_SIDE.join([plain(text) for text in texts])
    return joined if joined.isprintable() else _UNWANTED.sub("", joined)
