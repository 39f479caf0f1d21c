"""Segments or personas side by side: where they feel differently, and which pains they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_journey.queries import Field, Order, Query, Scalar, arrange, choose, number, word
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.translations import mark
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.across.fields import map_fields, place_fields
from mkdocs_journey.views.across.listing import Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.people import persona_id
from mkdocs_journey.views.across.rows import Moment, PainRow, address_of
from mkdocs_journey.views.across.sums import MOST_COLUMNS, Head, by_value, most
from mkdocs_journey.views.insights.places import Place, mean

_CUSTOMERS = frozenset({"segment", "persona"})
"""Fields whose groups are customers: what hurts employees or a system is no pain of theirs."""
FAR_APART = 2.0
"""From this difference of mean feelings on, two groups live through different moments."""


@dataclass(frozen=True, slots=True)
class Side:
    """How one group feels at a moment or stage, in all the maps that tell of it."""

    feeling: float | None
    """Unweighted mean of its moments; `None` where nobody said."""
    moments: int
    address: str
    """Where the first of them stands, from the root of the site's pages."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A moment or stage that at least two groups have a feeling about."""

    name: str
    path: str
    """Page of the map that it is called so in."""
    is_stage: bool
    sides: tuple[Side | None, ...]
    """One a group; `None` where no map of that group has it."""

    @property
    def spread(self) -> float:
        """Points of score between the group that feels best and the one that feels worst."""
        known = [side.feeling for side in self.sides if side and side.feeling is not None]
        return max(known) - min(known)


@dataclass(frozen=True, slots=True)
class SharedPain:
    """A pain that several groups have: maps of each of them name it, or one map about them all.

    A map that is about several groups says of all of them what it says: that they share its pains
    is as much as it tells, not that anybody asked each group.
    """

    rows: tuple[PainRow, ...]
    """The same pain in each map: under one id, or in the same words."""
    heads: tuple[Head, ...]
    """Groups that have it, in their order."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Groups of customers side by side."""

    field: Field[Moment]
    heads: tuple[Head, ...]
    """Those that have anything in common with another one."""
    left_out: int
    """Groups for which there is no room."""
    differences: tuple[Difference, ...]
    """Without those for which no two groups have feelings of their own."""
    compared: int
    """All that can be compared; more than `differences` where `limit` cuts them."""
    alone: int
    """Touchpoints that only one of the groups has."""
    pains: tuple[SharedPain, ...]
    """Those that most of them share first."""


def _moments(overview: Overview) -> tuple[Moment, ...]:
    return overview.moments


SEGMENTS: Listing[Moment] = Listing(
    name="segments",
    says=mark("The same moments by whom they happen to: who feels differently, what all suffer."),
    rows=_moments,
    fields=(
        *place_fields(lambda row: row.place, lambda row: row.feeling),
        *map_fields(lambda row: row.map),
    ),
    columns=("feeling", "touchpoints", "spread"),
    shown=("feeling", "spread"),
    facets=(),
    facts=(),
    sort=(Order("spread", is_descending=True),),
    sorts=("spread", "moment"),
    groups=("segment", "persona", "kind", "map", "owner", "tag"),
)

_SORTS: tuple[Field[Difference], ...] = (
    number("spread", lambda line: line.spread),
    word("moment", lambda line: (line.name,)),
)


def segments(query: Query, overview: Overview) -> Segments:
    """Groups side by side as a query asks for them: segments, unless its `group` says otherwise.

    Touchpoints are the same where their ids are, which are made from their names; stages alike.
    """
    field = next(item for item in SEGMENTS.fields if item.id == (query.group or "segment"))
    chosen = choose(query, overview.moments, SEGMENTS.fields)
    columns = by_value(chosen, field, query)
    columns.pop(None, None)  # nobody in particular is nobody to compare with
    heads = most(columns, MOST_COLUMNS)
    shown = {head: columns[head] for head in heads}
    sides = [_told(rows, field.id, head) for head, rows in shown.items()]
    found = list(_differences(sides))
    pains = _shared_pains(shown, overview, is_of_customers=field.id in _CUSTOMERS)
    kept = [
        at
        for at, head in enumerate(heads)
        if any(line.sides[at] for line in found) or any(head in pain.heads for pain in pains)
    ]
    lines = [replace(line, sides=tuple(line.sides[at] for at in kept)) for line in found]
    order = Query(sort=query.sort or SEGMENTS.sort)
    told = Counter(key for side in sides for key in side if not key[0])
    return Segments(
        field=field,
        heads=tuple(heads[at] for at in kept),
        left_out=len(columns) - len(heads),
        differences=arrange(order, lines, _SORTS)[: query.limit],
        compared=len(lines),
        alone=sum(count == 1 for count in told.values()),
        pains=pains,
    )


_Key = tuple[bool, str]
"""Whether it is a stage, and its id."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one group tells of a touchpoint or stage."""

    side: Side
    place: Place
    path: str
    voices: frozenset[int]
    """Identities of the feelings that count: two groups with the same ones are not told apart."""


def _told(rows: Sequence[Moment], field: str, head: Head) -> dict[_Key, _Telling]:
    """What a group, the value `head` of a field, tells of each touchpoint and stage."""
    found: dict[_Key, list[Moment]] = {}
    for row in rows:
        touchpoint, stage = row.column.touchpoint, row.column.stage
        if touchpoint is not None:
            found.setdefault((False, touchpoint.id), []).append(row)
        found.setdefault((True, stage.id), []).append(row)
    speakers = {row.map.path: _speakers(row, field, head) for row in rows}
    return {key: _telling(key, moments, speakers) for key, moments in found.items()}


def _speakers(row: Moment, field: str, head: Head) -> tuple[str, ...]:
    """Personas of a moment's map who speak for a group; none where everybody does."""
    if field == "persona":
        return (persona_id(head or ""),)
    personas = row.map.found.personas
    if field != "segment":
        return ()
    wanted = fold(str(head))
    return tuple(who.id for who in personas if fold(who.persona.segment) == wanted)


def _telling(
    key: _Key, rows: Sequence[Moment], speakers: Mapping[str, tuple[str, ...]]
) -> _Telling:
    first = rows[0]
    place = Place(first.place.journey, first.place.stage) if key[0] else first.place
    side = Side(
        feeling=mean(_felt(row, speakers[row.map.path]) for row in rows),
        moments=len(rows),
        address=address_of(first.map.path, place),
    )
    voices = frozenset(id(item) for row in rows for item in _voices(row, speakers[row.map.path]))
    return _Telling(side, place, first.map.path, voices)


def _felt(row: Moment, personas: tuple[str, ...]) -> float | None:
    if not personas:
        return row.feeling
    feelings = (row.column.feelings(persona) for persona in personas)
    return mean(mean(feeling.score for feeling in felt) for felt in feelings)


def _voices(row: Moment, personas: tuple[str, ...]) -> Iterable[Feeling]:
    if personas:
        return (felt for persona in personas for felt in row.column.feelings(persona))
    return row.place.feelings


def _differences(groups: Sequence[Mapping[_Key, _Telling]]) -> Iterator[Difference]:
    """Touchpoints and stages that two groups feel something about, in the order of the maps.

    A map that is about two groups and does not tell their feelings apart says nothing of how they
    differ.
    """
    for key in dict.fromkeys(key for group in groups for key in group):
        told = [group.get(key) for group in groups]
        felt = [item for item in told if item and item.side.feeling is not None]
        if len({item.voices for item in felt}) > 1:
            sides = tuple(item.side if item else None for item in told)
            yield Difference(felt[0].place.name, felt[0].path, key[0], sides)


def _shared_pains(
    groups: Mapping[Head, Sequence[Moment]], overview: Overview, *, is_of_customers: bool
) -> tuple[SharedPain, ...]:
    """Pains that several groups have, those of most groups first; ties keep the maps' order."""
    rows: dict[int, PainRow] = {}
    heads: dict[int, list[Head]] = {}
    for head, moments in groups.items():
        for row in _pains_at(moments, overview):
            if is_of_customers and row.spot.pain.who not in (None, "customer"):
                continue
            rows[id(row)] = row
            heads.setdefault(id(row), []).append(head)
    found = []
    for same in _same_pains(tuple(rows.values())):
        having = {head for row in same for head in heads[id(row)]}
        if len(having) > 1:
            found.append(SharedPain(same, tuple(head for head in groups if head in having)))
    return tuple(sorted(found, key=lambda pain: -len(pain.heads)))


def _same_pains(rows: Sequence[PainRow]) -> Iterator[tuple[PainRow, ...]]:
    """Rows that are one pain: those of one id, those of the same words, and what these link."""
    by_key: dict[tuple[str, Scalar], list[int]] = {}
    for at, row in enumerate(rows):
        for key in _keys(row):
            by_key.setdefault(key, []).append(at)
    for row in rows:
        same: set[int] = set()
        todo = _keys(row)
        while todo:
            found = by_key.pop(todo.pop(), ())  # each key is followed once, so this stays linear
            same.update(found)
            todo += (key for at in found for key in _keys(rows[at]))
        if same:
            yield tuple(rows[at] for at in sorted(same))


def _keys(row: PainRow) -> list[tuple[str, Scalar]]:
    pain = row.spot.pain
    keys: list[tuple[str, Scalar]] = [("id", pain.id), ("text", fold(pain.text))]
    return [key for key in keys if key[1]]


def _pains_at(moments: Sequence[Moment], overview: Overview) -> Iterator[PainRow]:
    """Pains that are written on some moments or on their stages, map after map."""
    holders = {id(row.column.holder) for row in moments} | {id(row.column.stage) for row in moments}
    for path in dict.fromkeys(row.map.path for row in moments):
        for pain in overview.pains_of(path):
            if id(pain.spot.place.holder) in holders:
                yield pain
