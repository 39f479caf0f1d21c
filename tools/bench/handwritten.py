"""The same maps as people write them without this plugin: a Markdown table and Mermaid fences.

Each page says what the map's page says in words: its head, the map and the blueprint as tables of
stages, touchpoints and lanes with the same inline Markdown and links, pains, opportunities and the
plan as lists, and the flow as a Mermaid fence. What a table of text has no means for is not there:
the curve, insights, other maps' pages that name it. It is written from the corpus's YAML and with
nothing of the package, so that neither can hide what the other costs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from tools.corpus import site

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_HEADING = re.compile(r"^# (.+)", re.MULTILINE)

Moment = Mapping[str, Any]
Stage = Mapping[str, Any]


def written_site(maps: int) -> Iterator[tuple[str, str]]:
    """Path and text of every page of a site of some maps, written by hand."""
    titles: dict[str, str] = {}
    for path, text in site(maps):
        front = _FRONT_MATTER.match(text)
        heading = _HEADING.search(text)
        assert front is not None
        assert heading is not None
        titles[path] = heading[1]
        yield path, written_page(path, yaml.load(front[1], yaml.CSafeLoader), titles)


def written_page(path: str, front: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """A page's Markdown; `titles` holds those of the pages that it may link to, by path."""
    if "persona" in front:
        return "\n\n".join(_persona(front["persona"])) + "\n"
    head = yaml.dump(
        {"title": front["title"], "tags": front["tags"]}, Dumper=yaml.CSafeDumper, sort_keys=False
    )
    parts = _map(front["title"], front["journey"], lambda other: _link(path, other, titles))
    return f"---\n{head}---\n\n" + "\n\n".join(filter(None, parts)) + "\n"


def _persona(persona: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {persona['name']}"
    yield f"> {persona['quote']}"
    yield f"- Role: {persona['role']}\n- Segment: {persona['segment']}"
    yield "Channels: " + ", ".join(persona["channels"])


def _link(path: str, other: str, titles: Mapping[str, str]) -> str:
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
    return f"[{titles[place]}]({other})"


def _map(title: str, journey: Mapping[str, Any], link: Callable[[str], str]) -> Iterator[str]:
    stages = journey["stages"]
    moments = [moment for stage in stages for moment in stage["touchpoints"]]
    yield f"# {title}"
    yield "\n".join(f"- {name}: {text}" for name, text in _head(journey, link) if text)
    yield f"## Map\n\n{_table(stages, _lanes(stages, moments))}"
    yield f"## Blueprint\n\n{_table(stages, _layers(moments))}"
    yield _list("Pains", _items(moments, "pains", _pain))
    yield _list("Opportunities", _items(moments, "opportunities", _opportunity))
    yield _list("Plan", map(_action, journey["actions"]))
    yield f"## Flow\n\n{_flow(title, stages)}"


def _head(journey: Mapping[str, Any], link: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    personas = (
        link(f"../personas/{who}.md") if isinstance(who, str) else who["name"]
        for who in journey["personas"]
    )
    sources = (
        f"{source['title']} ({source['method']}, n = {source['n']}, {source['date']})"
        for source in journey["sources"].values()
    )
    yield "Kind", journey["kind"]
    yield "Status", journey["status"]
    yield "Owner", journey["owner"]
    yield "Reviewed", f"{journey['reviewed']}, every {journey['review_every']}"
    yield "Personas", ", ".join(personas)
    yield "Segments", ", ".join(journey["segments"])
    yield "Scenario", journey["scenario"]
    yield "Goals", ", ".join(journey["goals"])
    yield "Expectations", ", ".join(journey["expectations"])
    yield "Sources", "; ".join(sources)
    yield "Improves", link(journey["improves"]) if "improves" in journey else ""
    yield "Part of", link(journey["parent"]["map"]) if "parent" in journey else ""


def _lanes(stages: Sequence[Stage], moments: Sequence[Moment]) -> Iterator[tuple[str, list[str]]]:
    """Rows of the map: what is said of a stage stands under the first of its moments."""
    yield "Touchpoint", [moment["name"] for moment in moments]
    yield "Phase", _of_stages(stages, lambda stage: stage.get("phase", ""))
    yield "Channel", [moment["channel"] for moment in moments]
    yield "Goal", _of_stages(stages, lambda stage: stage["goal"])
    yield "Doing", [moment["doing"] for moment in moments]
    yield "Thinking", [f"“{moment['thinking']}”" for moment in moments]
    yield "Feeling", [_feeling(moment.get("feeling", {})) for moment in moments]
    yield "Pains", _cells(moments, "pains", _pain)
    yield "Opportunities", _cells(moments, "opportunities", _opportunity)
    yield "Metrics", [_metrics(moment.get("metrics", {})) for moment in moments]
    yield "Health", _of_stages(stages, _health)
    yield "Checkpoint", _of_stages(stages, _checkpoint)


def _layers(moments: Sequence[Moment]) -> Iterator[tuple[str, list[str]]]:
    """Rows of the blueprint."""
    yield "Touchpoint", [moment["name"] for moment in moments]
    yield "Customer actions", [moment["doing"] for moment in moments]
    yield "Backstage", [moment.get("backstage", "") for moment in moments]
    yield "Support", _cells(moments, "support", lambda card: str(card["text"]))
    yield "Wait", [moment.get("wait", "") for moment in moments]


def _of_stages(stages: Sequence[Stage], text: Callable[[Stage], str]) -> list[str]:
    cells = ([text(stage)] + [""] * (len(stage["touchpoints"]) - 1) for stage in stages)
    return [cell for row in cells for cell in row]


def _table(stages: Sequence[Stage], rows: Iterator[tuple[str, list[str]]]) -> str:
    """A Markdown table with a stage's name above the first of its moments; no empty rows."""
    head = ("Stage", _of_stages(stages, lambda stage: f"**{stage['name']}**"))
    first, *rest = [_row(label, cells) for label, cells in (head, *rows) if any(cells)]
    return "\n".join([first, "| --- " * (first.count(" | ") + 1) + "|", *rest])


def _row(label: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join([label, *cells])} |"


def _items(moments: Sequence[Moment], key: str, text: Callable[[Any], str]) -> Iterator[str]:
    return (text(item) for moment in moments for item in moment.get(key, ()))


def _cells(moments: Sequence[Moment], key: str, text: Callable[[Any], str]) -> list[str]:
    return ["<br>".join(map(text, moment.get(key, ()))) for moment in moments]


def _list(title: str, items: Iterator[str]) -> str:
    lines = "\n".join(f"- {item}" for item in items)
    return f"## {title}\n\n{lines}" if lines else ""


def _feeling(feeling: Mapping[str, Any]) -> str:
    if feeling and "score" not in feeling:
        return "<br>".join(f"{who}: {_feeling(felt)}" for who, felt in feeling.items())
    return f"{feeling['score']} {feeling['emotion']}" if feeling else ""


def _pain(pain: Mapping[str, Any]) -> str:
    sources = "".join(f"; {source}" for source in pain.get("sources", ()))
    return f"{pain['text']} ({pain['severity']}; {pain['frequency']}{sources})"


def _opportunity(idea: Mapping[str, Any]) -> str:
    facts = f"impact {idea['impact']}, effort {idea['effort']}; {idea['status']}; {idea['owner']}"
    return f"{idea['text']} ({facts})"


def _action(action: Mapping[str, Any]) -> str:
    facts = f"{action['owner']}; due {action['due']}; {action['status']}; {action['ticket']}"
    return f"{action['text']} ({facts})"


def _metrics(metrics: Mapping[str, Any]) -> str:
    return "<br>".join(
        f"{name.upper()}: {metric['value']} (target {metric['target']}, n = {metric['n']})"
        for name, metric in metrics.items()
    )


def _health(stage: Stage) -> str:
    health = stage.get("health")
    return f"{health['value']} (before: {health['previous']})" if health else ""


def _checkpoint(stage: Stage) -> str:
    signs = {True: "✓", False: "✕"}
    return "<br>".join(
        f"{signs[item['met']]} {item['text']}" for item in stage.get("checkpoint", ())
    )


def _flow(title: str, stages: Sequence[Stage]) -> str:
    """Stages as boxes of their moments, each leading to the next, as Mermaid."""
    lines = ["flowchart LR", f"    accTitle: {title}"]
    names: list[str] = []
    for at, stage in enumerate(stages):
        lines.append(f'    subgraph s{at}["{stage["name"]}"]')
        for moment in stage["touchpoints"]:
            names.append(f"m{len(names)}")
            lines.append(f'        {names[-1]}("{moment["name"]}")')
        lines.append("    end")
    lines.append(f"    {' --> '.join(names)}")
    return "\n".join(["```mermaid", *lines, "```"])
