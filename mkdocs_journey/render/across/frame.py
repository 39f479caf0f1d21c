"""What stands around the rows of a view across maps: its sentence, its filter, its groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_journey.queries import Field, Group, Row, Scalar, fold
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.words import field_label, value_label
from mkdocs_journey.render.escape import Html, attribute, escape, join
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import icon, sprite
from mkdocs_journey.render.quantities import count_html, count_text
from mkdocs_journey.views.across.listing import Answer, Facet, Fact, Listing

MOST_CHIPS = 6
"""Values of one field that stand side by side as buttons; more of them make a menu."""

_NONE = Html("")

SEARCHED = 6
"""From this many rows on a list can be searched."""


def framed(
    desk: Desk,
    found: Answer[Row],
    draw: Callable[[Group[Row]], Html],
    *,
    lead: Html = _NONE,
    has_filter: bool = True,
) -> Html:
    """A list with its sentence, its filter and its groups; `draw` draws the rows of one group.

    `lead` stands between the sentence and the rows: a chart of them. Rows that are drawn without
    `row_attributes` have no filter.
    """
    body = join(
        _group(desk, found, at, group, draw) for at, group in enumerate(found.groups) if group.rows
    )
    bar = _filter(desk, found) if has_filter else ""
    content = Html(f"{lead}{bar}{body}")
    return enclosed(desk, found.listing, _facts(desk, found), content, is_empty=not found.rows)


def enclosed(
    desk: Desk, listing: Listing[Any], facts: Sequence[Html], content: Html, *, is_empty: bool
) -> Html:
    """A view with the sentence on what it shows and that sentence's numbers, each an element."""
    id = desk.context.anchors.view(listing.name)
    says = desk.label(listing.says)
    nothing = desk.label("Nothing to show: no journey has what this list asks for.")
    hidden = "" if is_empty else " hidden"
    content = Html(
        f'<p class="journey-across__lead">{says} '
        f'<span class="journey-across__facts">{join(facts)}</span></p>{content}'
        f'<p class="journey-gap journey-across__none"{hidden}>{nothing}</p>'
    )
    return Html(
        f'<div class="journey journey--wide journey--across" id="{escape(id)}" data-journey '
        f'data-journey-across="{escape(desk.context.anchors.prefix)}" '
        f'data-lang="{escape(desk.context.translator.locale.replace("_", "-"))}">'
        f"{sprite(content)}{content}</div>"
    )


def _group(
    desk: Desk,
    found: Answer[Row],
    at: int,
    group: Group[Row],
    draw: Callable[[Group[Row]], Html],
) -> Html:
    if found.group is None:
        return draw(group)
    label = value_label(desk, found.group, group.value)
    id = escape(desk.context.anchors.part(f"group-{at}"))
    return Html(
        f'<div class="journey-group" role="group" aria-labelledby="{id}">'
        f'<p class="journey-group__title" id="{id}"><span class="journey-sr">'
        f"{escape(field_label(desk, found.group.id))}: </span>{escape(plain(label))}</p>"
        f"{draw(group)}</div>"
    )


def _facts(desk: Desk, found: Answer[Row]) -> list[Html]:
    """Numbers of the sentence; the script counts them anew for what a filter leaves."""
    drawn = [_fact(desk, fact, found.rows) for fact in found.listing.facts]
    if found.total > len(found.rows):
        of = desk.text("of {n}, as the list is cut", n=desk.context.translator.number(found.total))
        drawn.insert(1, Html(f"<span data-journey-cut>{escape(of)}</span>"))
    return drawn


def _fact(desk: Desk, fact: Fact[Row], rows: Sequence[Row]) -> Html:
    speak = desk.context.translator
    n = sum(map(fact.of, rows))
    hidden = "" if n or fact.count is None else " hidden"
    always = "always" if fact.count is None else ""
    one, other = map(count_text, speak.forms(*fact.forms))
    return Html(
        f'<span data-journey-fact="{always}"{attribute("data-one", one)}'
        f"{attribute('data-other', other)}{hidden}>{count_html(speak.count(*fact.forms, n))}</span>"
    )


def row_attributes(found: Answer[Row], row: Row) -> str:
    """What the filter needs to know of a row: its values of the facets, and what it adds."""
    tokens = " ".join(
        token(facet.field, value) for facet in found.facets for value in facet.field.read(row)
    )
    counts = " ".join(str(fact.of(row)) for fact in found.listing.facts)
    number = found.numbers[id(row)]
    return f' data-journey-row="{escape(tokens)}" data-row="{number}" data-n="{counts}"'


def token(field: Field[Any], value: Scalar) -> str:
    """A field's value without spaces, `kind:future-state`, as it also stands in the address.

    Two values share one only where they are the same to `fold`: a slug would not tell `C` from
    `C++`.
    """
    if isinstance(value, bool):
        return f"{field.id}:{'yes' if value else 'no'}"
    written = str(fold(value)).replace("%", "%25").replace("_", "%5F")
    return f"{field.id}:{written.replace(' ', '_')}"


def _filter(desk: Desk, found: Answer[Row]) -> Html:
    if len(found.rows) < 2 or (len(found.rows) < SEARCHED and not found.facets):
        return Html("")
    label = desk.label("Filter")
    search = ""
    if len(found.rows) >= SEARCHED:
        words = desk.label("Search this list")
        search = (
            f'<label class="journey-search">{icon("search")}<span class="journey-sr">{words}</span>'
            f'<input type="search" placeholder="{words}"></label>'
        )
    facets = _facets(desk, found)
    text = escape(desk.text("{n} of {all} shown"))
    reset = desk.label("Show all")
    return Html(
        f'<div class="journey-filter" role="group" aria-label="{label}" data-journey-js hidden>'
        f'{search}{facets}<p class="journey-filter__count" role="status" data-text="{text}"></p>'
        f'<button class="journey-chip journey-filter__reset" type="button" hidden>{reset}</button>'
        "</div>"
    )


def _facets(desk: Desk, found: Answer[Row]) -> Html:
    """Choices by field; the script folds them away where there is little room."""
    if not found.facets:
        return Html("")
    choices = join(_facet(desk, facet) for facet in found.facets)
    return Html(
        '<details class="journey-filter__facets" open>'
        f"<summary>{desk.label('Filter')}</summary><div>{choices}</div></details>"
    )


def _facet(desk: Desk, facet: Facet) -> Html:
    name = escape(field_label(desk, facet.field.id))
    values = [
        (escape(token(facet.field, value)), escape(plain(value_label(desk, facet.field, value))))
        for value in facet.values
    ]
    if len(values) > MOST_CHIPS:
        everything = desk.label("All")
        options = "".join(f'<option value="{value}">{label}</option>' for value, label in values)
        return Html(
            f'<label class="journey-pick"><span class="journey-chips__label">{name}</span> '
            f'<select><option value="">{everything}</option>{options}</select></label>'
        )
    chips = "".join(
        f'<button class="journey-chip" type="button" aria-pressed="false" value="{value}">'
        f"{label}</button>"
        for value, label in values
    )
    return Html(
        f'<div class="journey-chips" role="group" aria-label="{name}">'
        f'<span class="journey-chips__label" aria-hidden="true">{name}</span>{chips}</div>'
    )
