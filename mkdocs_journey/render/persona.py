"""A persona's page."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.atlas import Map
from mkdocs_journey.model import Hour, Persona
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.header import draw_avatar, draw_sources, draw_status
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.insights.panel import Head, scroll, strong, table
from mkdocs_journey.render.listing import Column, Line, list_table
from mkdocs_journey.render.parts import face, icon, score_word, sprite
from mkdocs_journey.render.sheet import link
from mkdocs_journey.render.spark import sparkline
from mkdocs_journey.translations import mark
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.layout import first_name
from mkdocs_journey.views.persona import JourneyLine, PersonaView, feelings_of, persona_view

_DAY = (Head(mark("Time")), Head(mark("What happens")), Head(mark("Feeling")))


def persona_page(
    persona: Persona,
    path: str,
    maps: Sequence[Map],
    context: Context,
    *,
    title_html: Html,
    page_title: str,
) -> Html:
    """The page of a persona at a path; `title_html` is its heading, whatever the persona's name."""
    view = persona_view(persona, path, maps, context.catalog)
    content = (
        f"{_header(view, context, title_html, page_title)}{_trio(persona, context)}"
        f"{_channels(view, context)}{_day(view, context)}{_journeys(view, context)}"
    )
    anchor = escape(context.anchors.view("persona"))
    return Html(f'<div class="journey" id="{anchor}" data-journey>{sprite(content)}{content}</div>')


def _header(view: PersonaView, context: Context, title_html: Html, page_title: str) -> str:
    persona = view.persona
    name = "" if page_title == persona.name else persona.name
    facts = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{value}</dd></div>"
        for label, value in (
            (context.text("Name"), context.markdown(name)),
            (context.text("Role"), context.markdown(persona.role)),
            (context.text("Age"), context.markdown(persona.age)),
            (context.text("Place"), context.markdown(persona.place)),
            (context.text("Segment"), context.markdown(persona.segment)),
            (context.text("Based on"), Html(draw_sources(context, view.sources))),
        )
        if value
    )
    bio, quote = persona.bio, persona.quote
    return (
        '<div class="journey-header journey-header--persona">'
        f"{draw_avatar(context, persona.avatar, view.initials, ' journey-avatar--l')}"
        '<div class="journey-header__main">'
        f'<p class="journey-kicker">{context.label("Persona")}</p>{title_html}'
        + (f'<p class="journey-header__scenario">{context.markdown(bio)}</p>' if bio else "")
        + (f'<p class="journey-say">{quoted(quote, context.markdown)}</p>' if quote else "")
        + "</div>"
        + (f'<dl class="journey-facts">{facts}</dl>' if facts else "")
        + "</div>"
    )


def _trio(persona: Persona, context: Context) -> str:
    sections = "".join(
        _list_section(context, name, label, texts)
        for name, label, texts in (
            ("goal", context.text("Goals"), persona.goals),
            ("check", context.text("Needs"), persona.needs),
            ("pains", context.text("Pains"), persona.pains),
            ("star", context.text("Motivations"), persona.motivations),
        )
        if any(texts)
    )
    return f'<div class="journey-trio">{sections}</div>' if sections else ""


def _list_section(context: Context, name: str, label: str, texts: Sequence[str]) -> str:
    items = "".join(f"<li>{context.markdown(text)}</li>" for text in texts if text)
    return (
        f"<section><h2>{icon(name)}{escape(label)}</h2>"
        f'<ul class="journey-plain">{items}</ul></section>'
    )


def _panel(context: Context, name: str, label: str, content: str) -> str:
    anchor = escape(context.anchors.part(name))
    return (
        f'<section class="journey-panel journey-panel--flat"><h2 id="{anchor}">{escape(label)}'
        f"</h2>{content}</section>"
    )


def _channels(view: PersonaView, context: Context) -> str:
    """Preferred channels, the most used first."""
    if not view.channels:
        return ""
    items = "".join(
        f'<li class="journey-pref">{icon(channel.icon)}<span>{escape(channel.label)}</span></li>'
        for channel in view.channels
    )
    label = context.text("Preferred channels")
    return _panel(context, "channels", label, f'<ol class="journey-prefs">{items}</ol>')


def _day(view: PersonaView, context: Context) -> str:
    if not view.hours:
        return ""
    has_feelings = bool(view.day.points)
    lines = [_hour(context, hour, has_feelings) for hour in view.hours]
    label = context.text("A day")
    heads = _DAY if has_feelings else _DAY[:2]
    curve = (
        sparkline(context, view.day, context.text("Feeling by hour"))
        if len(view.day.points) > 1
        else ""
    )
    return _panel(
        context,
        "day",
        label,
        f"{curve}{scroll(context.anchors.part('day'), table(context, heads, lines, 'day'))}",
    )


def _hour(context: Context, hour: Hour, has_feelings: bool) -> Html:
    felt = "".join(_felt(context, feeling) for feeling in feelings_of(hour))
    feeling = f"<td>{felt}</td>" if has_feelings else ""
    time = f'<th scope="row">{context.markdown(hour.time)}</th>' if hour.time else "<td></td>"
    return Html(f"<tr>{time}<td>{context.markdown(hour.text)}</td>{feeling}</tr>")


def _felt(context: Context, feeling: Feeling) -> str:
    if feeling.score is None:
        return f"<span>{context.markdown(feeling.emotion)}</span>"
    word = feeling.emotion or score_word(context.translator, feeling.score)
    score = context.text("{score} of 5", score=context.translator.number(feeling.score))
    return (
        f'<span class="journey-with-icon">{face(feeling.score)}<span>{context.markdown(word)}'
        f'<span class="journey-sr">, {escape(score)}</span></span></span> '
    )


def _journeys(view: PersonaView, context: Context) -> str:
    if not view.journeys:
        return ""
    columns = (
        Column(context.label("Journey"), is_head=True),
        Column(context.label("Feeling"), is_spark=True),
        Column(context.label("Mean feeling"), is_number=True),
        Column(context.label("Lowest moment")),
    )
    lines = (Line(_journey_cells(context, line)) for line in view.journeys)
    content = scroll(context.anchors.part("journeys"), list_table("journeys", columns, lines))
    label = context.text("Journeys with {name}", name=first_name(view.persona.name))
    return _panel(context, "journeys", label, content)


def _journey_cells(context: Context, line: JourneyLine) -> tuple[Html, ...]:
    spark = mean = lowest = Html("")
    if line.curve.mean is not None and line.lowest is not None:
        spark = sparkline(context, line.curve, context.text("Feeling by touchpoint"))
        mean = strong(context.translator.score(line.curve.mean))
        felt = line.lowest.feeling
        word = felt.emotion or score_word(context.translator, felt.score or 3)
        lowest = Html(
            f'<span class="journey-with-icon">{face(felt.score or 3)}<span>'
            f"{context.markdown(line.lowest.name)}, {context.markdown(word)}</span></span>"
        )
    title = link(context, line.address, escape(line.title))
    name = Html(
        f'{title}<small class="journey-kicker">'
        f"{context.label(line.kind)} {draw_status(line.status)}</small>"
    )
    return name, spark, mean, lowest
