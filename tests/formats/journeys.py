"""Small journeys of every kind of value, for laws about files."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey, read_journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.values.base import Reading

PERSONAS = ("ana", "rui")
READING = Reading(BUILT_IN, frozenset(PERSONAS))

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=12
).map(lambda text: f"x{text}")
"""Any text that is not empty; what a format makes of markup is the format's to say."""
plain_texts = st.builds(
    "{} {}".format,
    st.sampled_from(("Pays, twice;", "É de novo|", "=1+1", "<b>no</b>", "12 % & #", "`it's` $x$")),
    st.uuids(),
)
"""Texts that look like markup, each another one, so that a table can tell neighbours apart."""
scores = st.integers(1, 5) | st.sampled_from((1.5, 2.25))
measures = st.sampled_from(("46", "2.5", "58%", "7–10", "≥ 40", "R$ 12"))
durations = st.sampled_from(("2 days", "PT2H", "2–3 hours", "12+ months", "ongoing", "90 s"))
slugs = st.sampled_from(("a", "b-1", "c_2"))


def some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with any of the keys."""
    return st.fixed_dictionaries({}, optional=parts)


def cards(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    long = st.builds(
        lambda head, rest: {"text": head, **rest},
        text,
        some(actor=text, note=text, fail_point=st.booleans(), sources=slugs),
    )
    return st.lists(text | long, min_size=1, max_size=2)


def moments(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    felt = scores | st.fixed_dictionaries({"score": scores, "emotion": text})
    levels = st.sampled_from(("low", "medium", "high"))
    lanes = some(
        channel=st.sampled_from(("web", "phone")), owner=text, moment_of_truth=st.booleans(),
        volume=st.integers(0, 10**6), drop_off=st.sampled_from(("12%", 0.5)),
        doing=cards(text), thinking=cards(text), frontstage=cards(text),
        feeling=felt | st.lists(felt, min_size=2, max_size=2)
        | st.fixed_dictionaries({"ana": felt, "rui": felt}),
        pains=st.lists(st.fixed_dictionaries({"text": text}, optional={
            "severity": levels, "frequency": st.sampled_from(("30%", "often"))}), max_size=2),
        opportunities=st.lists(st.fixed_dictionaries({"text": text}, optional={
            "impact": levels, "effort": levels, "status": st.just("planned"), "solves": slugs}),
            max_size=2),
        metrics=some(nps=measures, conversion=st.fixed_dictionaries(
            {"value": measures, "target": measures})),
        wait=durations, elapsed=durations, quotes=st.lists(text, max_size=2),
        checkpoint=st.lists(st.fixed_dictionaries({"text": text, "met": st.booleans()}),
                            max_size=2),
        feedback=st.just({"nps": {"promoters": 3}, "csat": {"1": 4}}),
        links=st.just([{"url": "a.md", "text": "A"}]), health=st.just({"value": 70}),
    )  # fmt: skip
    return st.builds(lambda name, rest: {"name": name, **rest}, text, lanes)


def journeys(text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[dict[str, Any]]:
    """Data of a map as its YAML gives it."""
    stage = st.builds(
        lambda name, rest: {"name": name, **rest},
        text,
        some(
            touchpoints=st.lists(moments(text), max_size=3),
            phase=st.sampled_from(("before", "after")),
            goal=cards(text),
            health=st.just({"value": 60, "previous": 40}),
        ),
    )
    header = some(
        kind=st.sampled_from(("lifecycle", "experience")), owner=text, review_every=durations,
        reviewed=st.sampled_from(("2026-10-02", "2026-10", "2026")), scenario=text,
        about=st.dictionaries(st.sampled_from(("text", "value", "No")), text, max_size=2),
        paths=st.just({"happy": "All well"}), actions=st.lists(st.fixed_dictionaries(
            {"text": text, "due": st.just("2026-12-15")}), max_size=1),
        flow=st.just([{"trigger": {"custom": "Cart left"}}, {"email": "Hi"}, {"wait": "1 day"},
                      {"if": "read", "within": "PT5H", "then": [{"end": "Done"}]}]),
        metrics=some(churn=measures),
    )  # fmt: skip
    return st.builds(
        lambda stages, head: {"personas": list(PERSONAS), "stages": stages, **head},
        st.lists(stage, min_size=1, max_size=3),
        header,
    )


def understood(data: Any) -> Journey:
    """The journey of data in the language's forms, which must have no fault."""
    outcome = read_journey(data, READING)
    assert outcome.part is not None, outcome.faults
    assert outcome.faults == ()
    return identify(outcome.part)


def mapped(data: Any) -> Map:
    return Map("journeys/map.md", "A map", understood(data), tags=("x",))
