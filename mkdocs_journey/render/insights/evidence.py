"""What was observed, what is assumed, and the sources."""

from __future__ import annotations

from mkdocs_journey.model.claims import ClaimKind, Standing
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import (
    Head,
    Panel,
    gap,
    heading_id,
    path_link,
    row,
    rows,
    scroll,
    table,
    warning,
)
from mkdocs_journey.render.parts import score_word
from mkdocs_journey.render.quantities import amount_html, count_html, span_text
from mkdocs_journey.render.sheet import METHOD_LABELS
from mkdocs_journey.translations import mark
from mkdocs_journey.values.times import DAY
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.evidence import PlacedClaim, SourceReport, Tally
from mkdocs_journey.views.insights.places import NEUTRAL

KIND_LABELS = {
    ClaimKind.FEELING: mark("Feelings"),
    ClaimKind.PAIN: mark("Pain points"),
    ClaimKind.GAIN: mark("Gains"),
    ClaimKind.QUOTE: mark("Quotes"),
    ClaimKind.CARD: mark("Cards with a source"),
}

_CLAIMS = (
    Head(mark("Claims")),
    Head(mark("Observed"), True),
    Head(mark("Assumed"), True),
    Head(mark("No source"), True),
)


def evidence_panel(found: Insights, context: Context) -> Panel | None:
    """How many claims were observed, and which were not."""
    report = found.evidence
    if not report.total:
        return None
    lines = (_tally(tally, context) for tally in report.tallies)
    content = table(context, _CLAIMS, lines)
    speak = context.translator
    lead = speak.count(
        "{share} of {n} claim was observed. The others are assumed, or name no source.",
        "{share} of {n} claims were observed. The others are assumed, or name no source.",
        report.total,
        share=speak.percent(report.observed_share, 0),
    )
    return Panel(
        "evidence",
        context.label("What it rests on"),
        count_html(lead),
        content + _unfounded(found, context),
    )


def _tally(tally: Tally, context: Context) -> str:
    number = context.translator.number
    cells = "".join(
        [
            f'<td class="is-num">{escape(number(n)) if n else "–"}</td>'
            for n in (tally.observed, tally.assumed, tally.unsourced)
        ]
    )
    label = context.label(KIND_LABELS[tally.kind])
    return f'<tr><th scope="row">{label}</th>{cells}</tr>'


def _unfounded(found: Insights, context: Context) -> Html:
    claims = found.evidence.unfounded
    if not claims:
        return Html("")
    label = context.translator.count(
        "{n} claim to look into", "{n} claims to look into", len(claims)
    )
    items = rows([_claim(claim, context) for claim in claims])
    return Html(
        f'<details class="journey-more"><summary>{count_html(label)}</summary>{items}</details>'
    )


def _claim(item: PlacedClaim, context: Context) -> str:
    claim = item.claim
    state = context.label("Assumed" if item.standing is Standing.ASSUMED else "No source")
    text = context.markdown(claim.text) or escape(
        score_word(context.translator, claim.score or NEUTRAL)
    )
    small = f"{context.label(KIND_LABELS[claim.kind])} · {path_link(context, item.place)}"
    return row(Html(""), text, Html(small), gap(state))


_SOURCES = (
    Head(mark("Source")),
    Head(mark("Method")),
    Head(mark("n"), True),
    Head(mark("Age")),
    Head(mark("Used by"), True),
)


def sources_panel(found: Insights, context: Context) -> Panel | None:
    """The sources with their age."""
    sources = found.evidence.sources
    if not sources:
        return None
    lines = (_source(source, context) for source in sources)
    lead = context.label("How old each source is, and how many claims and metrics name it.")
    return Panel(
        "sources",
        context.label("Sources"),
        lead,
        scroll(heading_id(context, "sources"), table(context, _SOURCES, lines, "sources")),
    )


def _source(report: SourceReport, context: Context) -> str:
    source, number = report.source, context.translator.number
    method = context.label(METHOD_LABELS[source.method]) if source.method else "–"
    n = number(source.n) if source.n is not None else "–"
    return (
        f'<tr><th scope="row">{context.markdown(source.title)}</th><td>{method}</td>'
        f'<td class="is-num">{escape(n)}</td><td>{_age(report, context)}</td>'
        f'<td class="is-num">{escape(number(report.uses)) if report.uses else "–"}</td></tr>'
    )


def _age(report: SourceReport, context: Context) -> Html:
    if report.age is None:
        return gap(context.label("no date"))
    age = amount_html(span_text(context.translator, max(1, report.age) * DAY))
    if not report.is_old:
        return age
    return Html(f"{age}<br>{warning(context.label('over a year old'))}")
