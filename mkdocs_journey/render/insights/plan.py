"""The improvement plan as a table."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_journey.model import PlannedAction
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import (
    Head,
    Panel,
    dotted,
    fill,
    gap,
    heading_id,
    key,
    listed,
    pain_key,
    path_link,
    scroll,
    table,
    tag,
    warning,
)
from mkdocs_journey.render.parts import level_meter, severity, work_status
from mkdocs_journey.render.quantities import count_html, count_text
from mkdocs_journey.render.sheet import href_of
from mkdocs_journey.translations import mark
from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.pains import HotSpot
from mkdocs_journey.views.insights.plan import Plan, PlanEntry, Work

_HEADS = (
    Head(mark("Pain point")),
    Head(mark("Severity")),
    Head(mark("What is planned")),
    Head(mark("Impact")),
    Head(mark("Effort")),
    Head(mark("Status")),
    Head(mark("Owner")),
)


def plan_panel(found: Insights, context: Context) -> Panel | None:
    """Every pain with what is done about it, then what is done about none."""
    if not found.plan.entries:
        return None
    lines = [_entry(entry, context) for entry in found.plan.entries]
    content = table(context, _HEADS, lines, "plan")
    title = context.label("Improvement plan")
    body = scroll(heading_id(context, "plan"), content)
    return Panel("plan", title, _lead(found.plan, context), body, True)


def _lead(plan: Plan, context: Context) -> Html:
    speak = context.translator
    sentences = [context.label("Every pain point and what is being done about it.")]
    if unanswered := plan.unanswered:
        keys = listed([pain_key(context, spot) for spot in unanswered])
        sentences.append(fill(context.label("Nothing answers {keys} yet."), keys=keys))
    if unlinked := len(plan.unlinked):
        loose = speak.count(
            "{n} idea is not linked to a pain point.",
            "{n} ideas are not linked to a pain point.",
            unlinked,
        )
        sentences.append(count_html(loose))
    if overdue := len(plan.overdue):
        late = speak.count("{n} action is overdue.", "{n} actions are overdue.", overdue)
        sentences.append(warning(count_text(late)))
    return join(sentences, " ")


def _entry(entry: PlanEntry, context: Context) -> str:
    lines = [_work(work, context) for work in entry.works]
    if entry.has_more:
        lines.append(_remark(mark("Further actions stand under pain points above"), context))
    span = f' rowspan="{len(lines)}"' if len(lines) > 1 else ""
    is_open = ' class="is-open"' if entry.is_open or entry.pain is None else ""
    lead = (
        _pain_cells(entry.pain, span, context) if entry.pain else _loose_cells(entry, span, context)
    )
    if not lines:
        lines = [_remark(mark("Nothing planned yet"), context)]
    first = f"<tr{is_open}>{lead}{lines[0]}</tr>"
    return first + "".join([f'<tr class="is-more">{line}</tr>' for line in lines[1:]])


def _remark(msgid: str, context: Context) -> str:
    """Words in place of work."""
    return f'<td colspan="5">{gap(context.label(msgid))}</td>'


def _pain_cells(spot: HotSpot, span: str, context: Context) -> str:
    return (
        f'<th scope="row"{span}>{pain_key(context, spot)} {context.markdown(spot.pain.text)}'
        f"<small>{path_link(context, spot.place)}</small></th>"
        f"<td{span}>{severity(context.translator, spot.severity)}</td>"
    )


def _loose_cells(entry: PlanEntry, span: str, context: Context) -> str:
    return (
        f'<th scope="row"{span}>{gap(context.label("No pain point linked"))}'
        f"<small>{path_link(context, entry.works[0].place)}</small></th><td{span}>–</td>"
    )


def _work(work: Work, context: Context) -> str:
    item, speak = work.item, context.translator
    # Links in the text of another map would count from that map's page.
    say = context.in_link if work.origin else context.markdown
    notes = ""
    if work.origin or item.ticket or item.horizon:
        facts = _origin(work, context), _ticket(item.ticket, context, say), say(item.horizon)
        small = dotted(facts)
        notes = f"<small>{small}</small>" if small else ""
    owner = say(item.owner) or gap(context.label("No owner"))
    return (
        f"<td>{_mark(work, context)} {say(item.text)}{notes}</td>"
        f"<td>{level_meter(speak, item.impact)}</td><td>{level_meter(speak, item.effort)}</td>"
        f"<td>{_status(work, context)}</td><td>{owner}</td>"
    )


def _mark(work: Work, context: Context) -> Html:
    if work.number is None:
        return tag(context.label("Action"))
    if work.origin is not None:
        return Html(f'<span class="journey-key">O{work.number}</span>')
    return key("O", context.anchors.opportunity(work.number), work.number)


def _origin(work: Work, context: Context) -> Html:
    """The other map that work is written in, linked to where it stands there."""
    if work.origin is None:
        return Html("")
    title, href = escape(work.origin.title), href_of(context, work.origin.address)
    link = Html(f'<a class="journey-place" href="{escape(href)}">{title}</a>') if href else title
    return fill(context.label("In {journey}"), journey=link)


def _status(work: Work, context: Context) -> Html:
    status = work_status(context.translator, work.item.status) if work.item.status else Html("–")
    due = work.item.due if isinstance(work.item, PlannedAction) else None
    if due is None:
        return status
    day = escape(context.translator.date(due.year, due.month, due.day))
    if work.is_overdue:
        label = warning(fill(context.label("overdue since {date}"), date=day))
    else:
        label = fill(context.label("due by {date}"), date=day)
    return Html(f"{status}<small>{label}</small>")


def _ticket(ticket: str, context: Context, say: Callable[[str], Html]) -> Html:
    url = safe_url(ticket) if ticket.startswith(("http://", "https://")) else None
    if url is None:
        return say(ticket)
    return Html(f'<a class="journey-place" href="{escape(url)}">{context.label("Ticket")}</a>')
