"""The header of a map's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_journey.catalog import Status
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.parts import face, icon, score_word
from mkdocs_journey.render.quantities import date_html
from mkdocs_journey.render.sheet import METHOD_LABELS, answers, href_of, link
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.header import Header, NumberedSource, PersonaCard


def draw_header(view: Header, context: Context, title_html: Html) -> str:
    """The whole header; `title_html` is the page's finished heading, or empty."""
    journey = view.journey
    kicker = f"{context.label(view.kind)} {draw_status(view.status)}"
    scenario = "".join(
        f'<p class="journey-header__scenario">{context.markdown(text)}</p>'
        for text in journey.scenario
        if text
    )
    goals = _goals(context, "goal", context.label("Goals"), journey.goals)
    personas = "".join(draw_persona_card(context, persona) for persona in view.personas)
    facts = "".join(_fact(label, value) for label, value in _facts(view, context))
    return (
        '<div class="journey-header"><div class="journey-header__main">'
        f'<p class="journey-kicker">{kicker}</p>{title_html}{scenario}{goals}</div>'
        + (f'<div class="journey-personas">{personas}</div>' if personas else "")
        + (f'<dl class="journey-facts">{facts}</dl>' if facts else "")
        + "</div>"
    )


def draw_status(status: Status) -> Html:
    """Badge of a map's status: its sign and its word."""
    return Html(
        f'<span class="journey-state journey-state--{escape(status.sign)}">'
        f"{escape(status.label)}</span>"
    )


def _goals(context: Context, name: str, label: Html, texts: Sequence[str]) -> str:
    items = "".join(
        f"<li>{icon(name)}<span>{context.markdown(text)}</span></li>" for text in texts if text
    )
    if not items:
        return ""
    return f'<ul class="journey-goals" aria-label="{label}">{items}</ul>'


def draw_persona_card(context: Context, card: PersonaCard) -> Html:
    """A persona's card, a link where the persona has a page."""
    word = context.label("Persona: ")
    href = href_of(context, card.page) if card.page else None
    said = context.markdown if href is None else context.in_link
    quote = quoted(card.quote, said) if card.quote else ""
    facts = join(map(said, card.facts), ", ")
    role = f'<span class="journey-persona__role">{facts}</span>' if facts else ""
    inside = (
        f'{draw_avatar(context, card.avatar, card.initials)}<span class="journey-persona__text">'
        f'<span class="journey-persona__name"><span class="journey-sr">{word}</span>'
        f"{said(card.name)}</span>{role}{quote}</span>"
    )
    if href is None:
        return Html(f'<div class="journey-persona">{inside}</div>')
    return Html(f'<a class="journey-persona" href="{escape(href)}">{inside}</a>')


def draw_avatar(context: Context, path: str, initials: str, extra: str = "") -> Html:
    """A persona's picture, else the initials; decoration, because the name stands beside it."""
    source = None if not path or context.lacks_face(path) else href_of(context, path)
    if source is None:
        return Html(
            f'<span class="journey-avatar{extra}" aria-hidden="true">{escape(initials)}</span>'
        )
    return Html(
        f'<img class="journey-avatar{extra}" src="{escape(source)}" alt="" width="48" height="48">'
    )


def _facts(view: Header, context: Context) -> Iterator[tuple[str, str]]:
    """Label and finished value of each fact, in order."""
    journey, label = view.journey, context.label
    if journey.owner:
        yield label("Owner"), context.markdown(journey.owner)
    if journey.reviewed is not None:
        overdue = f' <span class="journey-stale">{label("review overdue")}</span>'
        date = date_html(context.translator, journey.reviewed)
        yield label("Reviewed"), date + (overdue if view.is_stale else "")
    yield from _frame(view, context)
    yield from _relations(view, context)
    if view.sources:
        yield label("Based on"), draw_sources(context, view.sources)


def _frame(view: Header, context: Context) -> Iterator[tuple[str, str]]:
    """Whom the map is about, how the whole feels, what is expected and what is left out."""
    journey, label = view.journey, context.label
    segments = journey.all_segments
    if segments:
        name = label("Segments") if len(segments) > 1 else label("Segment")
        yield name, _list(context, segments)
    if view.feelings:
        drawn = [_feeling(context, who, feeling) for who, felt in view.feelings for feeling in felt]
        yield label("Feeling overall"), "".join(drawn)
    for name, texts in (
        (label("Expectations"), journey.expectations),
        (label("Scope"), journey.scope),
    ):
        if any(texts):
            yield name, _list(context, texts)
    for about, value in journey.about.items():
        if value:
            yield about, context.markdown(value)


def _relations(view: Header, context: Context) -> Iterator[tuple[str, str]]:
    """Maps that this one details or answers."""
    journey, names = view.journey, view.map_names
    if journey.parent is not None:
        path, stage = journey.parent.map, journey.parent.stage
        address = f"{path}#{stage}" if stage else path
        yield context.label("Part of"), link(context, address, escape(names.get(path, path)))
    if journey.improves:
        name = escape(names.get(journey.improves, journey.improves))
        yield context.label("Improves"), link(context, journey.improves, name)


def _list(context: Context, texts: Sequence[str]) -> str:
    return "".join(f"<span>{context.markdown(text)}</span>" for text in texts if text)


def _fact(label: str, value: str) -> str:
    return f"<div><dt>{escape(label)}</dt><dd>{value}</dd></div>"


def _feeling(context: Context, persona: str, feeling: Feeling) -> str:
    drawn, word = "", str(context.markdown(feeling.emotion))
    if feeling.score is not None:
        said = feeling.emotion or score_word(context.translator, feeling.score)
        score = context.text("{score} of 5", score=context.translator.number(feeling.score))
        drawn = face(feeling.score)
        word = f"{context.markdown(said)} <small>{escape(score)}</small>"
    name = f"{context.markdown(persona)}: " if persona else ""
    why = f" <small>{context.markdown(feeling.why)}</small>" if feeling.why else ""
    return f'<span class="journey-with-icon">{drawn}<span>{name}{word}{why}</span></span>'


def draw_sources(context: Context, sources: Sequence[NumberedSource]) -> str:
    """Sources with the numbers by which cells cite them."""
    return "".join(_source(context, source) for source in sources)


def _source(context: Context, source: NumberedSource) -> str:
    evidence = source.evidence
    anchor = escape(context.anchors.source(source.number))
    title = context.markdown(evidence.title)
    if evidence.url:
        title = link(context, evidence.url, context.in_link(evidence.title))
    details: list[str] = []
    if evidence.method:
        details.append(context.label(METHOD_LABELS[evidence.method]))
    if evidence.n is not None:
        details.append(answers(context, evidence.n))
    if evidence.date is not None:
        details.append(date_html(context.translator, evidence.date))
    small = f" <small>{', '.join(details)}</small>" if details else ""
    assumed = " journey-source--assumed" if evidence.method == "assumption" else ""
    return (
        f'<span class="journey-source{assumed}" id="{anchor}">{title}'
        f'<sup class="journey-cite">{source.number}</sup>{small}</span> '
    )
