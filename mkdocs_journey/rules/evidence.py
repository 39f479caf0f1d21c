"""Evidence: whether what a map says still rests on something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.model import Journey
from mkdocs_journey.model.claims import Standing, claims_of
from mkdocs_journey.model.evidence import is_old
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.rules.walking import Checked

OLD_SOURCE = Rule(
    "J426", "old-source", Severity.INFO,
    "A source of a map or persona is not older than a year.",
    "What customers said before the last redesign is quoted as if they still said it.",
    page_with("journey:\n  sources: {talks: {title: 12 interviews, date: 2024-05}}\n"
              "  stages: [{name: Buy}]\n"),
    page_with("journey:\n  sources: {talks: {title: 12 interviews, date: 2026-05}}\n"
              "  stages: [{name: Buy}]\n"),
)  # fmt: skip
UNFOUNDED_MAP = Rule(
    "J427", "unfounded-map", Severity.INFO,
    "At least half of what a validated map claims rests on a source that is no assumption.",
    "Readers take `validated` to mean that somebody asked customers.",
    page_with("journey:\n  status: validated\n  stages:\n"
              "    - {name: Buy, feeling: {score: 2, emotion: lost}, pains: {text: Slow}}\n"),
    page_with("journey:\n  status: validated\n  sources: {talks: {title: 12 interviews}}\n"
              "  stages:\n    - name: Buy\n      feeling: {score: 2, emotion: lost}\n"
              "      pains: {text: Slow, sources: talks}\n"),
)  # fmt: skip

RULES = (OLD_SOURCE, UNFOUNDED_MAP)


def check_evidence(checked: Checked, today: date) -> Iterator[Finding]:
    """Sources that have grown old, and a map that promises more than it rests on."""
    part = checked.part
    if isinstance(part, Journey) and part.is_archived:
        return
    for id, source in part.sources.items():
        if source.date is not None and is_old(source.age(today)):
            message = (
                f"`{id}` dates from {source.date.iso}, more than a year ago: "
                "ask again, or name a newer source"
            )
            yield checked.report(OLD_SOURCE, ("sources", id, "date"), message)
    if isinstance(part, Journey) and part.status == "validated":
        yield from _check_claims(checked, part)


def _check_claims(checked: Checked, journey: Journey) -> Iterator[Finding]:
    standings = [
        claim.standing(journey.sources)
        for _, holder in checked.of(LaneFields)
        for claim in claims_of(holder)
    ]
    unfounded = len(standings) - standings.count(Standing.OBSERVED)
    if 2 * unfounded > len(standings):
        message = (
            f"{unfounded} of {len(standings)} claims name no source, or only assumptions: "
            "give them `sources:`, or write `status: review`"
        )
        yield checked.report(UNFOUNDED_MAP, ("status",), message)
