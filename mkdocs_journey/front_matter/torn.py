"""Numbers that a decimal comma tore in two: inside braces `{score: 4,5}` has a key `5` to YAML."""

from __future__ import annotations

import re
from typing import Any

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken.stops import short
from mkdocs_journey.front_matter.nodes import Mapping
from mkdocs_journey.source import Source, Span

_LONGEST = 80
"""What is longer is a text, whose commas part more than a number."""
_COMMA = re.compile(r"[0-9],[ ]?(?=[0-9])")
_COLON = re.compile(r"\s*+:")
# Three digits behind the comma may be thousands.
_DECIMAL = re.compile(r"(?P<whole>[^0-9,.]*[0-9]+),(?P<rest>(?![0-9]{3}(?![0-9]))[0-9][^,.]*)")


def rejoin(
    content: Any, parts: list[Any], places: list[int], text: str, torn: dict[int, Span]
) -> bool:
    """Make one value of the last and of a key without one, if they were; `torn` says where.

    `parts` and `places` are those of `content`, which is open, up to the key; the text is that of
    the file. Numbers of more than one comma are put together part by part.
    """
    if not isinstance(content, Mapping) or not content.flow or len(parts) < 3:
        return False
    value, key = parts[-2:]
    start, comma, after, end = places[-4:]
    gap = _COMMA.match(text, comma - 1)
    if gap is None or gap.end() != after or end - start > _LONGEST or _COLON.match(text, end):
        return False
    whole = f"{value},{key}"
    if _joined(text[start:end]) != whole:
        return False
    parts[-2:] = [whole]
    places[-4:] = [start, end]
    torn[start] = Span(start, end)
    return True


def tell_torn(source: Source, span: Span) -> Finding:
    """Finding for a number that was torn, at all of it."""
    text = source.text[span.start : span.end]
    whole = _joined(text)
    number = _DECIMAL.fullmatch(whole)
    message = f"`{short(text)}` inside braces is cut at the comma: "
    if number is None:
        message += f'write `"{short(whole)}"`, in quotes'
    else:
        message += f"write `{short('.'.join(number.groups()))}`, or put it in quotes"
    return find(rules.TEXT_SPLIT_BY_COMMA, source, span, message)


def _joined(text: str) -> str:
    """A number without the spaces behind its commas."""
    return text.replace(", ", ",")
