"""A page without the part of its front matter that has been read already."""

from __future__ import annotations

import re

from mkdocs_journey.front_matter import find_front_matter
from mkdocs_journey.source import Source

# A top-level key with all lines below it that are indented, empty or comments.
_OURS = re.compile(r"^(?:journey|persona)[ \t]*:.*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]+[\w\"'][^\n{}\[\]&*!|>%@`]*\n", re.MULTILINE)


def remainder(source: Source, *, is_broken: bool = False) -> str:
    """Text of a page for a host that reads front matter itself, without the map in it.

    The host's own reader is slow on a map, and not bounded: nested text can crash it. Of front
    matter that cannot be read, only a plain title is left, so that the page keeps its name and
    its prose.
    """
    found = find_front_matter(source)
    if found is None:
        return source.text
    span, body = found
    yaml = source.text[span.start : span.end]
    if is_broken:
        title = _TITLE.search(yaml)
        rest = title[0] if title and ": " not in title[0].removeprefix("title:").strip() else ""
    else:
        rest = _OURS.sub("", yaml)
    return f"---\n{rest}---\n{source.text[body:]}" if rest.strip() else source.text[body:]
