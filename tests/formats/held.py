"""What formats that hold less than a map can hold of one; the guide lists the same."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.lanes import blueprint_lanes
from mkdocs_journey.model import Stage, Touchpoint
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import nearest
from mkdocs_journey.values.feelings import EVERYONE
from mkdocs_journey.views.columns import personas_of
from mkdocs_journey.views.grid import grid_lanes

LANES = ("doing", "thinking", "quotes", "pains", "opportunities")
"""Lanes of items whose texts a table holds, among those that the strategies fill."""


def held_by_tables(found: Map) -> Imported:
    """Names, phases, channels, owners, numbers, texts of lanes that the map shows; feelings.

    What a stage says of itself stands in its first column, as a table has nowhere else for it.
    """
    shown = {lane.id for lane in (*grid_lanes(found.journey, BUILT_IN), *blueprint_lanes())}
    speakers = personas_of(found.journey)
    stages = []
    for stage in found.journey.stages:
        entry: dict[str, Any] = {"name": plain(stage.name)}
        if stage.phase:
            entry["phase"] = stage.phase
        moments = [_moment(moment, shown, speakers) for moment in stage.touchpoints]
        if moments:
            entry["touchpoints"] = moments
        first = moments[0] if moments else entry
        goals = [plain(card.text) for card in stage.goal]
        if goals and "goal" in shown:
            first["goal"] = goals
        stages.append(entry)
    return Imported({"stages": stages})


def _moment(moment: Touchpoint, shown: set[str], speakers: tuple[str, ...]) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": plain(moment.name)}
    for key in ("channel", "owner", "volume"):
        value = getattr(moment, key)
        if value not in (None, ""):
            entry[key] = plain(value) if isinstance(value, str) else value
    for key in filter(shown.__contains__, LANES):
        texts = [_held_text(item) for item in getattr(moment, key)]
        if texts:
            entry[key] = texts
    severities = [pain.severity for pain in moment.pains if pain.severity]
    if severities and "pains" in shown:
        entry["severities"] = severities
    scores = {
        who: [feeling.score for feeling in felt]
        for who in speakers
        if (felt := moment.feeling.get(who) or moment.feeling.get(EVERYONE))
    }
    if scores:
        entry["scores"] = scores
    return entry


def _held_text(item: Any) -> str:
    """Words that say how often a pain is felt stand behind it, as a part of its text."""
    often = getattr(item, "frequency", None)
    return plain(item.text) + (f" ({often})" if isinstance(often, str) else "")


def of_table(found: Imported) -> list[Any]:
    """The same of what was read: texts of items without what else was found on them."""
    return [_reduced(stage) for stage in found.journey["stages"]]


def _reduced(part: dict[str, Any]) -> dict[str, Any]:
    kept = {
        key: part[key] for key in ("name", "phase", "channel", "owner", "volume") if key in part
    }
    for key in (*LANES, "goal"):
        items = part.get(key, ())
        if items:
            kept[key] = [_text(item) for item in items]
    severities = part.get("severities") or [
        pain["severity"] for pain in part.get("pains", ()) if "severity" in dict_of(pain)
    ]
    if severities:
        kept["severities"] = severities
    scores = part.get("scores") or _scores(part.get("feeling"))
    if scores:
        kept["scores"] = scores
    if "touchpoints" in part:
        kept["touchpoints"] = [_reduced(moment) for moment in part["touchpoints"]]
    return kept


def dict_of(item: Any) -> dict[str, Any]:
    return item if isinstance(item, dict) else {}


def _text(item: Any) -> str:
    """Text of an item; who acts stands before it, behind a colon."""
    text: str = item["text"] if isinstance(item, dict) else item
    return text.rpartition(": ")[2]


def _scores(feeling: Any) -> dict[str, list[float]]:
    if feeling is None:
        return {}
    by_persona = feeling if isinstance(feeling, dict) and "score" not in feeling else {"": feeling}
    return {
        persona: [
            item["score"] if isinstance(item, dict) else item
            for item in (felt if isinstance(felt, list) else [felt])
        ]
        for persona, felt in by_persona.items()
    }


def held_by_mermaid(found: Map) -> list[dict[str, Any]]:
    """Names of stages and moments; one whole score for each persona, 3 where nobody said."""
    names = [who.id for who in found.journey.personas]
    stages = []
    for stage in found.journey.stages:
        holders: tuple[Touchpoint | Stage, ...] = stage.touchpoints or (stage,)
        moments = []
        for holder in holders:
            felt = {
                who: nearest(sum(item.score or 0 for item in feelings) / len(feelings))
                for persona, feelings in holder.feeling.items()
                for who in ([persona] if persona != EVERYONE else names)
            }
            moments.append({"name": plain(holder.name), "feeling": felt or dict.fromkeys(names, 3)})
        stages.append({"name": plain(stage.name), "touchpoints": moments})
    return stages
