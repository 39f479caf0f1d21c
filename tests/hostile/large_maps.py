"""Maps of any size, each large in another way: what takes time must not grow with its square."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]


def moments(touchpoints: list[Data], **header: Any) -> Data:
    return {**header, "stages": [{"name": "Buy", "touchpoints": touchpoints}]}


def each(n: int, part: Callable[[int], Data], **header: Any) -> Data:
    """A map of n touchpoints, the nth with a part of its own."""
    return moments([{"name": f"T{i}", **part(i)} for i in range(n)], **header)


def one(**part: Any) -> Data:
    return moments([{"name": "Pay", **part}])


def flow(blocks: list[Data]) -> Data:
    return moments([{"name": "Pay"}], flow=blocks)


def texts(n: int, **more: Any) -> list[Data]:
    """Cards whose other keys are made from their number where they hold `{}`."""
    return [
        {"text": f"x{i}"}
        | {key: [value[0].format(i)] if isinstance(value, list) else value.format(i)
           for key, value in more.items()}
        for i in range(n)
    ]  # fmt: skip


def full(i: int) -> Data:
    lanes = ("doing", "thinking", "pains", "gains", "opportunities", "frontstage", "backstage")
    return dict.fromkeys(lanes, f"x{i}") | {"feeling": i % 5 + 1, "quotes": "q", "wait": "2 h"}


LARGE: dict[str, Callable[[int], Data]] = {
    "touchpoints": lambda n: each(n, lambda _: {}),
    "full touchpoints": lambda n: each(n, full),
    "stages": lambda n: {"stages": [{"name": f"S{i}"} for i in range(n)]},
    "stages with touchpoints": lambda n: {
        "stages": [{"name": f"S{i}", "touchpoints": [{"name": "Pay"}]} for i in range(n)]
    },
    "one name": lambda n: moments([{"name": "Pay"}] * n),
    "one id": lambda n: moments([{"name": "Pay", "id": "pay"}] * n),
    "one id of stages": lambda n: {"stages": [{"name": "Buy", "id": "buy"}] * n},
    "personas": lambda n: {"personas": [{"name": f"P{i}"} for i in range(n)], **one(feeling=4)},
    "personas who feel": lambda n: {
        "personas": [{"name": f"P{i}"} for i in range(3 * n)],
        **each(3 * n, lambda i: {"feeling": {f"p{i}": 4}}),
    },
    "long names of personas": lambda n: {
        "personas": [{"name": "P" * 50 * n}], **each(n, lambda _: {"feeling": 4, "quotes": "q"})
    },
    "a long name of a stage": lambda n: {
        "stages": [{"name": "S" * 50 * n,
                    "touchpoints": [{"name": f"T{i}", "feeling": 4} for i in range(n)]}]
    },
    "a long name of a moment": lambda n: moments(
        [{"name": "T" * 50 * n, "id": "t"}, *[{"name": "A", "backstage": texts(1, to=["t"])}] * n],
        flow=[{"touchpoint": "t"}] * n,
    ),
    "a long title of a source": lambda n: {
        "sources": {"s": {"title": "T" * 50 * n, "method": "survey"}},
        **each(n, lambda _: {"pains": texts(1, sources=["s"])}),
    },
    "a long path": lambda n: each(n, lambda _: {"path": "p"}) | {"paths": {"p": "x" * 50 * n}},
    "a long id": lambda n: {
        "stages": [{"name": "S", "id": "s" * 50 * n,
                    "touchpoints": [{"name": "T", "feeling": 4}] * n}]
    },
    "unknown personas": lambda n: {"personas": [f"p{i}" for i in range(n)], **one()},
    "quotes": lambda n: one(quotes=[{"text": f"x{i}", "persona": f"p{i}"} for i in range(n)]),
    "feelings": lambda n: each(n, lambda i: {"feeling": i % 5 + 1}),
    "changes of a feeling": lambda n: one(feeling=[i % 5 + 1 for i in range(n)]),
    "one feeling": lambda n: each(n, lambda _: {"feeling": 4}),
    "unknown feelings": lambda n: each(n, lambda i: {"feeling": f"odd{i}"}),
    "pains": lambda n: one(pains=texts(n, id="p{}"), opportunities=texts(n, solves=["p{}"])),
    "pains of one id": lambda n: one(pains=texts(n, id="p"), opportunities=texts(n, solves="p")),
    "unknown pains": lambda n: one(
        pains=texts(n, id="p{}"), opportunities=texts(n, solves=["q{}"])
    ),
    "actions": lambda n: one(opportunities=texts(n, id="o")) | {"actions": texts(n, solves="o")},
    "connections": lambda n: each(n, lambda i: {"backstage": texts(1, to=[f"t{i * 7 % n}"])}),
    "connected cards": lambda n: each(
        n, lambda i: {"frontstage": texts(1, id=f"f{i}"),
                      "backstage": texts(1, to=[f"f{(i + 1) % n}"])}
    ),
    "connections in one cell": lambda n: one(
        frontstage=texts(n, id="f{}", to=["b{}"]), backstage=texts(n, id="b{}")
    ),
    "connections of one card": lambda n: one(
        frontstage={"text": "x", "to": [f"b{i}" for i in range(n)]}, backstage=texts(n, id="b{}")
    ),
    "unknown connections": lambda n: each(n, lambda i: {"backstage": texts(1, to=[f"a{i}"])}),
    "unknown channels": lambda n: each(n, lambda i: {"channel": f"channel-{i}"}),
    "unknown keys": lambda n: one(**{f"key{i}": 1 for i in range(n)}),
    "unknown lanes": lambda n: {"lanes": [f"l{i}" for i in range(n)], **one()},
    "one lane": lambda n: {"lanes": ["doing"] * n, **each(n, lambda _: {"doing": "x"})},
    "sources": lambda n: one(pains=texts(n, sources=["s{}"]))
    | {"sources": {f"s{i}": {"title": "x", "method": "survey"} for i in range(n)}},
    "unknown sources": lambda n: one(pains=texts(n, sources=["q{}"]))
    | {"sources": {f"s{i}": {"title": "x", "method": "survey"} for i in range(n)}},
    "paths": lambda n: each(n, lambda i: {"path": f"p{i}"})
    | {"paths": {f"p{i}": "x" for i in range(n)}},
    "metrics": lambda n: one(metrics={f"m{i}": i for i in range(n)}),
    "alerts": lambda n: {
        "kind": "lifecycle",
        "stages": [{"name": f"S{i}", "health": 50, "checkpoint": ["x"]} for i in range(n)],
        "alerts": [{"metric": "health", "below": 60, "at": f"s{i}"} for i in range(n)],
    },
    "unknown alerts": lambda n: each(n, lambda _: {})
    | {"alerts": [{"metric": f"m{i}", "below": 6, "at": f"q{i}"} for i in range(n)]},
    "funnel": lambda n: each(n, lambda i: {"volume": 1000 - i % 10, "drop_off": "3%"}),
    "actors": lambda n: each(n, lambda i: {"frontstage": texts(1, actor=f"a{i}")}),
    "systems": lambda n: each(n, lambda i: {"support": texts(1, system=f"a{i}")}),
    "owners": lambda n: each(n, lambda i: {"owner": f"o{i}"}),
    "links": lambda n: one(links=[{"url": f"a{i}.md", "text": "A"} for i in range(n)]),
    "blocks": lambda n: flow([{"step": f"s{i}"} for i in range(n)]),
    "jumps": lambda n: flow(
        [{"step": "s", "id": f"i{i}", "goto": f"i{i * 3 % n}"} for i in range(n)]
    ),
    "unknown jumps": lambda n: flow(
        [{"step": "s", "id": f"i{i}", "goto": f"q{i}"} for i in range(n)]
    ),
    "decisions": lambda n: flow(
        [{"if": "c", "then": [{"step": "a"}], "else": [{"step": "b"}]} for _ in range(n)]
    ),
    "splits": lambda n: flow(
        [{"split": [{"share": "50%", "do": [{"step": "x"}]}, {"share": "50%"}]} for _ in range(n)]
    ),
    "branches": lambda n: flow([{"split": [{"share": "1%", "do": [{"step": "x"}]}] * n}]),
    "audiences": lambda n: flow([{"audience": {"segment": f"x{i}"}} for i in range(n)]),
    "linked blocks": lambda n: each(
        n, lambda _: {}, flow=[{"touchpoint": f"t{i}"} for i in range(n)]
    ),
}  # fmt: skip
"""Data of a map of a size, by what it has many of."""
