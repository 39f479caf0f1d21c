"""What the panels of the insights are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journey.model import Stage, Touchpoint
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import unlinked
from mkdocs_journey.render.parts import face, hidden, score_word
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.translations import half_up, translator
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights.pains import HotSpot
from mkdocs_journey.views.insights.places import NEUTRAL, Place


class Panel(NamedTuple):
    """One panel: a heading, a sentence on how to read it, its content."""

    name: str
    """Ends the id of its heading: `part.insight-channels`."""
    title: str
    lead: Html
    """Empty where the content speaks for itself."""
    body: str
    """Finished as well, but what is as large as a panel is not copied to say so."""
    is_wide: bool = False
    """It needs the whole width; two others share it."""

    def id(self, context: Context) -> str:
        """Id of its heading."""
        return heading_id(context, self.name)


def heading_id(context: Context, name: str) -> str:
    """Id of the heading of a panel of that name."""
    return context.anchors.part(f"insight-{name}")


def arrange(panels: Iterable[Panel | None]) -> list[Panel]:
    """Panels that have something to say, in order; one without a neighbour becomes wide."""
    found = [panel for panel in panels if panel is not None]
    waiting: int | None = None
    for index, panel in enumerate(found):
        if waiting is not None:
            if panel.is_wide:
                found[waiting] = found[waiting]._replace(is_wide=True)
            waiting = None
        elif not panel.is_wide:
            waiting = index
    if waiting is not None:
        found[waiting] = found[waiting]._replace(is_wide=True)
    return found


def draw(panel: Panel, context: Context) -> str:
    """A panel's HTML."""
    wide = " journey-panel--wide" if panel.is_wide else ""
    lead = f'<p class="journey-panel__lead">{panel.lead}</p>' if panel.lead else ""
    return (
        f'<section class="journey-panel{wide}">'
        f'<h3 id="{escape(panel.id(context))}">{escape(panel.title)}</h3>{lead}{panel.body}'
        "</section>"
    )


def fill(sentence: str, **parts: Html) -> Html:
    """A translated sentence with finished parts in its `{fields}`."""
    return Html(escape(sentence).format_map(parts))


def listed(parts: Iterable[Html]) -> Html:
    """Parts in one line, a comma between them."""
    return join(parts, ", ")


def dotted(parts: Iterable[Html]) -> Html:
    """Small facts in one line; empty ones are left out."""
    return Html(" · ".join([part for part in parts if part]))


def place_link(context: Context, place: Place) -> Html:
    """Name of a place, linked to where it stands in the map."""
    if place.stage is None:
        return context.label("Whole journey")
    return _moment_link(context, place.stage, place.touchpoint)


def column_link(context: Context, column: Column) -> Html:
    """Name of a column, linked to it."""
    return _moment_link(context, column.stage, column.touchpoint)


def _moment_link(context: Context, stage: Stage, touchpoint: Touchpoint | None) -> Html:
    if touchpoint is None:
        return _place(context.anchors.stage(stage.id), stage.name)
    return _place(context.anchors.touchpoint(stage.id, touchpoint.id), touchpoint.name)


@lru_cache(maxsize=1024)
def _place(anchor: str, name: str) -> Html:
    """A link to a place, written once for the panels of a map: most places stand in several."""
    return Html(f'<a class="journey-place" href="#{escape(anchor)}">{unlinked(name)}</a>')


def path_link(context: Context, place: Place) -> Html:
    """A touchpoint with its stage before it: `Buy · Checkout`."""
    link = place_link(context, place)
    if place.stage is None or place.touchpoint is None:
        return link
    return Html(f"{context.markdown(place.stage.name)} · {link}")


def key(kind: str, anchor: str, number: int) -> Html:
    """Key of a numbered pain or opportunity (`P2`), linked to it."""
    return Html(f'<a class="journey-key" href="#{escape(anchor)}">{kind}{number}</a>')


def pain_key(context: Context, spot: HotSpot) -> Html:
    """Key of a pain, linked to it."""
    return key("P", context.anchors.pain(spot.number), spot.number)


def feeling_word(context: Context, feeling: Feeling) -> Html:
    """What is felt, as the team named it, else the scale's word."""
    if feeling.emotion:
        return context.markdown(feeling.emotion)
    return escape(score_word(context.translator, feeling.score or NEUTRAL))


def score_mark(context: Context, score: float | None) -> Html:
    """Face and number of a score; words where nothing is known."""
    if score is None:
        return gap(context.label("no data"))
    number = escape(context.translator.number(half_up(score)))
    of = hidden(" " + context.text("of 5"))
    return Html(f'<span class="journey-with-icon">{face(score)}<b>{number}{of}</b></span>')


def pains_count(context: Context, n: int) -> Html:
    """How many pains, in words."""
    return count_html(context.translator.count("{n} pain point", "{n} pain points", n))


def gap(words: str) -> Html:
    """Words that stand where something is missing."""
    return Html(f'<span class="journey-gap">{escape(words)}</span>')


def strong(words: str) -> Html:
    """Words or a number that are the point of a line."""
    return Html(f"<b>{escape(words)}</b>")


def warning(words: str) -> Html:
    """Words that ask for attention."""
    return Html(f'<b class="journey-warning">{escape(words)}</b>')


def tag(words: str, tone: str = "") -> Html:
    """A small label; `new` and `gone` colour it good and bad."""
    extra = f" journey-tag--{tone}" if tone else ""
    return Html(f'<span class="journey-tag{extra}">{escape(words)}</span>')


def row(mark: Html, text: Html, small: Html, value: Html, share: float | None = None) -> str:
    """One line of a list: a mark, a text with small facts below it, a value at the end.

    A `share` from 0 to 1 draws a bar below the text.
    """
    has_bar = share is not None
    bar = '<span class="journey-rank__bar" aria-hidden="true"></span>' if has_bar else ""
    style = f' style="--v:{share:.2f}"' if has_bar else ""
    below = f"<small>{small}</small>" if small else ""
    return (
        f'<li class="journey-row"{style}>{mark}'
        f'<span class="journey-rank__text">{text}{bar}{below}</span>'
        f'<span class="journey-row__value">{value}</span></li>'
    )


def rows(items: Iterable[str], tag: str = "ul", kind: str = "") -> str:
    """A list of lines; `kind` ends its own class."""
    extra = f" journey-rank--{kind}" if kind else ""
    return f'<{tag} class="journey-rank{extra}">{"".join(items)}</{tag}>'


def subtitle(text: str) -> Html:
    """A title within a panel."""
    return Html(f'<p class="journey-panel__sub">{escape(text)}</p>')


def stat(mark: Html, label: str, value: Html, small: Html) -> Html:
    """Content of a tile: a number or face, what it is, its value and small words on it."""
    return Html(
        f'{mark}<div><p class="journey-stat__label">{escape(label)}</p>'
        f'<p class="journey-stat__value">{value}</p><p>{small}</p></div>'
    )


class Head(NamedTuple):
    """Head of a table's column."""

    label: str
    """Msgid of its name."""
    is_number: bool = False
    span: int = 1
    """Columns that share it: a drawing and its number."""


def table(context: Context, heads: tuple[Head, ...], lines: Iterable[str], kind: str = "") -> str:
    """A table of finished rows; `kind` ends its own class."""
    heading = _heading(context.translator.language, heads)
    extra = f" journey-table--{kind}" if kind else ""
    return f'<table class="journey-table{extra}">{heading}<tbody>{"".join(lines)}</tbody></table>'


@lru_cache(maxsize=256)
def _heading(language: str, heads: tuple[Head, ...]) -> Html:
    """The line above a table: in one language, each table of its kind has the same."""
    say = translator(language).text
    cells = "".join(
        [f'<th scope="col"{_attributes(head)}>{escape(say(head.label))}</th>' for head in heads]
    )
    return Html(f"<thead><tr>{cells}</tr></thead>")


def _attributes(head: Head) -> str:
    number = ' class="is-num"' if head.is_number else ""
    return number + (f' colspan="{head.span}"' if head.span > 1 else "")


def scroll(label_id: str, content: str) -> str:
    """A box in which a wide table scrolls, named by the heading that has this id."""
    return (
        '<div class="journey-scroll journey-scroll--plain" role="region" '
        f'aria-labelledby="{escape(label_id)}" tabindex="0">{content}</div>'
    )
