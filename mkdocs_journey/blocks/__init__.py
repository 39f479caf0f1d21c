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
from mkdocs_journey.blocks.names import ACROSS_VIEWS, ALL, MAP_VIEWS, PATHS, VIEWS
from mkdocs_journey.blocks.options import NO_OPTIONS, Options, read_options
from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import Mapping, locate
from mkdocs_journey.front_matter import rules as text_rules
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.choices import closest, suggest

__all__ = [
    "ACROSS_VIEWS",
    "ALL",
    "MAP_VIEWS",
    "MOST_BLOCKS",
    "PATHS",
    "VIEWS",
    "ViewBlock",
    "find_blocks",
    "read_block",
    "rules",
]

START = re.compile(
    r"(?P<indent>[ ]{0,3})(?P<fence>/{3,})[ ]*journey[ ]*+"
    r"(?:\|[ ]*+(?P<view>(?:[^ \n]+(?:[ ]+[^ \n]+)*+)?+))?[ ]*+",
    re.IGNORECASE,
)
_WITHOUT_BAR = re.compile(r"[ ]{0,3}/{3,}[ ]*journey[ :]+(?P<view>[\w-]+)[ ]*", re.IGNORECASE)
END = re.compile(r"[ ]{0,3}/{3,}[ ]*")
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)")
_OPTION = re.compile(r"[ ]{0,3}[\w-]+[ ]*:")
_HINT = re.compile(r"^[ ]*/{3,}[ ]*journey\b", re.MULTILINE | re.IGNORECASE)
_COMMENT = re.compile(r"[ ]{0,3}<!--")
# What Markdown reads indented text below as a part of: notes, tabs, list items, footnotes, terms.
_OPENER = re.compile(r"[ ]{0,3}(?:!!!|\?\?\?\+?|===[!+]*|[-*+:]|[0-9]+\.|\[\^[^\]\n]+\]:)(?:[ ]|$)")


MOST_BLOCKS = 200
"""View blocks of a page: each may draw a whole map, or all of the site."""
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class ViewBlock:
    """A view that an author wants at a place in a page."""

    view: str
    """Name of the view; `ALL` for everything."""
    span: Span = _NOWHERE
    """The block's first line."""
    read: Options = NO_OPTIONS
    """What stands below its first line."""
    is_valid: bool = True
    """A view that there is; else a card stands in its place."""

    @property
    def options(self) -> Mapping:
        """All options with their places."""
        return self.read.data

    @property
    def paths(self) -> dict[str, str]:
        """Paths of other pages, by the option that names them, relative to this page."""
        return self.read.paths

    @property
    def of(self) -> str:
        """Path of the page whose map is shown; empty for this page's own."""
        return self.paths.get("of", "")

    def place(self, option: str) -> Span:
        """Where an option's value stands, else the block."""
        return locate(self.options, (option,), self.span)


def find_blocks(
    source: Source, start: int = 0
) -> tuple[tuple[ViewBlock, ...], tuple[Finding, ...]]:
    """View blocks of a page's body in order, and what is wrong with them.

    Text inside code or a comment is not a block. Costs one search for a page without any.
    """
    if "///" not in source.text or _HINT.search(source.text, start) is None:
        return (), ()
    blocks: list[ViewBlock] = []
    findings: list[Finding] = []
    lines = list(_lines(source, start))
    texts = [line.text for line in lines]
    for number, line in enumerate(lines):
        if _HINT.match(line.text) is None:
            continue
        match = START.fullmatch(line.text)
        if match is None:
            findings.extend(_check_start(source, line))
            continue
        if len(blocks) == MOST_BLOCKS:
            message = f"this page has more than {MOST_BLOCKS} view blocks: split it into several"
            findings.append(find(text_rules.TOO_LARGE, source, line.span, message))
            break
        end = number + 1 + _count_options(texts, number + 1)
        options = lines[number + 1 : end]
        text = _whole_lines(source, options)
        block, faults = _read(source, line.span, match, text)
        blocks.append(block)
        findings.extend(faults)
        findings.extend(_check_end(source, line.span, lines, end))
    return tuple(blocks), tuple(findings)


def _whole_lines(source: Source, lines: list[_Line]) -> Span:
    """Where lines stand with all their indentation, which is the same where they are options."""
    if not lines:
        return _NOWHERE
    return Span(source.text.rfind("\n", 0, lines[0].span.start) + 1, lines[-1].span.end + 1)


def _check_start(source: Source, line: _Line) -> Iterator[Finding]:
    """A first line that Markdown prints as text, because its bar is missing."""
    match = _WITHOUT_BAR.fullmatch(line.text)
    if match is not None:
        view = closest(match["view"], VIEWS) or VIEWS[0]
        message = f"`{line.text.strip()}` has no bar before its view: write `/// journey | {view}`"
        yield find(rules.UNKNOWN_VIEW, source, line.span, message)


def read_block(lines: list[str], at: int) -> tuple[ViewBlock, int]:
    """The block that begins at a line, for drawing it where it stands, and the line below it.

    Its end is that line, where it stands directly below.
    """
    end = at + 1 + _count_options(lines, at + 1)
    source = Source("", "\n".join([*lines[at:end], ""]))
    match = START.fullmatch(lines[at])
    assert match is not None
    first = Span(0, len(lines[at]))
    options = Span(len(lines[at]) + 1, len(source.text))
    return _read(source, first, match, options)[0], end


def _count_options(texts: list[str], start: int) -> int:
    """How many lines from one on are options: those that are indented by four spaces."""
    taken = start
    while taken < len(texts) and texts[taken].startswith("    ") and texts[taken].strip():
        taken += 1
    return taken - start


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as Markdown reads it inside the note, tab or list item that it stands in."""

    text: str
    """Without the indentation of what it stands in."""
    span: Span


def _lines(source: Source, start: int) -> Iterator[_Line]:
    """Lines of a page's body that are neither code nor comments."""
    last_comment = source.text.rfind("-->")
    depths = [0]  # of the blocks that are open: where the text of each begins
    fence, is_comment, offset = "", False, start
    for whole in source.text[start:].split("\n"):
        if whole.strip() and not fence:
            indent = len(whole) - len(whole.lstrip(" "))
            while indent < depths[-1]:
                depths.pop()
        text = whole[depths[-1] :]
        span = Span(offset + len(whole) - len(text), offset + len(whole))
        mark = _FENCE.match(text)
        if fence:
            if mark and mark["fence"].startswith(fence) and not mark["info"].strip():
                fence = ""
        elif is_comment:
            is_comment = "-->" not in text
        elif mark:
            fence = mark["fence"]
        elif _COMMENT.match(text) and offset < last_comment:
            is_comment = "-->" not in text
        else:
            yield _Line(text, span)
            if _OPENER.match(text):
                depths.append(depths[-1] + 4)
        offset += len(whole) + 1


def _read(
    source: Source, span: Span, match: re.Match[str], options: Span
) -> tuple[ViewBlock, list[Finding]]:
    view = (match["view"] or "").strip().lower()
    read = read_options(source, view, span, options)
    findings = list(read.findings)
    at = Span(span.start + match.start("view"), span.end) if match["view"] else span
    is_valid = view in (ALL, *VIEWS)
    if not is_valid:
        message = f"unknown view `{view}`: {suggest(view, VIEWS)}"
        findings.insert(0, find(rules.UNKNOWN_VIEW, source, at, message))
    return ViewBlock(view, span, read, is_valid), findings


def _check_end(source: Source, span: Span, lines: list[_Line], at: int) -> Iterator[Finding]:
    """What is wrong between a block's options and its end, from the line at a place on."""
    while at < len(lines) and _OPTION.match(lines[at].text):
        message = f"`{lines[at].text.strip()}` is not indented: put four spaces before it"
        yield find(rules.VIEW_OPTION_NOT_INDENTED, source, lines[at].span, message)
        at += 1
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    if at == len(lines) or not END.fullmatch(lines[at].text):
        message = "this block has no end: write `///` on a line of its own below it"
        yield find(rules.VIEW_BLOCK_NOT_CLOSED, source, span, message)
