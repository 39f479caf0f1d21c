"""A map as Mermaid's `journey` diagram: stages as sections, moments with score and actors.

The diagram is of Mermaid 8 and newer (https://mermaid.js.org/syntax/userJourney.html). Its scores
are whole numbers from 1 to 5, and every task has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.imported import (
    FormatError,
    Imported,
    Note,
    check_bytes,
    check_columns,
)
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.mermaid_text import statement
from mkdocs_journey.render.parts import nearest
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.base import show
from mkdocs_journey.values.feelings import EVERYONE
from mkdocs_journey.values.text import slugify
from mkdocs_journey.views.columns import Column, columns
from mkdocs_journey.views.layout import persona_names

NEUTRAL = 3
"""Score of a moment without a feeling: the diagram cannot leave one out."""

_CODE_POINT = re.compile(r"#(?P<code>[0-9]{1,7});")
_NUMBER = re.compile(r"[-−+]?[0-9]{1,6}(?:[.,][0-9]{1,3})?")
_FENCE = re.compile(r"\s*(?:```+|~~~+)\s*(?P<language>\w*)")
_KEYWORD = re.compile(r"(?P<word>title|section|accTitle|accDescr)\b[ \t]*:?[ \t]*(?P<text>.*)",
                      re.IGNORECASE)  # fmt: skip
_LONGEST_LINE = 50_000
"""Mermaid itself reads no longer text (`maxTextSize`)."""


def write(map: Map, catalog: Catalog, translator: Translator) -> str:  # noqa: ARG001 (same verbs)
    """The map as `journey` text; all user text is escaped, so that it shows as it was written."""
    lines = ["journey", f"    title {statement(map.title)}"]
    names = persona_names(map) or {who.id: who.id for who in map.journey.personas}
    stage = -1
    for column in columns(map.journey, catalog):
        if column.stage_index != stage:
            stage = column.stage_index
            lines.append(f"    section {statement(plain(column.stage.name))}")
        lines += [f"      {task}" for task in _tasks(column, names)]
    return without_surrogates("\n".join(lines) + "\n")


def _tasks(column: Column, names: dict[str, str]) -> Iterator[str]:
    """A moment's tasks: one for all who feel the same, as the diagram has one score a task."""
    name = statement(plain(column.name))
    by_score: dict[int, list[str]] = {}
    for persona in column.holder.feeling:
        felt = [feeling.score or 0 for feeling in column.feelings(persona)]
        if felt:
            who = [names.get(persona, persona)] if persona != EVERYONE else list(names.values())
            by_score.setdefault(nearest(sum(felt) / len(felt)), []).extend(who)
    for score, who in (by_score or {NEUTRAL: list(names.values())}).items():
        actors = ", ".join(statement(actor) for actor in who)
        yield f"{name}: {score}: {actors}" if actors else f"{name}: {score}"


@dataclass
class _Reader:
    title: str = ""
    stages: list[dict[str, Any]] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)
    """Id -> name, in the order of their first task."""
    notes: list[Note] = field(default_factory=list)
    count: int = 0

    def note(self, line: int, message: str) -> None:
        self.notes.append(Note(f"line {line}", message))


def read(content: str, catalog: Catalog) -> Imported:  # noqa: ARG001 (same verbs)
    """The map of the first `journey` diagram in a text; raises `FormatError`.

    Common slips are mended, each with a note: score and actors in each other's place, scores
    outside 1 to 5 or with another scale's, a task without a score.
    """
    check_bytes(content)
    reader = _Reader()
    in_diagram = False
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), start=1):
        if len(line) > _LONGEST_LINE:
            message = f"line {number}: {len(line):,} characters are no task: write `Task: 4: Actor`"
            raise FormatError(message)
        text = line.split("%%", 1)[0].strip()
        if not in_diagram:
            in_diagram = text.lower() == "journey"
        elif _FENCE.match(text):
            break
        elif text:
            _read_line(reader, number, text)
    if not in_diagram:
        raise FormatError("no `journey` diagram here: begin its text with the line `journey`")
    if not reader.stages:
        raise FormatError("no section and no task in this diagram: write `section` and tasks")
    journey: dict[str, Any] = {"stages": reader.stages}
    if reader.actors:
        journey = {"personas": [{"name": name} for name in reader.actors.values()], **journey}
    return Imported(journey, reader.title, (), tuple(reader.notes))


def _read_line(reader: _Reader, number: int, text: str) -> None:
    keyword = _KEYWORD.fullmatch(text)
    if keyword is None:
        _read_task(reader, number, text)
        return
    value = _decoded(keyword["text"])
    match keyword["word"].lower():
        case "title":
            reader.title = value
        case "section" if value:
            reader.stages.append({"name": value})
        case "section":
            reader.note(number, "left out a section without a name")
        case _:
            reader.note(number, f"left out `{show(text)}`: a map has no text for screen readers")


def _read_task(reader: _Reader, number: int, text: str) -> None:
    name, *rest = (_decoded(part) for part in text.split(":"))
    if not name:
        reader.note(number, f"left out `{show(text)}`, which has no name")
        return
    reader.count += 1
    check_columns(reader.count)
    if not reader.stages:
        reader.stages.append({"name": reader.title or "Journey"})
        reader.note(
            number, f"a task before the first section: put under `{reader.stages[0]['name']}`"
        )
    score, actors = _score_and_actors(reader, number, name, rest)
    moments = reader.stages[-1].setdefault("touchpoints", [])
    ids = [_actor(reader, actor) for actor in actors]
    # A task again, by others: a moment that they feel differently.
    same = moments[-1] if moments and moments[-1]["name"] == name else None
    felt = same.get("feeling") if same else None
    if same and isinstance(felt, dict) and ids and not felt.keys() & set(ids):
        felt |= dict.fromkeys(ids, score) if score is not None else {}
        return
    moment: dict[str, Any] = {"name": name}
    if score is not None:
        moment["feeling"] = dict.fromkeys(ids, score) if ids else score
    moments.append(moment)


def _score_and_actors(
    reader: _Reader, number: int, name: str, rest: list[str]
) -> tuple[float | None, list[str]]:
    parts = [part for part in rest if part]
    at = next((i for i, part in enumerate(parts) if _NUMBER.fullmatch(part)), None)
    if at is None:
        reader.note(number, f"`{show(name)}` has no score: left without a feeling")
    elif at > 0:
        reader.note(number, f"`{show(name)}`: score and actors had changed places")
    actors = [
        actor.strip()
        for i, part in enumerate(parts)
        if i != at
        for actor in part.split(",")
        if actor.strip()
    ]
    score = None if at is None else float(parts[at].replace(",", ".").replace("−", "-"))
    if score is not None and not 1 <= score <= 5:
        nearer = min(5.0, max(1.0, score))
        reader.note(
            number, f"`{show(name)}`: score {parts[at or 0]} is outside 1 to 5, taken as {nearer:g}"
        )
        score = nearer
    score = int(score) if score is not None and score.is_integer() else score
    return score, list(dict.fromkeys(actors))


def _actor(reader: _Reader, name: str) -> str:
    found = slugify(name) or "actor"
    reader.actors.setdefault(found, name)
    return found


def _decoded(text: str) -> str:
    return _CODE_POINT.sub(_character, text).strip()


def _character(match: re.Match[str]) -> str:
    code = int(match["code"])
    is_text = code < 0x110000 and not 0xD800 <= code <= 0xDFFF and code >= 32
    return chr(code) if is_text else match[0]
