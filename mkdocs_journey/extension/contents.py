"""A map's headings in the contents of its page, without Python-Markdown's own way to them.

Its `toc` writes each heading as HTML, and reads that again, to learn which text is in it. The
headings of a map are plain text with an id each, and there are as many as it has moments: their
entries can be written down at once, among those that `toc` has made of the page's own headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens

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


def heading_tag(toc: TocTreeprocessor, level: int) -> str:
    """Tag of a heading of a level, lowered as far as the site lowers its headings."""
    return f"h{min(level + toc.base_level, 6)}"


def add_entries(toc: TocTreeprocessor, root: Element, headings: Set[Element]) -> None:
    """Add the headings that became headings after `toc` had run to its entries, in their order."""
    md: Any = toc.md  # `toc_tokens` is an attribute that the extension adds
    made = _flatten(md.toc_tokens)
    entries: list[Any] = []
    for item in root.iter():
        found = _HEADING.fullmatch(str(item.tag))
        if found and toc.toc_top <= (level := int(found[1])) <= toc.toc_bottom:
            entries.append(_entry(item, level) if item in headings else next(made))
    md.toc_tokens = nest_toc_tokens(entries)


def _flatten(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from _flatten(entry["children"])


def _entry(heading: Element, level: int) -> dict[str, Any]:
    shown = escape(heading.text or "", quote=False)
    name = " ".join(shown.split())
    return {
        "level": level, "id": heading.get("id", ""), "name": name, "html": shown.strip(),
        "data-toc-label": "",
    }  # fmt: skip
