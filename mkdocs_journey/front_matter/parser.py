"""From YAML text to values with places, on any input, in bounded time and memory.

The tree is built from libyaml's events with a stack of our own: nested text cannot overflow
anything, each duplicate key is seen, and an alias costs what it stands for.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from sys import intern
from typing import Any, NamedTuple, NoReturn

import yaml

from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken import LOADER, MAX_DEPTH, explain
from mkdocs_journey.front_matter.nodes import Mapping, Quoted, Sequence
from mkdocs_journey.front_matter.torn import rejoin, tell_torn
from mkdocs_journey.front_matter.traps import is_doubtful
from mkdocs_journey.front_matter.unfinished import fill
from mkdocs_journey.source import Source, Span

MAX_CHARACTERS = 2_000_000
MAX_VALUES = 200_000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
WORD = 25
"""Shorter texts are ids, channels and words that stand in many maps, which hold them once."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_STANDARD_TAGS = "tag:yaml.org,2002:"
_BOUND = re.compile(">[0-9](?=[ \t]*(?:#|$))", re.MULTILINE)


class _UnreadableError(Exception):
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


_Open = tuple[Mapping | Sequence, list[Any], list[int], int, str | None, int, int]
"""What is open, its parts (items of a list, keys and values of a mapping in turn) and where each of
these begins and ends, where it begins itself, its anchor, and how many values and repeated
characters stand before it."""

_Parts = tuple[list[Any], list[int]]
"""Parts of what is open, and where each of them begins and ends."""


class Parsed(NamedTuple):
    """What was read of a text."""

    value: Any
    """`None` where the text cannot be read at all."""
    faults: tuple[Finding, ...]
    doubtful: list[str]
    """Words without quotes that may be traps, keys among them, in the order of writing."""


def parse(source: Source, span: Span) -> Parsed:
    """Value of the YAML that stands in a span of a source, and what is wrong with it.

    Never raises, whatever the text is: time and memory are bounded by `MAX_CHARACTERS` and
    `MAX_VALUES`.
    """
    if span.end - span.start > MAX_CHARACTERS:
        message = f"front matter of {span.end - span.start:,} characters: split the map"
        fault = find(rules.TOO_LARGE, source, Span(span.start, span.start), message)
        return Parsed(None, (fault,), [])
    return _Builder(source, span).build()


class _Builder:
    """Takes events one by one, each by what kind it is.

    Offsets are those of the source. Words are taken where the events come (`_take_all`), without a
    call for each: a map has some hundred of them, and a site a thousand maps.
    """

    def __init__(self, source: Source, span: Span) -> None:
        self.source = source
        self.base = span.start
        self.text = source.text[span.start : span.end]
        self.findings: list[Finding] = []
        self.doubtful: list[str] = []
        self.places = array("I")
        """Where all that is read stands, what stands together together."""
        self.whole = Sequence()
        """The outermost value, as the only item of a list."""
        self.stack: list[_Open] = [(self.whole, self.whole, [], span.start, None, 0, 0)]
        self.anchors: dict[str, tuple[Any, int, int]] = {}
        """Value, number of values and of characters that an alias stands for."""
        self.open_anchors: set[str] = set()
        self.marked: dict[str, Span] = {}
        self.torn: dict[int, Span] = {}
        self.size = 0
        self.repeated = 0
        """Characters that aliases stand for: one of a long text is short, and drawn whole."""

    def build(self) -> Parsed:
        try:
            self._take_all()
        except _UnreadableError as stop:
            return self._give_up(stop.finding)
        except yaml.YAMLError as error:
            text = CONTROL.sub(" ", self.text)  # what the reader was given
            return self._give_up(explain(error, self.source, self.base, text))
        for name, span in self.marked.items():
            message = (
                f"`&{name}` is not shown, for YAML takes it for a mark: put the text in quotes"
            )
            self._find(rules.CUT_OFF_TEXT, span, message)
        self.findings += (tell_torn(self.source, span) for span in self.torn.values())
        return Parsed(next(iter(self.whole), None), tuple(self.findings), self.doubtful)

    def _give_up(self, fault: Finding) -> Parsed:
        """What keeps the text from being read, behind all that was found on the way there."""
        for content, parts, places, *_ in self.stack:
            if isinstance(content, Mapping):
                fill(content, parts, places, self._find_doubled)
        return Parsed(None, (*self.findings, fault), self.doubtful)

    def _take_all(self) -> None:
        take: dict[type, Callable[[Any], _Parts]] = {
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._check_first,
            yaml.DocumentEndEvent: self._pass_over,
            yaml.StreamStartEvent: self._pass_over,
            yaml.StreamEndEvent: self._pass_over,
        }
        next_event = LOADER(CONTROL.sub(self._report_control, self.text)).get_event
        scalar, base = yaml.ScalarEvent, self.base
        parts, places = self._pass_over()
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is not scalar:
                parts, places = take[kind](event)
                continue
            start, end, value = event.start_mark.index, event.end_mark.index, event.value
            if event.style:
                value = Quoted(value) if value else self._no_text(start)
            elif value in NULLS:
                if rejoin(self.stack[-1][0], parts, places, self.source.text, self.torn):
                    continue
                value = None
            else:
                if end - start < WORD:
                    value = intern(value)
                if is_doubtful(value):
                    self.doubtful.append(value)
            if event.tag or event.anchor:
                self._note(event, value)
            self.size += 1
            if self.size > MAX_VALUES:
                self._stop_growing(base + start)
            parts.append(value)
            places += (base + start, base + end)

    def _no_text(self, start: int) -> Quoted:
        """An empty text, which may be a bound that YAML takes for the head of a block."""
        if (match := _BOUND.match(self.text, start)) is not None:
            message = f"`{match[0]}` begins a block of text to YAML, and is not shown: "
            span = Span(self.base + start, self.base + match.end())
            self._find(rules.CUT_OFF_TEXT, span, message + f'write `"{match[0]}"`, in quotes')
        return Quoted("")

    def _report_control(self, match: re.Match[str]) -> str:
        code = f"U+{ord(match[0]):04X}"
        message = f"control character {code}, which cannot be seen: delete it"
        at = self.base + match.start()
        self._find(rules.CONTROL_CHARACTER, Span(at, at + 1), message)
        return " "

    def _find(self, rule: Rule, span: Span, message: str) -> None:
        self.findings.append(find(rule, self.source, span, message))

    def _refuse(self, rule: Rule, span: Span, message: str) -> NoReturn:
        raise _UnreadableError(find(rule, self.source, span, message))

    def _check_first(self, event: Any) -> _Parts:
        if self.size:
            message = "a second document begins here: keep one map in a file"
            self._refuse(rules.BROKEN_YAML, span_of(event, self.base), message)
        return self._pass_over()

    def _check_tag(self, event: Any) -> None:
        tag = event.tag
        if tag != "!" and not tag.startswith(_STANDARD_TAGS):
            message = f"tag `{tag}`: write the value without it"
        elif tag.startswith(_STANDARD_TAGS + "python/"):
            message = "a tag that runs Python: write the value only"
        else:
            return
        self._find(rules.UNKNOWN_TAG, span_of(event, self.base), message)

    def _note(self, event: Any, value: Any) -> None:
        """Take a word's tag and anchor."""
        if event.tag:
            self._check_tag(event)
        if event.anchor:
            start, end = span_of(event, self.base)
            self.anchors[event.anchor] = (value, 1, end - start)
            self.marked[event.anchor] = Span(start, start + len(event.anchor) + 1)

    def _open(self, event: Any) -> _Parts:
        if event.tag:
            self._check_tag(event)
        if len(self.stack) > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels of nesting: write it flatter"
            self._refuse(rules.TOO_DEEP, span_of(event, self.base), message)
        anchor = event.anchor
        if anchor:
            self.open_anchors.add(anchor)
        content: Mapping | Sequence
        parts: list[Any]
        places: list[int] = []
        if type(event) is yaml.MappingStartEvent:
            content, parts = Mapping(bool(event.flow_style)), []
        else:
            content = parts = Sequence(bool(event.flow_style))
        start = self.base + event.start_mark.index
        self.stack.append((content, parts, places, start, anchor, self.size, self.repeated))
        self.size += 1
        if self.size > MAX_VALUES:
            self._stop_growing(start)
        return parts, places

    def _close(self, event: Any) -> _Parts:
        content, parts, places, start, anchor, size, repeated = self.stack.pop()
        end = self.base + event.end_mark.index
        if anchor:
            self.open_anchors.discard(anchor)
            characters = end - start + self.repeated - repeated
            self.anchors[anchor] = (content, self.size - size, characters)
        if isinstance(content, Mapping):
            places = fill(content, parts, places, self._find_doubled)
        content.place(self.places, len(self.places))
        self.places.fromlist(places)
        # A block's end mark stands at the next token: the span ends with the last entry.
        if places and self.base < places[-1] < end and not content.flow:
            end = places[-1]
        return self._add(content, start, end if end > start else start)

    def _add(self, value: Any, start: int, end: int) -> _Parts:
        """Take a value, and where it begins and ends, into what is open."""
        _, parts, places, *_ = self.stack[-1]
        parts.append(value)
        places += (start, end)
        return parts, places

    def _pass_over(self, _: Any = None) -> _Parts:
        """What begins and ends a text says nothing: what is open stays so."""
        _, parts, places, *_ = self.stack[-1]
        return parts, places

    def _find_doubled(self, key: str, first: int, again: Span) -> None:
        line = self.source.position(first).line
        message = f"`{key}` stands here again, first in line {line}: keep one of the two"
        if key[:1] == "-" and key[1:2].isalpha():
            message = f"a space is missing after the dash of `{key}`: write `- {key[1:]}`"
        self._find(rules.DUPLICATE_KEY, again, message)

    def _alias(self, event: Any) -> _Parts:
        span, name = span_of(event, self.base), event.anchor
        value, size = None, 1
        if name in self.open_anchors:
            message = f"`*{name}` stands inside `&{name}` itself: write the text out"
            self._find(rules.ALIAS_CYCLE, span, message)
        elif name in self.anchors:
            value, size, characters = self.anchors[name]
            self.marked.pop(name, None)
            self._repeat(characters, span.start)
        else:
            message = (
                f"`*{name}` repeats what `&{name}` marks, and nothing is marked so: "
                f"put a text that begins with `*` in quotes"
            )
            self._find(rules.BROKEN_YAML, span, message)
        self.size += size
        if self.size > MAX_VALUES:
            self._stop_growing(span.start)
        return self._add(value, *span)

    def _stop_growing(self, at: int) -> NoReturn:
        if self.anchors:
            self._stop_bomb(f"{MAX_VALUES:,} values", at)
        message = f"more than {MAX_VALUES:,} values: split the map into several"
        self._refuse(rules.TOO_LARGE, Span(at, at + 1), message)

    def _repeat(self, characters: int, at: int) -> None:
        self.repeated += characters
        if self.repeated > MAX_CHARACTERS:
            self._stop_bomb(f"{MAX_CHARACTERS:,} characters", at)

    def _stop_bomb(self, more_than: str, at: int) -> NoReturn:
        message = f"aliases (`*…`) that stand for more than {more_than}: write the texts out"
        self._refuse(rules.ALIAS_BOMB, Span(at, at + 1), message)


def span_of(event: Any, base: int = 0) -> Span:
    """Where an event's text stands; `base` is where the text that was parsed begins."""
    return Span(base + event.start_mark.index, base + event.end_mark.index)
