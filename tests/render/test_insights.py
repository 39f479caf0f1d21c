"""The insights as HTML: only what there is to say, linked, escaped, in the page's language."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.identity import identify
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html
from mkdocs_journey.render.insights import insights_section
from mkdocs_journey.render.insights.panel import Panel, arrange
from mkdocs_journey.render.quantities import amount_html
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.base import Reading
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.insights.plan import MOST_REPEATS, Origin, opportunities
from mkdocs_journey.views.layout import lay_out

TODAY = date(2026, 12, 1)
CONTEXT = Context(Translator("en"), BUILT_IN, Anchors(), lambda _: None)

CHECKOUT: dict[str, Any] = {
    "sources": {"funnel": {"title": "Web analytics", "method": "analytics", "date": "2026-11-01"}},
    "stages": [
        {
            "name": "Buy",
            "touchpoints": [
                {
                    "name": "Call",
                    "channel": "phone",
                    "feeling": {"score": 5, "emotion": "relieved"},
                },
                {
                    "name": "Checkout",
                    "channel": "web",
                    "feeling": {"score": 1, "emotion": "annoyed"},
                    "expecting": "One click",
                    "pains": [
                        {"id": "account", "text": "An account is **forced**", "severity": "high",
                         "sources": ["funnel"]},
                        "The address is asked for twice",
                    ],
                    "opportunities": {"text": "Guest checkout", "solves": ["account"]},
                    "wait": "2 days",
                },
            ],
        },
    ],
}  # fmt: skip


def draw(data: dict[str, Any], context: Context = CONTEXT, **keys: Any) -> str:
    personas = frozenset(who.id for who in keys.get("personas", ()))
    journey = Journey.model_validate(data, context=Reading(BUILT_IN, personas))
    return draw_map(Map("map.md", "Map", identify(journey), **keys), context)


def draw_map(found: Map, context: Context = CONTEXT, **keys: Any) -> str:
    return "".join(insights_section(found, lay_out(found, BUILT_IN), context, TODAY, **keys))


def stage(*touchpoints: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"stages": [{"name": "Buy", "touchpoints": list(touchpoints)}], **keys}


def panels(html: str) -> list[str]:
    return re.findall(r'<h3 id="part\.insight-([a-z]+)"', html)


def test_a_small_map(snapshot: SnapshotAssertion) -> None:
    html = draw(CHECKOUT)
    start, end = html.index('<ul class="journey-stats">'), html.index('<h3 id="part.insight-evid')
    drawn = re.sub(r'<svg class="([^"]+)".*?</svg>', r"(\1)", html[start:end])
    assert re.sub("(?=<(?:li|tr|section))", "\n", drawn) == snapshot


def test_only_panels_with_something_to_say() -> None:
    assert panels(draw(stage({"name": "Pay"}))) == ["coverage"]
    assert panels(draw(CHECKOUT)) == [
        "pains", "channels", "times", "expectations", "plan", "evidence", "sources", "coverage",
    ]  # fmt: skip


def test_everything_of_a_lifecycle() -> None:
    grow = {
        "name": "Grow",
        "health": {"value": 82, "previous": 69},
        "checkpoint": [{"text": "Signed", "met": True}, "Paid"],
        "touchpoints": [
            {
                "name": "Review",
                "moment_of_truth": True,
                "volume": 10,
                "drop_off": "20%",
                "feedback": {"nps": {"promoters": 3, "detractors": 1}, "answers": "Fine"},
            },
            {"name": "Sign", "volume": 8},
        ],
    }
    alerts = [{"metric": "nps", "below": 60, "at": "review", "then": "Call"}]
    html = draw({"stages": [grow], "alerts": alerts})
    assert panels(html) == [
        "health", "ladder", "alerts", "readiness", "truths", "surveys", "funnel", "coverage",
    ]  # fmt: skip
    assert "+13" in html
    assert "1 of 2 met" in html
    assert "NPS 50, below 60" in html
    assert "Held back" in html
    assert "75% promoters, 25% detractors" in html
    assert "20% leave here" in html


def test_ids_are_unique_and_links_lead_into_the_map() -> None:
    html = draw(CHECKOUT, replace(CONTEXT, anchors=Anchors("2.")))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert all(id.startswith("2.") for id in ids)
    links = set(re.findall(r'<a [^>]*href="#([^"]+)"', html))
    assert links == {"2.buy-call", "2.buy-checkout", "2.pain.1", "2.pain.2", "2.opportunity.1"}


def test_labels_refer_to_headings_that_are_there() -> None:
    html = draw(CHECKOUT)
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= ids


def test_what_users_write_is_text() -> None:
    evil = '<img src=x onerror="alert(1)">{evil}'
    html = draw(
        stage(
            {
                "name": evil,
                "channel": "pigeon",
                "feeling": {"score": 1, "emotion": evil},
                "expecting": evil,
                "pains": {"text": evil, "sources": ["s"], "frequency": evil},
                "opportunities": {"text": evil, "owner": evil, "ticket": evil, "horizon": evil},
                "quotes": evil,
                "backstage": {"text": evil, "wait": "1 day"},
                "feedback": {"answers": evil},
                "checkpoint": evil,
            },
            {"name": "Go", "feeling": 5},
            sources={"s": evil},
            expectations=evil,
            alerts=[{"metric": "health", "below": 1, "notify": evil, "then": evil}],
            actions=[{"text": evil, "ticket": "javascript:alert(1)"}],
        )
    )
    assert "<img" not in html
    assert '"javascript' not in html
    assert html.count("&lt;img") >= 15


def test_each_persona_is_named() -> None:
    personas = tuple(Who(id, Persona(name=name), None) for id, name in (("a", "Ana"), ("b", "Rui")))
    data = stage({"name": "Pay", "feeling": {"a": 4, "b": 2}}, personas=["a", "b"])
    html = draw(data, personas=personas)
    assert re.findall(r'journey-stats__who">([^<]+)', html) == ["Ana", "Rui"]


def test_what_is_missing_is_said() -> None:
    html = draw(stage({"name": "Pay", "channel": "web", "pains": "Slow"}))
    assert "no severity: counts as medium" in html
    assert "no feeling: counts as neutral" in html
    assert "No source yet" in html
    assert "Nothing planned yet" in html


def test_a_pain_without_a_share_beside_one_with_it_counts_for_all_cases() -> None:
    pains = ["Slow", {"text": "Dear", "frequency": "38%"}, {"text": "Far", "frequency": "often"}]
    html = draw(stage({"name": "Pay", "pains": pains}))
    assert html.count("no share of cases: counts as all") == 2
    alone = draw(stage({"name": "Pay", "pains": "Slow"}))
    assert "no share of cases" not in alone


def test_late_actions_are_marked_on_the_day() -> None:
    action = {"text": "Pay back", "due": "2026-11-30", "status": "planned"}
    html = draw(stage({"name": "Pay"}, actions=[action]))
    assert "1\N{NO-BREAK SPACE}action\N{NO-BREAK SPACE}is\N{NO-BREAK SPACE}overdue." in html
    assert "overdue since 30 November 2026" in html


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ([("2–3 days",)], "2–3 days"),
        ([("5 days",), ("2–3 days",)], "7–8 days"),
        ([("30 min",), ("1+ days",)], "at least 24.5 hours"),
        ([("30 min",), ("2–3 days",)], "2–3 days"),
        ([("4–5 business days",), ("5–7 working days",)], "9–12 business days"),
        ([("1 business day",), ("2–3 days",), ("2 days",)], "1 business day + 4–5 days"),
        ([("40 business days",), ("P30D",)], "40 business days + 30 days"),
        ([("1 h 30 min",), ("2+ business days",)], "at least 2 business days + 1.5 hours"),
        ([("2 hours – 1 business day",), ("3 hours",)], "5 hours – 1 business day + 3 hours"),
        ([("P2D",), ("3 hours – 1 business day",)], "2.1 days – 1 business day + 2 days"),
    ],
)
def test_sums_of_time_keep_both_ends(data: list[tuple[str]], text: str) -> None:
    html = draw(stage(*({"name": f"T{n}", "wait": wait} for n, (wait,) in enumerate(data))))
    assert f"<b>{amount_html(text)}</b>" in html[: html.index("Longest waits")]


def test_numbers_follow_the_language() -> None:
    html = draw(CHECKOUT, replace(CONTEXT, translator=Translator("pt-BR")))
    assert '<span class="journey-stat__n">3,0</span>' in html


def test_a_mean_is_the_same_number_in_every_panel() -> None:
    feeling = [{"score": 3}, {"score": 3.5}]
    html = draw(
        stage({"name": "Pay", "channel": "web", "feeling": feeling, "moment_of_truth": True})
    )
    assert "<b>3.2" not in html
    assert html.count("<b>3.3") == 2


def test_two_narrow_panels_share_a_line_and_a_lone_one_takes_it_all() -> None:
    def panel(name: str, is_wide: bool) -> Panel:
        return Panel(name, name, Html(""), Html(""), is_wide)

    order = [panel("a", False), None, panel("b", False), panel("c", False), panel("d", True)]
    found = arrange([*order, panel("e", False)])
    assert [(item.name, item.is_wide) for item in found] == [
        ("a", False), ("b", False), ("c", True), ("d", True), ("e", True),
    ]  # fmt: skip


def test_work_of_another_map_leads_there_and_loses_its_own_links() -> None:
    there = Journey.model_validate(
        stage({"name": "Pay", "opportunities": {"text": "See [this](a.md) <b>", "solves": "y"}}),
        context=Reading(BUILT_IN, frozenset()),
    )
    (work,) = opportunities(identify(there))
    work = work._replace(origin=Origin("Then <b>", "../then.md#opportunity.1"))
    pain = {"id": "y", "text": "Dear"}
    here = identify(Journey.model_validate(stage({"name": "Pay", "pains": pain})))
    html = draw_map(Map("map.md", "Map", here), elsewhere={"y": (work,)})
    link = '<a class="journey-place" href="../then.md#opportunity.1">Then &lt;b&gt;</a>'
    assert (
        '<td><span class="journey-key">O1</span> See this &lt;b&gt;'
        f"<small>In {link}</small></td>" in html
    )
    assert "Nothing answers" not in html
    assert "Nothing answers" in draw_map(Map("map.md", "Map", here))


def test_a_plan_refers_to_actions_that_stand_above() -> None:
    ids = [f"p{n}" for n in range(MOST_REPEATS + 1)]
    idea = {"text": "Idea", "id": "idea", "solves": ids}
    data = stage(
        {"name": "Pay", "pains": [{"text": "x", "id": id} for id in ids], "opportunities": idea},
        actions=[{"text": "Do it", "solves": "idea"}, {"text": "Test", "solves": "idea"}],
    )
    html = draw(data)
    assert html.count("Do it") == html.count("Test") == MOST_REPEATS
    assert html.count('rowspan="3"') == 2 * MOST_REPEATS
    assert html.count("Further actions stand under pain points above") == 1


@pytest.mark.parametrize(
    ("language", "text"), [("pt-BR", "4 dias úteis + 2 horas"), ("es", "4 días hábiles + 2 horas")]
)
def test_working_days_are_a_unit_of_their_own_in_every_language(language: str, text: str) -> None:
    waits = ("1 dia útil", "3 días hábiles", "2 horas")
    journey = stage(*({"name": f"T{n}", "wait": wait} for n, wait in enumerate(waits)))
    context = replace(CONTEXT, translator=Translator(language))
    assert f"<b>{amount_html(text)}</b>" in draw(journey, context)
