"""Method: what a kind of map is for, and what keeps a map trustworthy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.lanes import LANES, LaneFields, blueprint_lanes, default_lanes
from mkdocs_journey.model import Journey
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.rules.walking import Checked

STALE_MAP = Rule(
    "J421", "stale-map", Severity.INFO,
    "A map is looked at again before `review_every` has passed since `reviewed`.",
    "Teams decide by maps that describe a service as it no longer is.",
    page_with("journey:\n  reviewed: 2020-01-15\n  review_every: 6 months\n"
              "  stages: [{name: Buy}]\n"),
    page_with("journey:\n  reviewed: 2026-10-02\n  review_every: 6 months\n"
              "  stages: [{name: Buy}]\n"),
)  # fmt: skip
HEALTH_OUTSIDE_LIFECYCLE = Rule(
    "J422", "health-outside-lifecycle", Severity.INFO,
    "Health scores stand in lifecycle maps.",
    "Other kinds do not show health, because it is about customers that already are some.",
    page_with("journey:\n  stages: [{name: Buy, health: 72}]\n"),
    page_with("journey:\n  kind: lifecycle\n  stages: [{name: Adopt, health: 72}]\n"),
)  # fmt: skip
VOLUME_RISES = Rule(
    "J423", "volume-rises", Severity.INFO,
    "After a drop-off, no more come to the next touchpoint of the stage than were left.",
    "A funnel whose numbers contradict each other is not believed.",
    page_with("journey:\n  stages:\n    - name: Buy\n      touchpoints:\n"
              "        - {name: Cart, volume: 1000, drop_off: 40%}\n"
              "        - {name: Pay, volume: 900}\n"),
    page_with("journey:\n  stages:\n    - name: Buy\n      touchpoints:\n"
              "        - {name: Cart, volume: 1000, drop_off: 40%}\n"
              "        - {name: Pay, volume: 600}\n"),
)  # fmt: skip
ALERT_WITHOUT_BOUND = Rule(
    "J424", "alert-without-bound", Severity.WARNING,
    "An alert says below or above which value it rings.",
    "An alert without a bound never rings.",
    page_with("journey:\n  kind: lifecycle\n  stages: [{name: Adopt, health: 50}]\n"
              "  alerts: {metric: health, at: adopt}\n"),
    page_with("journey:\n  kind: lifecycle\n  stages: [{name: Adopt, health: 50}]\n"
              "  alerts: {metric: health, below: 60, at: adopt}\n"),
)  # fmt: skip
LANE_NOT_SHOWN = Rule(
    "J425", "lane-not-shown", Severity.INFO,
    "What a map fills is among the lanes that its kind shows, or that `lanes:` names.",
    "What nobody sees is not read, and not kept true.",
    page_with("journey:\n  kind: experience\n  stages: [{name: Chat, needs: To be heard}]\n"),
    page_with("journey:\n  kind: experience\n  lanes: [doing, feeling, needs]\n"
              "  stages: [{name: Chat, needs: To be heard}]\n"),
)  # fmt: skip

RULES = (STALE_MAP, HEALTH_OUTSIDE_LIFECYCLE, VOLUME_RISES, ALERT_WITHOUT_BOUND, LANE_NOT_SHOWN)

_SHOWN_ELSEWHERE = frozenset({"health", "when", "expecting", "checkpoint"})
"""Lanes of which another check, a stage's head or the insights speak."""

_ROUNDING = 1.01
"""Shares are written in whole percents, so the count that they leave is not exact."""


def check_method(checked: Checked, today: date) -> Iterator[Finding]:
    """What a map's kind and numbers promise."""
    journey = checked.part
    if not isinstance(journey, Journey):
        return
    if journey.reviewed and journey.review_every and journey.is_stale(today):
        due = journey.reviewed.after(journey.review_every)
        message = f"the review was due on {due.isoformat()}: look at the map again"
        yield checked.report(STALE_MAP, ("reviewed",), message)
    if journey.kind != "lifecycle" and "health" not in journey.lanes:
        for place, stage in enumerate(journey.stages):
            if stage.health is not None:
                message = f"a {journey.kind} map does not show health: write `kind: lifecycle`"
                path = ("stages", place, "health")
                yield checked.report(HEALTH_OUTSIDE_LIFECYCLE, path, message, at_key=True)
    for place, alert in enumerate(journey.alerts):
        if alert.below is None and alert.above is None:
            message = "this alert never rings: write `below: …` or `above: …`"
            yield checked.report(ALERT_WITHOUT_BOUND, ("alerts", place), message)
    yield from _check_volumes(checked, journey)
    if not journey.lanes:
        yield from _check_lanes(checked, journey)


def _check_lanes(checked: Checked, journey: Journey) -> Iterator[Finding]:
    """Lanes that are filled and that the map's kind leaves out, each where it is filled first."""
    kind = journey.kind or "current-state"
    untold = set(_hidden(checked.catalog, kind))
    for path, holder in checked.of(LaneFields):
        held = vars(holder)
        if untold.isdisjoint(held):
            continue
        for lane_id in [lane_id for lane_id in held if lane_id in untold]:
            untold.remove(lane_id)
            message = f"a map of the kind `{kind}` does not show `{lane_id}`: name it in `lanes:`"
            yield checked.report(LANE_NOT_SHOWN, (*path, lane_id), message, at_key=True)


@lru_cache(maxsize=16)
def _hidden(catalog: Catalog, kind: str) -> frozenset[str]:
    """Lanes that a kind of map leaves out, and that are shown nowhere else."""
    shown = {lane.id for lane in (*default_lanes(catalog, kind), *blueprint_lanes())}
    return frozenset(LANES.keys() - shown - _SHOWN_ELSEWHERE)


def _check_volumes(checked: Checked, journey: Journey) -> Iterator[Finding]:
    for at, stage in enumerate(journey.stages):
        pairs = zip(stage.touchpoints, stage.touchpoints[1:], strict=False)
        for place, (before, after) in enumerate(pairs, 1):
            if before.volume is None or before.drop_off is None or after.volume is None:
                continue
            left = before.volume * (1 - before.drop_off)
            is_one_way = before.path == after.path
            if is_one_way and after.volume > left * _ROUNDING + 1:
                message = (
                    f"{after.volume:,} come here, but of {before.volume:,} before only "
                    f"{left:,.0f} were left: correct one of the numbers"
                )
                path = ("stages", at, "touchpoints", place, "volume")
                yield checked.report(VOLUME_RISES, path, message)
