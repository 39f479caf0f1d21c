"""A site of any size, generated from a seed: for tests and for the benchmark.

The same seed gives the same maps on every machine, and map `n` is the same whatever the size of the
site, so that a site of ten maps is the beginning of one of a thousand. What maps name exists: the
personas, the systems of `SETTINGS`, and only maps before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

FOLDER = 25
"""Maps in one folder: a menu of all pages on every page would cost more than they do."""
MOST_MAPS = 2000

_WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))

SETTINGS: dict[str, Any] = {
    "systems": {id: {"label": label} for id, label in _WORDS["systems"].items()}
}
"""Options of the plugin for such a site."""

_KINDS = {
    "current-state": 10,
    "future-state": 3,
    "service-blueprint": 3,
    "lifecycle": 2,
    "experience": 1,
    "day-in-the-life": 1,
}
_STATUSES = {"draft": 4, "review": 3, "validated": 5, "archived": 1}
_SEVERITIES = {"low": 3, "medium": 4, "high": 3, "critical": 1}
_WORK = {"idea": 4, "planned": 3, "doing": 2, "done": 2, "dropped": 1}
_LEVELS = ("low", "medium", "high")
_SOURCES = {
    "interviews": ("{n} interviews", "interview", (6, 30)),
    "survey": ("Survey after the order", "survey", (80, 2000)),
    "analytics": ("Web analytics", "analytics", (1000, 90000)),
    "tickets": ("Tickets of the last quarter", "support-log", (40, 900)),
    "guess": ("A guess from the workshop", "assumption", (4, 12)),
}


def site(maps: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path and text of every page of a site of some maps, the personas' pages first."""
    for id, persona in _WORDS["personas"].items():
        yield f"personas/{id}.md", _page({"persona": persona}, persona["name"])
    for number in range(min(maps, MOST_MAPS)):
        yield map_path(number), map_page(number, seed)


def map_path(number: int) -> str:
    """Path of the page of the n-th map, counted from 0."""
    return f"group-{number // FOLDER}/map-{number}.md"


def map_page(number: int, seed: int = 1) -> str:
    """Text of the page of the n-th map."""
    return _Writer(number, seed).page()


def _page(front: dict[str, Any], title: str) -> str:
    block = yaml.dump(front, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    return f"---\n{block}---\n\n# {title}\n"


class _Writer:
    """Writes one map; all that is drawn by lot comes from its own random numbers."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.random = Random(f"{seed}-{number}")
        self.thing = self.random.choice(_WORDS["things"])
        self.kind = self.weighted(_KINDS)
        self.who = self.random.sample(sorted(_WORDS["personas"]), self.weighted({1: 4, 2: 1}))
        self.sources = self.random.sample(sorted(_SOURCES), self.random.randint(1, 3))
        self.pains: list[str] = []
        self.ideas: list[str] = []

    def weighted(self, weights: dict[Any, int]) -> Any:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self, first_year: int, last_year: int) -> str:
        year = self.random.randint(first_year, last_year)
        return f"{year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def page(self) -> str:
        first, last, stages = self.stages()
        title = f"{first} to {last}: {self.thing} ({self.number})"
        draw = self.random
        in_place = {"name": draw.choice(("Rui Costa", "Nora Lind")), "role": "Helper"}
        journey = {
            "kind": self.kind,
            "status": self.weighted(_STATUSES),
            "owner": draw.choice(_WORDS["teams"]),
            "reviewed": self.day(2025, 2026),
            "review_every": draw.choice(("3 months", "6 months", "1 year")),
            "personas": [*self.who, *([in_place] if self.chance(0.1) else [])],
            "segments": draw.sample(_WORDS["segments"], draw.randint(1, 2)),
            "scenario": f"Somebody needs {self.thing} and has *no* time to lose.",
            "goals": [f"Have {self.thing} by the end of the month"],
            "expectations": ["Know the price before signing"],
            "sources": {id: self.source(id) for id in self.sources},
            **self.relations(),
            "stages": stages,
            "actions": [self.action(at) for at in range(draw.randint(0, 4))],
        }
        tags = draw.sample(_WORDS["tags"], draw.randint(0, 3))
        return _page({"title": title, "tags": tags, "journey": journey}, title)

    def relations(self) -> dict[str, Any]:
        """What a map improves or details: always a map before it, so that it exists."""
        if not self.number:
            return {}
        other = "../" + map_path(self.random.randrange(self.number))
        if self.kind == "future-state":
            return {"improves": other}
        return {"parent": {"map": other, "stage": "decide"}} if self.chance(0.15) else {}

    def source(self, id: str) -> dict[str, Any]:
        title, method, (least, most) = _SOURCES[id]
        n = self.random.randint(least, most)
        return {"title": title.format(n=n), "method": method, "n": n, "date": self.day(2024, 2026)}

    def stages(self) -> tuple[str, str, list[dict[str, Any]]]:
        """Neighbouring stages, `Decide` always among them."""
        known = _WORDS["stages"]
        first = self.random.randint(0, 2)
        last = self.random.randint(first + 3, len(known))
        chosen = known[first:last]
        return chosen[0]["name"], chosen[-1]["name"], [self.stage(stage) for stage in chosen]

    def stage(self, stage: dict[str, Any]) -> dict[str, Any]:
        draw = self.random
        moments = sorted(
            draw.sample(range(len(stage["moments"])), draw.randint(1, len(stage["moments"])))
        )
        health: dict[str, Any] = {}
        if self.kind == "lifecycle":
            value = draw.randint(30, 95)
            health = {
                "health": {
                    "value": value,
                    "previous": min(100, max(0, value + draw.randint(-12, 12))),
                },
                "checkpoint": [
                    {"text": "The goal is written down", "met": True},
                    {"text": "Somebody else can do it", "met": self.chance(0.5)},
                ],
            }
        return {
            "name": stage["name"],
            **({} if self.kind == "day-in-the-life" else {"phase": stage["phase"]}),
            "goal": stage["goal"],
            **health,
            "touchpoints": [self.moment(stage["moments"][at]) for at in moments],
        }

    def moment(self, moment: dict[str, Any]) -> dict[str, Any]:
        draw = self.random
        found: dict[str, Any] = {
            "name": moment["name"],
            "channel": moment["channel"],
            "doing": moment["doing"].format(thing=self.thing),
            "thinking": moment["thinking"],
        }
        if self.chance(0.9):
            found["feeling"] = self.feelings()
        if self.chance(0.4):
            found["pains"] = [self.pain(moment["pain"])]
        if self.chance(0.3):
            found["opportunities"] = [self.idea(moment["idea"])]
        if self.chance(0.6):
            system = {"text": _WORDS["systems"][moment["system"]], "system": moment["system"]}
            found |= {"backstage": moment["work"], "support": [system]}
        if self.chance(0.25):
            metric = {"value": draw.randint(-20, 70), "target": ">= 40", "n": draw.randint(20, 800)}
            found["metrics"] = {"nps": metric}
        if self.chance(0.1):
            found["wait"] = f"{draw.randint(2, 9)} days"
        return found

    def feelings(self) -> Any:
        """A feeling of everybody, or one for each persona."""
        if len(self.who) > 1:
            return {id: self.feeling() for id in self.who}
        return self.feeling()

    def feeling(self) -> dict[str, Any]:
        score = self.weighted({1: 2, 2: 4, 3: 4, 4: 5, 5: 3})
        emotion = self.random.choice(_WORDS["emotions"][score])
        return {"score": score, "emotion": emotion} | self.cited(0.6)

    def cited(self, share: float) -> dict[str, Any]:
        """Sources that a claim names, which not every claim does."""
        return {"sources": [self.random.choice(self.sources)]} if self.chance(share) else {}

    def pain(self, text: str) -> dict[str, Any]:
        id = f"pain-{len(self.pains) + 1}"
        self.pains.append(id)
        share = f"{self.random.randint(2, 80)}%"
        severity = self.weighted(_SEVERITIES)
        found = {"text": text, "id": id, "severity": severity, "frequency": share}
        return found | self.cited(0.7)

    def idea(self, text: str) -> dict[str, Any]:
        draw = self.random
        id = f"idea-{len(self.ideas) + 1}"
        self.ideas.append(id)
        return {
            "text": text,
            "id": id,
            **({"solves": [draw.choice(self.pains)]} if self.pains else {}),
            "impact": draw.choice(_LEVELS),
            "effort": draw.choice(_LEVELS),
            "status": self.weighted(_WORK),
            "owner": draw.choice(_WORDS["teams"]),
        }

    def action(self, at: int) -> dict[str, Any]:
        draw = self.random
        targets = [*self.pains, *self.ideas]
        return {
            "text": f"Try it with one {draw.choice(('team', 'store', 'market'))} first",
            "id": f"action-{at + 1}",
            **({"solves": [draw.choice(targets)]} if targets else {}),
            "owner": draw.choice(_WORDS["teams"]),
            "due": self.day(2026, 2027),
            "status": self.weighted(_WORK),
            "ticket": f"CX-{self.number * 10 + at}",
        }
