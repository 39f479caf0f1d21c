"""Two states of a site: which maps and personas came, went and moved, and what changed in each."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from mkdocs_journey.differences.change import Change, Kind
from mkdocs_journey.differences.journeys import compare_journeys
from mkdocs_journey.differences.pairing import alike, pair, trigrams
from mkdocs_journey.differences.parts import Trail, compare_items, compare_parts
from mkdocs_journey.differences.values import meaning, one_line
from mkdocs_journey.pages import Page


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What changed in one map or persona; there is at least one change."""

    path: str
    """Path of its page now; of one that was removed, where it was."""
    title: str
    changes: tuple[Change, ...]


def compare_sites(before: Mapping[str, Page], after: Mapping[str, Page]) -> tuple[PageChanges, ...]:
    """Changes of all pages, in the order of their paths: the same path, else the most alike."""
    old, new = (tuple(pages[path] for path in sorted(pages)) for pages in (before, after))
    paired = pair(old, new, (lambda page: page.path,), _alike)
    found = [
        *(compare_pages(old[one], new[other]) for one, other in paired.pairs),
        *(_whole(old[one], Kind.REMOVED) for one in paired.removed),
        *(_whole(new[other], Kind.ADDED) for other in paired.added),
    ]
    return tuple(sorted((page for page in found if page.changes), key=lambda page: page.path))


def compare_pages(before: Page, after: Page, *, is_same_place: bool = False) -> PageChanges:
    """Changes of one page; with `is_same_place` that its path is another one is none of them."""
    if (before.journey is None) != (after.journey is None):
        gone, come = _whole(before, Kind.REMOVED), _whole(after, Kind.ADDED)
        return PageChanges(after.path, come.title, (*gone.changes, *come.changes))
    trail = Trail(what=_what(after), name=one_line(after.title))
    changes: list[Change] = []
    if before.path != after.path and not is_same_place:
        changes.append(trail.change(Kind.MOVED, before.path, after.path))
    if one_line(before.title) != one_line(after.title):
        changes.append(trail.change(Kind.RENAMED, one_line(before.title), one_line(after.title)))
    changes += compare_items(before.tags, after.tags, Trail(what="tag"))
    if before.journey and after.journey:
        changes += compare_journeys(before.journey, after.journey)
    elif before.persona and after.persona:
        changes += compare_parts(before.persona, after.persona, Trail())
    return PageChanges(after.path, trail.name, tuple(changes))


def _whole(page: Page, kind: Kind) -> PageChanges:
    title = one_line(page.title)
    return PageChanges(page.path, title, (Trail(what=_what(page), name=title).change(kind),))


def _what(page: Page) -> str:
    return "map" if page.journey else "persona"


def _alike(one: Page, other: Page) -> float:
    """Likeness of two pages with other paths: by title and by what the map goes through."""
    if _what(one) != _what(other):
        return 0.0
    if one.journey and other.journey:
        return alike(_steps(one), _steps(other))
    if meaning(one.persona) == meaning(other.persona):
        return 1.0
    return alike(trigrams(one.title), trigrams(other.title))


def _steps(page: Page) -> frozenset[Hashable]:
    """Names of a map's stages and moments, and its title."""
    stages = page.journey.stages if page.journey else ()
    moments = ((stage.id, moment.id) for stage in stages for moment in stage.touchpoints)
    return frozenset((*(stage.id for stage in stages), *moments, ("title", page.title)))
