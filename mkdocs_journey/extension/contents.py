"""A map's headings in the contents of its page, without Python-Markdown's own way to them.

Its `toc` writes each heading as HTML, and reads that again, to learn which text is in it. The
headings of a map are plain text with an id each, and there are as many as it has moments: their
entries can be written down at once, among those that `toc` has made of the page's own headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens

from mkdocs_journey.drawing import Section

_HEADING = re.compile("[Hh]([1-6])")


def find_contents(md: Markdown, root: Element) -> TocTreeprocessor | None:
    """What makes the contents of a page, where a host alone shows them.

    Where a text asks for them (`[TOC]`), they are drawn as they are made, and an entry that comes
    later would be missing.
    """
    if "toc" not in md.treeprocessors:
        return None
    toc = md.treeprocessors["toc"]
    if not isinstance(toc, TocTreeprocessor):
        return None
    marker = toc.marker
    is_shown = marker and any(marker in (item.text or "") for item in root.iter())
    return None if is_shown else toc


def heading_tag(toc: TocTreeprocessor, section: Section) -> str:
    """Tag of a section's heading, lowered as far as the site lowers its headings."""
    return f"h{_level(toc, section)}"


def add_entries(toc: TocTreeprocessor, root: Element, sections: Mapping[Element, Section]) -> None:
    """Add sections, by the elements that will be their headings, to the entries of a page.

    It has to run right behind `toc`, while the headings are those that it has seen: other
    extensions take some away after it, or add some.
    """
    md: Any = toc.md  # `toc_tokens` is an attribute that the extension adds
    made = _flatten(md.toc_tokens)
    entries: list[Any] = []
    for item in root.iter():
        section = sections.get(item)
        level = _level_of(item) if section is None else _level(toc, section)
        if toc.toc_top <= level <= toc.toc_bottom:
            entries.append(next(made, None) if section is None else _entry(section, level))
    md.toc_tokens = nest_toc_tokens([entry for entry in entries if entry is not None])


def _level_of(item: Element) -> int:
    found = _HEADING.fullmatch(str(item.tag))
    return int(found[1]) if found else 0


def _level(toc: TocTreeprocessor, section: Section) -> int:
    return min(section.level + toc.base_level, 6)


def _flatten(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from _flatten(entry["children"])


def _entry(section: Section, level: int) -> dict[str, Any]:
    shown = escape(section.title, quote=False)
    name = " ".join(shown.split())
    return {"level": level, "id": section.id, "name": name, "html": shown.strip(),
            "data-toc-label": ""}  # fmt: skip
