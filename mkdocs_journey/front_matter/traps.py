"""YAML's own traps, each in a sentence that says what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.nodes import Mapping, Quoted, Sequence
from mkdocs_journey.source import Source, Span

BOOLEAN_KEYS = frozenset({"moment_of_truth", "fail_point", "two_way", "met"})
"""Keys whose value is a yes or no: everywhere else such a word is text."""

BOOLEANS = frozenset(
    word
    for base in ("yes", "no", "on", "off", "true", "false")
    for word in (base, base.title(), base.upper())
)
"""Words that YAML reads as a yes or no."""
_CLOCK = re.compile(r"[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+$")
_DOUBTFUL = re.compile(r"\A-[^\W\d_*]|[0-9]:[0-9]")
_GLUED_DASH = re.compile(r"-(?=[^\W\d_*])[^\n]*(?:\n[ ]*-(?=[^\W\d_*])[^\n]*)+")


def _short(text: str, most: int = 40) -> str:
    text = text.replace("`", "'").strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def is_doubtful(word: str) -> bool:
    """Whether a word without quotes is worth a closer look for traps: hardly any is."""
    is_like_one = (":" in word or word[0] == "-") and _DOUBTFUL.search(word) is not None
    return is_like_one or word in BOOLEANS


def find_traps(
    source: Source, span: Span, value: Mapping, ours: tuple[str, ...] | None = None
) -> Iterator[Finding]:
    """Texts that YAML allows, but reads as something else than what stands there.

    `value` is what stands in the span. With `ours`, only under these of its keys.
    """
    pending: list[Any] = [value] if ours is None else [value[key] for key in ours if key in value]
    has_comments = " #" in source.text[span.start : span.end]
    seen: set[int] = set()
    while pending:
        container = pending.pop()
        is_mapping, is_list = isinstance(container, Mapping), isinstance(container, Sequence)
        if id(container) in seen or not (is_mapping or is_list):
            continue
        seen.add(id(container))
        for key, item in container.items() if is_mapping else enumerate(container):
            kind = type(item)
            # Of a text that can be no trap, and of one in quotes, the place need not be found.
            if kind is str and (item in BOOLEANS or ":" in item or item[0] == "-"):
                is_boolean = is_mapping and key in BOOLEAN_KEYS
                yield from _scalar_traps(source, item, container.marks[key].value, is_boolean)
            if kind is Mapping or kind is Sequence:
                pending.append(item)
            elif has_comments and kind is not Quoted:
                yield from _cut_off(source, container.marks[key].value)


def _scalar_traps(source: Source, text: str, span: Span, is_boolean: bool) -> Iterator[Finding]:
    if text in BOOLEANS and not is_boolean:
        meant = "true" if text.lower() in ("yes", "on", "true") else "false"
        message = f'`{text}` without quotes is {meant} to YAML: write "{text}"'
        yield find(rules.READ_AS_BOOLEAN, source, span, message)
    elif ":" in text and _CLOCK.match(text):
        message = f'`{text}` without quotes is a number to YAML: write "{text}"'
        yield find(rules.READ_AS_NUMBER, source, span, message)
    elif text.startswith("-") and _GLUED_DASH.fullmatch(source.text[span.start : span.end]):
        first = _short(source.text[span.start : span.end].split("\n")[0])
        message = (
            f"the lines from `{first}` on became one text: write a space after each dash, "
            f"`- {first.removeprefix('-')}`"
        )
        yield find(rules.DASH_WITHOUT_SPACE, source, span, message)


def _cut_off(source: Source, span: Span) -> Iterator[Finding]:
    """A text that a ` #` cuts off, or that begins with one and is not there at all."""
    after = source.text[span.end : span.end + 3]
    if after[:2] != " #" or after[2:3] in ("", " ", "\n", "#"):
        return
    end = source.text.find("\n", span.end)
    rest = source.text[span.end : end if end >= 0 else None].strip()
    if rest.startswith("#journey:"):
        return
    message = (
        f"the text ends before `{_short(rest)}`, which is a comment to YAML: "
        "put the whole text in quotes"
    )
    if span.start == span.end:
        message = f"`{_short(rest)}` is a comment to YAML, and not shown: put it in quotes"
    yield find(rules.CUT_OFF_TEXT, source, Span(span.end + 1, span.end + 2), message)
