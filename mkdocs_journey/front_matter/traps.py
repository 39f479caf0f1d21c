"""YAML's own traps, each in a sentence that says what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.nodes import Mapping, Marks, Plain, Sequence
from mkdocs_journey.source import Source, Span

BOOLEAN_KEYS = frozenset({"moment_of_truth", "fail_point", "two_way", "met"})
"""Keys whose value is a yes or no: everywhere else such a word is text."""

_BOOLEANS = frozenset(
    word
    for base in ("yes", "no", "on", "off", "true", "false")
    for word in (base, base.title(), base.upper())
)
_CLOCK = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+$")
_ENTRY = re.compile(r"^\s*(?:-\s+)*(?:[^\s#][^:]*:\s+)?(?P<value>\S.*)$")
_OPENERS = {
    "*": "a text that begins with `*` is an alias to YAML",
    "&": "a text that begins with `&` is an anchor to YAML",
    "[": "a text that begins with `[` is a list to YAML",
    "{": "a text that begins with `{` is a mapping to YAML",
    "@": "YAML allows no text to begin with `@`",
    "`": "YAML allows no text to begin with a backtick",
    "%": "YAML allows no text to begin with `%`",
    "!": "a text that begins with `!` is a tag to YAML",
    "|": "`|` begins a block of text below it",
    ">": "`>` begins a block of text below it",
    "-": "a text that begins with `- ` is a list to YAML",
    "?": "a text that begins with `? ` is a key to YAML",
    '"': 'the text goes on after its closing `"`',
    "'": "the text goes on after its closing `'`",
}


def explain(error: Any, source: Source, base: int, text: str) -> Finding:
    """Finding for YAML that cannot be read, in words about the text instead of the parser."""
    mark = getattr(error, "problem_mark", None)
    index = min(mark.index, len(text)) if mark is not None else 0
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        at = Span(base + start + line.index("\t"), base + start + line.index("\t") + 1)
        return find(rules.TAB, source, at, "a tab as indentation: write spaces")
    lacking = _line_without_colon(error, text, start, index)
    if lacking is not None:
        at = Span(base + lacking.start, base + lacking.end)
        word = _short(text[lacking.start : lacking.end])
        return find(rules.BROKEN_YAML, source, at, f"`{word}` has no `:` behind it: add it")
    span, message = _sentence(error, line, index - start)
    moved = Span(base + start + span.start, base + start + span.end)
    return find(rules.BROKEN_YAML, source, moved, message)


def _line_without_colon(error: Any, text: str, start: int, index: int) -> Span | None:
    """The line above that was meant as a key, where a key's `:` came as a surprise below it."""
    problem = getattr(error, "problem", None) or ""
    if not problem.startswith("mapping values are not allowed") or ":" in text[start:index]:
        return None
    above = text[:start].rstrip()
    line = above[above.rfind("\n") + 1 :]
    word = line.strip()
    if not word or ":" in word or word.startswith("#"):
        return None
    end = len(above)
    return Span(end - len(word), end)


def _sentence(error: Any, line: str, column: int) -> tuple[Span, str]:
    """Place in the line, and what to write there."""
    problem = getattr(error, "problem", None) or str(error)
    match = _ENTRY.match(line)
    value = match["value"] if match else ""
    at = match.start("value") if match else column
    if problem.startswith("mapping values are not allowed"):
        before = line[:column].rstrip()
        text = before[at:] if at < len(before) else before.strip()
        return Span(column, column + 1), (
            f"a second `: ` after `{_short(text)}`: put the text in quotes, or, if a key was "
            "meant, indent it like the keys beside it"
        )
    if "end of stream" in problem and "quoted" in (getattr(error, "context", "") or ""):
        return Span(column, column), "a quoted text has no closing quote: add it"
    opener = value[:1]
    if opener in _OPENERS and (opener not in "-?" or value[1:2] == " "):
        quote = "single quotes" if '"' in value else "double quotes"
        return Span(at, at + 1), (
            f"{_OPENERS[opener]}: put the whole text (`{_short(value)}`) in {quote}"
        )
    if "did not find expected ',' or '" in problem:
        return Span(column, column), f"a `{problem[-2]}` is missing before this: close it"
    if "could not find expected ':'" in problem:
        return Span(0, len(line)), f"`{_short(line.strip())}` has no `:` after its key: add it"
    return Span(column, column + 1), (
        f"`{_short(line.strip())}` does not fit what stands above it: "
        "indent it like the lines of its own level"
    )


def _short(text: str, most: int = 40) -> str:
    text = text.replace("`", "'").strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def find_traps(
    source: Source, value: Mapping, ours: tuple[str, ...] | None = None
) -> Iterator[Finding]:
    """Texts that YAML allows, but reads as something else than what stands there.

    With `ours`, only under these of its keys.
    """
    pending: list[Any] = [value] if ours is None else [value[key] for key in ours if key in value]
    seen: set[int] = set()
    while pending:
        container = pending.pop()
        if id(container) in seen:
            continue
        seen.add(id(container))
        if isinstance(container, Mapping):
            entries = [
                (container[key], marks, key in BOOLEAN_KEYS)
                for key, marks in container.marks.items()
            ]
        elif isinstance(container, Sequence):
            entries = [(item, container.marks[i], False) for i, item in enumerate(container)]
        else:
            continue
        for item, marks, is_boolean in entries:
            if isinstance(item, Plain):
                yield from _scalar_traps(source, item, marks, is_boolean)
            elif isinstance(item, (Mapping, Sequence)):
                pending.append(item)


def _scalar_traps(source: Source, text: Plain, marks: Marks, is_boolean: bool) -> Iterator[Finding]:
    span = marks.value
    if text in _BOOLEANS and not is_boolean:
        meant = "true" if text.lower() in ("yes", "on", "true") else "false"
        message = f'`{text}` without quotes is {meant} to YAML: write "{text}"'
        yield find(rules.READ_AS_BOOLEAN, source, span, message)
    elif ":" in text and _CLOCK.match(text):
        message = f'`{text}` without quotes is a number to YAML: write "{text}"'
        yield find(rules.READ_AS_NUMBER, source, span, message)
    after = source.text[span.end : span.end + 3]
    if after[:2] == " #" and after[2:3] not in ("", " ", "\n", "#"):
        end = source.text.find("\n", span.end)
        rest = source.text[span.end : end if end >= 0 else None].strip()
        if rest.startswith("#journey:"):
            return
        message = (
            f"the text ends before `{_short(rest)}`, which is a comment to YAML: "
            "put the whole text in quotes"
        )
        yield find(rules.CUT_OFF_TEXT, source, Span(span.end + 1, span.end + 2), message)
