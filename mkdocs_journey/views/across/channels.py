"""How each channel does, over all maps: a heat-map of channels by phase, stage or whatever else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_journey.catalog import Channel
from mkdocs_journey.queries import Field, Order, Query, arrange, choose, number, word
from mkdocs_journey.translations import mark
from mkdocs_journey.views.across.fields import map_fields, place_fields
from mkdocs_journey.views.across.listing import Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.people import persona_id
from mkdocs_journey.views.across.rows import Moment
from mkdocs_journey.views.across.sums import MOST_COLUMNS, Head, by_value, most
from mkdocs_journey.views.columns import find_channel
from mkdocs_journey.views.insights.places import mean, mean_score


@dataclass(frozen=True, slots=True)
class Contact:
    """A touchpoint on one of its channels."""

    moment: Moment
    channel: str
    """Id; empty for a touchpoint that names none."""

    @property
    def feeling(self) -> float | None:
        """The touchpoint's own: nobody said which channel a stage's feeling is about."""
        return mean_score(self.moment.column.touchpoint)

    def feeling_of(self, persona: str) -> float | None:
        """What one persona feels there."""
        return mean(felt.score for felt in self.moment.column.feelings(persona))


@dataclass(frozen=True, slots=True)
class Tally:
    """Touchpoints summed up, each once."""

    touchpoints: int
    indirect: int
    """How many of them are a third party's moments."""
    feeling: float | None
    """Unweighted mean of those that have a feeling of their own."""
    pains: int


@dataclass(frozen=True, slots=True)
class Line:
    """A channel, or all of them together."""

    channel: Channel | None
    """`None` for all."""
    cells: tuple[Tally | None, ...]
    """One a column; `None` where nothing is mapped."""
    sum: Tally


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Channels by the values of a field."""

    field: Field[Contact]
    heads: tuple[Head, ...]
    others: int
    """Values that share one last column, because there are too many; 0 where there is none."""
    lines: tuple[Line, ...]
    channels: int
    """Channels that pass the query's tests; more than `lines` where `limit` cuts them."""
    shown: Tally
    """Touchpoints of `lines`, each once."""
    foot: Line
    """All channels, those that are cut included."""
    without_channel: int
    """Touchpoints that name no channel, and so stand nowhere."""


def _contacts(overview: Overview) -> tuple[Contact, ...]:
    return tuple(
        Contact(moment, channel)
        for moment in overview.moments
        if moment.column.touchpoint
        for channel in moment.column.touchpoint.all_channels or ("",)
    )


def _ownership(contact: Contact) -> tuple[str]:
    return ("indirect" if contact.moment.column.is_indirect else "direct",)


_PLACE: tuple[Field[Contact], ...] = place_fields(
    lambda row: row.moment.place, lambda row: row.feeling
)

CHANNELS: Listing[Contact] = Listing(
    name="channels",
    says=mark(
        "How each channel does over all journeys: how it feels, where it is used, what hurts."
    ),
    rows=_contacts,
    fields=(
        *(field for field in _PLACE if field.id != "channel"),
        word("channel", lambda row: (row.channel,)),
        word("ownership", _ownership, ("direct", "indirect")),
        *map_fields(lambda row: row.moment.map),
    ),
    columns=("feeling", "touchpoints", "pains"),
    shown=("feeling", "touchpoints", "pains"),
    facets=(),
    facts=(),
    sort=(Order("feeling"),),
    sorts=("channel", "feeling", "touchpoints", "pains"),
    groups=("phase", "stage", "kind", "persona", "segment", "map", "owner", "ownership"),
)

_SORTS: tuple[Field[Line], ...] = (
    word("channel", lambda line: (line.channel.label if line.channel else "",)),
    number("feeling", lambda line: line.sum.feeling),
    number("touchpoints", lambda line: line.sum.touchpoints),
    number("pains", lambda line: line.sum.pains),
)


def heat_map(query: Query, overview: Overview) -> HeatMap:
    """The heat-map that a query asks for.

    Across stand phases, or stages where most touchpoints have no phase, unless the query's
    `group` says otherwise. Stages keep the order in which journeys pass through them.
    """
    chosen = choose(query, CHANNELS.rows(overview), CHANNELS.fields)
    contacts = [contact for contact in chosen if contact.channel]
    field = _across(query, contacts)
    columns = by_value(contacts, field, query)
    if field.id == "stage":
        columns = dict(sorted(columns.items(), key=lambda item: _position(item[1])))
    # Where there are too many, the last column is what the others share.
    heads = most(columns, MOST_COLUMNS - (len(columns) > MOST_COLUMNS))
    others = [head for head in columns if head not in heads]
    shown = [_Column(columns[head], _persona(field, head)) for head in heads]
    if others:
        shown.append(_Column([contact for head in others for contact in columns[head]]))
    lines = [
        Line(find_channel(overview.atlas.catalog, id), _cells(shown, id), _tally(rows))
        for id, rows in _by_channel(contacts).items()
    ]
    order = query.sort or CHANNELS.sort
    kept = arrange(Query(sort=order), lines, _SORTS)[: query.limit]
    ids = {line.channel.id for line in kept if line.channel}
    return HeatMap(
        field=field,
        heads=heads,
        others=len(others),
        lines=kept,
        channels=len(lines),
        shown=_tally([contact for contact in contacts if contact.channel in ids]),
        foot=Line(None, _cells(shown), _tally(contacts)),
        without_channel=len(chosen) - len(contacts),
    )


class _Column:
    """Touchpoints of one column, and whose feelings count there."""

    def __init__(self, contacts: Sequence[Contact], persona: str = "") -> None:
        self.contacts = contacts
        self.persona = persona
        self.by_channel = _by_channel(contacts)


def _cells(columns: Iterable[_Column], channel: str = "") -> tuple[Tally | None, ...]:
    """One channel's tallies, or those of all channels, column by column."""
    found = (
        (column.by_channel.get(channel, []) if channel else column.contacts, column.persona)
        for column in columns
    )
    return tuple(_tally(contacts, persona) if contacts else None for contacts, persona in found)


def _persona(field: Field[Contact], head: Head) -> str:
    """Id of the persona whose column it is."""
    return persona_id(head) if field.id == "persona" and head else ""


def _across(query: Query, contacts: Sequence[Contact]) -> Field[Contact]:
    by_id = {field.id: field for field in CHANNELS.fields}
    if query.group:
        return by_id[query.group]
    in_phase = sum(bool(by_id["phase"].read(contact)) for contact in contacts)
    return by_id["phase" if in_phase * 2 > len(contacts) else "stage"]


def _position(contacts: Sequence[Contact]) -> float:
    """Where in their journeys some moments stand: 0 is the first stage, 1 the last."""
    places = (
        row.moment.column.stage_index / max(1, len(row.moment.map.found.journey.stages) - 1)
        for row in contacts
    )
    return mean(places) or 0.0


def _by_channel(contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        found.setdefault(contact.channel, []).append(contact)
    return found


def _tally(contacts: Sequence[Contact], persona: str = "") -> Tally:
    """Touchpoints summed up, with the feelings of one persona where one is named."""
    each = {(row.moment.map.path, row.moment.column.index): row for row in contacts}.values()
    return Tally(
        touchpoints=len(each),
        indirect=sum(row.moment.column.is_indirect for row in each),
        feeling=mean(row.feeling_of(persona) if persona else row.feeling for row in each),
        pains=sum(len(row.moment.column.holder.pains) for row in each),
    )
