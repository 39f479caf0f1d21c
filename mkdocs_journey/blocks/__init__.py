"""View blocks: `/// journey | VIEW` in a page's text, found with their places.

The syntax is that of pymdownx's Blocks. Reading it here, from the text, is what makes a wrong
block a finding at its line: the Markdown library gives no lines, and prints a block that it does
not understand as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journey.blocks import rules
from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import Mapping, locate, read_yaml
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.choices import closest, suggest

__all__ = ["ALL", "VIEWS", "ViewBlock", "find_blocks", "read_block", "rules"]

VIEWS = ("map", "curve", "blueprint", "flow", "insights", "persona")
"""Views of one map that a block can place."""
ALL = ""
"""View of a block that names none: everything that a map's page shows."""
OPTIONS = ("of",)

START = re.compile(
    r"(?P<indent>[ ]{0,3})(?P<fence>/{3,})[ ]*journey[ ]*(?:\|[ ]*(?P<view>.*?))?[ ]*",
    re.IGNORECASE,
)
_WITHOUT_BAR = re.compile(r"[ ]{0,3}/{3,}[ ]*journey[ :]+(?P<view>[\w-]+)[ ]*", re.IGNORECASE)
END = re.compile(r"[ ]{0,3}/{3,}[ ]*")
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)")
_OPTION = re.compile(r"[ ]{0,3}[\w-]+[ ]*:")
_HINT = re.compile(r"^[ ]{0,3}/{3,}[ ]*journey\b", re.MULTILINE | re.IGNORECASE)


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class ViewBlock:
    """A view that an author wants at a place in a page."""

    view: str
    """Name of the view; `ALL` for everything."""
    of: str = ""
    """Path of the page whose map is shown, relative to this page; empty for this page's own."""
    span: Span = _NOWHERE
    """The block's first line."""
    of_span: Span = _NOWHERE
    """Where `of` stands."""
    is_valid: bool = True
    """A view that there is; else a card stands in its place."""


def find_blocks(
    source: Source, start: int = 0
) -> tuple[tuple[ViewBlock, ...], tuple[Finding, ...]]:
    """View blocks of a page's body in order, and what is wrong with them.

    Text inside fenced code is not a block. Costs one search for a page without any.
    """
    if _HINT.search(source.text, start) is None:
        return (), ()
    blocks: list[ViewBlock] = []
    findings: list[Finding] = []
    lines = list(_lines_outside_code(source, start))
    for number, (offset, line) in enumerate(lines):
        match = START.fullmatch(line)
        if match is None:
            findings.extend(_check_start(source, offset, line))
            continue
        below = [text for _, text in lines[number + 1 :]]
        options = _option_lines(below)
        first = lines[number + 1][0] if options else offset + len(line)
        span = Span(offset, offset + len(line))
        text = Span(first, first + sum(len(item) + 1 for item in options))
        block, faults = _read(source, span, match, text)
        blocks.append(block)
        findings.extend(faults)
        findings.extend(_check_end(source, span, below[len(options) :], lines, number, options))
    return tuple(blocks), tuple(findings)


def _check_start(source: Source, offset: int, line: str) -> Iterator[Finding]:
    """A first line that Markdown prints as text, because its bar is missing."""
    match = _WITHOUT_BAR.fullmatch(line)
    if match is not None:
        view = closest(match["view"], VIEWS) or VIEWS[0]
        message = f"`{line.strip()}` has no bar before its view: write `/// journey | {view}`"
        yield find(rules.UNKNOWN_VIEW, source, Span(offset, offset + len(line)), message)


def read_block(header: str, option_lines: list[str]) -> ViewBlock:
    """The block that a header line and its option lines say, for drawing it where it stands."""
    text = "\n".join([header, *option_lines, ""])
    source = Source("", text)
    match = START.fullmatch(header)
    assert match is not None
    span = Span(len(header) + 1, len(text))
    return _read(source, Span(0, len(header)), match, span)[0]


def _lines_outside_code(source: Source, start: int) -> Iterator[tuple[int, str]]:
    fence = ""
    offset = start
    for line in source.text[start:].split("\n"):
        match = _FENCE.match(line)
        if fence:
            if match and match["fence"].startswith(fence) and not match["info"].strip():
                fence = ""
        elif match:
            fence = match["fence"]
        else:
            yield offset, line
        offset += len(line) + 1


def _option_lines(below: list[str]) -> list[str]:
    """Lines directly below a block's first one that are indented by four spaces."""
    taken = 0
    while taken < len(below) and below[taken].startswith("    ") and below[taken].strip():
        taken += 1
    return below[:taken]


def _read(
    source: Source, span: Span, match: re.Match[str], options: Span
) -> tuple[ViewBlock, list[Finding]]:
    findings: list[Finding] = []
    view = (match["view"] or "").strip().lower()
    at = Span(span.start + match.start("view"), span.end) if match["view"] else span
    is_valid = view in (ALL, *VIEWS)
    if not is_valid:
        message = f"unknown view `{view}`: {suggest(view, VIEWS)}"
        findings.append(find(rules.UNKNOWN_VIEW, source, at, message))
    of, of_span = "", span
    if options.end > options.start:
        read = read_yaml(source, options)
        findings.extend(
            find(rules.BAD_VIEW_OPTION, source, finding.span, finding.message)
            for finding in read.findings
        )
        of, of_span, faults = _read_options(source, read.data, span)
        findings.extend(faults)
    return ViewBlock(view, of, span, of_span, is_valid), findings


def _read_options(source: Source, data: Mapping, span: Span) -> tuple[str, Span, list[Finding]]:
    findings: list[Finding] = []
    of, of_span = "", span
    for key, value in data.items():
        place = locate(data, (key,), span, key=True)
        if key not in OPTIONS:
            message = f"unknown option `{key}`: {suggest(key, OPTIONS)}"
            findings.append(find(rules.UNKNOWN_VIEW_OPTION, source, place, message))
        elif not isinstance(value, str) or not value.strip():
            place = locate(data, (key,), span)
            message = "`of` takes one path: write it like `of: checkout.md`"
            findings.append(find(rules.BAD_VIEW_OPTION, source, place, message))
        else:
            of, of_span = value.strip(), locate(data, (key,), span)
    return of, of_span, findings


def _check_end(
    source: Source,
    span: Span,
    rest: list[str],
    lines: list[tuple[int, str]],
    number: int,
    options: list[str],
) -> Iterator[Finding]:
    after = number + 1 + len(options)
    while rest and _OPTION.match(rest[0]) and not END.fullmatch(rest[0]):
        offset, line = lines[after]
        message = f"`{line.strip()}` is not indented: put four spaces before it"
        place = Span(offset, offset + len(line))
        yield find(rules.VIEW_OPTION_NOT_INDENTED, source, place, message)
        rest, after = rest[1:], after + 1
    while rest and not rest[0].strip():
        rest = rest[1:]
    if not rest or not END.fullmatch(rest[0]):
        message = "this block has no end: write `///` on a line of its own below it"
        yield find(rules.VIEW_BLOCK_NOT_CLOSED, source, span, message)
