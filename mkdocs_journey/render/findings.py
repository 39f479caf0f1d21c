"""The card that stands where a map cannot be drawn."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.diagnostics import Finding, Severity
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.parts import icon, sprite
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.translations import mark

MOST = 20
"""Findings that a card lists; the build's log has all of them."""
_SEVERITIES = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("info"),
}


def findings_card(findings: Sequence[Finding], context: Context) -> Html:
    """What is wrong with a map that cannot be read, each with its place."""
    title = context.label("This map cannot be drawn yet")
    items = "".join(_finding(finding, context) for finding in findings[:MOST])
    rest = len(findings) - MOST
    more = ""
    if rest > 0:
        text = context.translator.count("and {n} more", "and {n} more", rest)
        more = f"<p>{count_html(text)}</p>"
    card = (
        f'<div class="journey-findings" role="note"><p class="journey-findings__title">'
        f"{icon('warning')}{title}</p><ol>{items}</ol>{more}</div>"
    )
    return Html(f'<div class="journey">{sprite(card)}{card}</div>')


def _finding(finding: Finding, context: Context) -> str:
    at = finding.position
    place = escape(f"{finding.path}:{at.line}:{at.column}")
    severity = context.label(_SEVERITIES[finding.severity])
    rule = escape(f"{finding.rule.code} [{finding.rule.name}]")
    return (
        f'<li><span class="journey-findings__place"><code>{place}</code> {severity} {rule}</span>'
        f"{_message(finding, context)}</li>"
    )


def _message(finding: Finding, context: Context) -> str:
    """Messages are English on every site, which a screen reader has to be told."""
    message = escape(finding.message)
    is_english = context.translator.language == "en"
    return message if is_english else f'<span lang="en">{message}</span>'
