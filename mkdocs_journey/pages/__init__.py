"""One page's text as a map or a persona, with everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import (
    FrontMatter,
    Mapping,
    Trust,
    find_front_matter,
    locate,
    read_front_matter,
    read_yaml,
    rules,
)
from mkdocs_journey.model import Fault, read_journey, read_persona
from mkdocs_journey.model.identity import identify
from mkdocs_journey.model.rules import MAP_AND_PERSONA, UNKNOWN_KEY, WRONG_TYPE
from mkdocs_journey.pages.decoding import decode, mentions_map, refuse
from mkdocs_journey.pages.left_out import NOTHING, left_out
from mkdocs_journey.pages.misspelt import find_misspelt_key, holds_stages
from mkdocs_journey.pages.page import Page
from mkdocs_journey.pages.values import map_within
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.base import Reading, show
from mkdocs_journey.values.paths import resolve
from mkdocs_journey.values.text import slugify

__all__ = ["Load", "Page", "decode", "mentions_map", "personas_of", "read_page", "refuse"]

Load = Callable[[str], bytes | None]
"""Reads a file by its path relative to the site's pages; `None` where there is no such file.

Raises `PermissionError` where the file lies outside the site, by way of a link.
"""

_HEADING = re.compile(r"^#[ \t]+(?P<title>[^ \t\n].*)$", re.MULTILINE)
_PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def read_page(source: Source, catalog: Catalog, load: Load) -> Page | None:
    """The map or persona of a page; `None` where its front matter names neither.

    `load` reads the file that `journey:` may name; it is never asked for one outside the site.
    Never raises: whatever is wrong is among the page's findings.
    """
    matter = read_front_matter(source)
    if matter is None:
        return _with_misspelt_key(source, catalog)
    page = _page(source, matter)
    if "journey" in matter.data:
        read = _with_journey(_with_one_part(page, matter), matter, catalog, load)
        return _held_back(page, read, matter)
    if "persona" in matter.data:
        return _held_back(page, _with_persona(page, matter, catalog), matter)
    return _with_capitals(page, matter, catalog) or (page if matter.is_broken else None)


def _page(source: Source, matter: FrontMatter) -> Page:
    """A page without its map or persona."""
    return Page(
        path=source.path,
        title=_title(source, matter),
        source=source,
        map_source=source,
        tags=_tags(matter.data.get("tags")),
        findings=matter.findings,
        silences=matter.silences,
        keys=matter.keys,
    )


def _held_back(before: Page, read: Page, matter: FrontMatter) -> Page:
    """A page of broken YAML without what only follows from its faults.

    It is drawn where the text says what was meant, and only checked where that is a guess. Where
    text had to be left out, what refers to it would seem to refer to nothing: only its form is
    checked.
    """
    recovery = matter.recovery
    if recovery is None:
        return read
    told = {id(item) for item in before.findings}
    kept = (item for item in read.findings if id(item) in told or not recovery.follows(item))
    page = replace(read, findings=tuple(kept), recovery=recovery)
    if recovery.trust is Trust.MEANT:
        return page
    draft = (page.journey or page.persona) if recovery.trust is Trust.MOVED else None
    return replace(page, journey=None, persona=None, draft=draft)


def _with_one_part(page: Page, matter: FrontMatter) -> Page:
    """The page with a finding where a persona stands beside its map."""
    if "persona" not in matter.data:
        return page
    place = locate(matter.data, ("persona",), matter.span, key=True)
    message = (
        "`persona` beside `journey` is not shown: give it a page of its own, "
        "or write it under `personas:` of the map"
    )
    return _report(page, MAP_AND_PERSONA, page.source, place, message)


def _with_misspelt_key(source: Source, catalog: Catalog) -> Page | None:
    """A page whose map stands under a key that is almost `journey`."""
    misspelt = find_misspelt_key(source)
    if misspelt is None:
        return None
    key, place, matter = misspelt
    message = f"unknown key `{show(key)}`: write `journey`"
    page = _report(_page(source, matter), UNKNOWN_KEY, source, place, message)
    return _with_draft(page, matter, key, catalog)


def _with_capitals(page: Page, matter: FrontMatter, catalog: Catalog) -> Page | None:
    """A page whose `Journey:` or `Persona:` only its capitals keep from being one."""
    for written, value in matter.data.items():
        key = written.lower()
        is_persona = key == "persona" and isinstance(value, Mapping) and "name" in value
        if is_persona or (key == "journey" and holds_stages(value)):
            place = locate(matter.data, (written,), matter.span, key=True)
            message = f"unknown key `{show(written)}`: write `{key}`, in small letters"
            told = _report(page, UNKNOWN_KEY, page.source, place, message)
            return told if is_persona else _with_draft(told, matter, written, catalog)
    return None


def _with_draft(page: Page, matter: FrontMatter, key: str, catalog: Catalog) -> Page:
    """The page with the map under a misspelt key: checked as if the key were right, not drawn."""
    value = matter.data.get(key)
    if not isinstance(value, Mapping):
        return page
    place = locate(matter.data, (key,), matter.span)
    read = _held_back(page, _with_map(page, page.source, value, place, catalog), matter)
    return replace(read, journey=None, draft=read.journey or read.draft)


def _title(source: Source, matter: FrontMatter) -> str:
    written = matter.data.get("title")
    if isinstance(written, str) and written.strip():
        return written.strip()
    found = find_front_matter(source)
    heading = _HEADING.search(source.text, found[1] if found else 0)
    if heading is not None:
        return heading["title"].rstrip(" \t#") or heading["title"]
    name = source.path.rsplit("/", 1)[-1].removesuffix(".md")
    return name.replace("-", " ").replace("_", " ").capitalize()


def _tags(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(str(item).strip() for item in items if isinstance(item, str) and item.strip())


def _with_persona(page: Page, matter: FrontMatter, catalog: Catalog) -> Page:
    """The page with the persona of its front matter."""
    value = matter.data["persona"]
    place = locate(matter.data, ("persona",), matter.span)
    page = replace(page, is_persona_page=True)
    if not isinstance(value, Mapping):
        return _report(page, WRONG_TYPE, page.source, place, _not_keys("persona", value))
    read = read_persona(value, Reading(catalog))
    return replace(
        page,
        values=read.rest,
        persona=read.part,
        findings=(*page.findings, *_findings(page.source, read.whole, place, read.faults)),
    )


def _with_journey(page: Page, matter: FrontMatter, catalog: Catalog, load: Load) -> Page:
    """The page with the map of its front matter, or of the file that it names."""
    value = matter.data["journey"]
    place = locate(matter.data, ("journey",), matter.span)
    if isinstance(value, str) and re.search(r"[./\\]", value):
        return _with_file(page, value, place, catalog, load)
    if not isinstance(value, Mapping):
        return _report(page, WRONG_TYPE, page.source, place, _not_keys("journey", value))
    return _with_map(page, page.source, value, place, catalog)


def _with_file(page: Page, name: str, place: Span, catalog: Catalog, load: Load) -> Page:
    path = resolve(page.path, name)
    if path is None:
        message = f"`{show(name)}` lies outside the site's pages: move the file among them"
        return _report(page, rules.OUTSIDE_SITE, page.source, place, message)
    if path.lower().endswith(_PAGE_ENDINGS):
        message = f"`{show(name)}` is a page: name a map's own file, such as `map.journey.yml`"
        return _report(page, rules.NOT_A_MAPPING, page.source, place, message)
    try:
        content = load(path)
    except PermissionError:
        message = f"`{show(name)}` leads out of the site's pages: put the file itself among them"
        return _report(page, rules.OUTSIDE_SITE, page.source, place, message)
    if content is None:
        message = (
            f"no file `{show(path)}` among the site's pages: write its path as seen from this page"
        )
        return _report(page, rules.MISSING_FILE, page.source, place, message)
    source, findings = decode(path, content)
    matter = read_yaml(source)
    page = replace(
        page,
        map_source=source,
        findings=(*page.findings, *findings, *matter.findings),
        silences=(*page.silences, *matter.silences),
    )
    return _held_back(page, _with_file_read(page, source, matter, catalog), matter)


def _with_file_read(page: Page, source: Source, matter: FrontMatter, catalog: Catalog) -> Page:
    """The page with the map of its file's YAML."""
    if not matter.data:
        return page
    value = map_within(matter.data)
    place = Span(0, 0) if value is matter.data else matter.span
    return _with_map(page, source, value, place, catalog)


def _with_map(page: Page, source: Source, data: Mapping, place: Span, catalog: Catalog) -> Page:
    read = read_journey(data, Reading(catalog, personas_of(data.get("personas"))))
    return replace(
        page,
        values=read.rest,
        journey=identify(read.part) if read.part else None,
        left_out=left_out(read.whole, read.rest) if read.faults else NOTHING,
        findings=(
            *_without_followers(page.findings, read.whole, read.faults),
            *_findings(source, read.whole, place, read.faults),
        ),
    )


def _without_followers(
    findings: Iterable[Finding], data: Mapping, faults: Iterable[Fault]
) -> Iterator[Finding]:
    """Findings without those that take the value of an unknown key for a text.

    Below the right key `true` may well mean yes.
    """
    unknown = [fault.path for fault in faults if fault.rule is UNKNOWN_KEY]
    places = {locate(data, path, Span(0, 0)) for path in unknown}
    return (
        item
        for item in findings
        if item.rule is not rules.READ_AS_BOOLEAN or item.span not in places
    )


def personas_of(value: Any) -> frozenset[str]:
    """Ids of a map's personas before it is read: feelings may be written by persona."""
    items = value if isinstance(value, list) else [value]
    named = (
        slugify(str(item.get("id") or item.get("name") or "")) if isinstance(item, dict) else item
        for item in items
    )
    return frozenset(item.strip() for item in named if isinstance(item, str) and item.strip())


def _findings(
    source: Source, data: Mapping, whole: Span, faults: Iterable[Fault]
) -> tuple[Finding, ...]:
    return tuple(
        find(fault.rule, source, locate(data, fault.path, whole, key=fault.at_key), fault.message)
        for fault in faults
    )


def _report(page: Page, rule: Rule, source: Source, place: Span, message: str) -> Page:
    return replace(page, findings=(*page.findings, find(rule, source, place, message)))


def _not_keys(key: str, value: Any) -> str:
    shown = "a list" if isinstance(value, list) else f"`{show(value)}`" if value else "nothing"
    first = "stages" if key == "journey" else "name"
    message = (
        f"{shown} under `{key}:`: write its keys below it, indented, beginning with `{first}:`"
    )
    is_word = key == "journey" and isinstance(value, str)
    return (
        f"{message}, or the path of its file, `{show(value)}.journey.yml`" if is_word else message
    )
