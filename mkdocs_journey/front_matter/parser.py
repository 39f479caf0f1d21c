"""From YAML text to values with places, on any input, in bounded time and memory.

The tree is built from libyaml's events with a stack of our own: nested text cannot overflow
anything, each duplicate key is seen, and an alias costs what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken import LOADER, explain
from mkdocs_journey.front_matter.nodes import Mapping, Marks, Plain, Sequence
from mkdocs_journey.source import Source, Span

MAX_DEPTH = 60
MAX_CHARACTERS = 2_000_000
MAX_VALUES = 200_000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_STANDARD_TAGS = "tag:yaml.org,2002:"


class _UnreadableError(Exception):
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


@dataclass
class _Open:
    """A mapping or list whose end has not been read yet."""

    value: Mapping | Sequence
    start: int
    anchor: str | None
    size_before: int
    repeated_before: int
    key_span: Span
    key: str | None = None
    awaits_value: bool = False
    merges: list[Any] = field(default_factory=list)


def parse(source: Source, span: Span) -> tuple[Any, tuple[Finding, ...]]:
    """Value of the YAML that stands in a span of a source, and what is wrong with it.

    Returns `None` as the value where the text cannot be read at all. Never raises, whatever
    the text is: time and memory are bounded by `MAX_CHARACTERS` and `MAX_VALUES`.
    """
    if span.end - span.start > MAX_CHARACTERS:
        message = f"front matter of {span.end - span.start:,} characters: split the map"
        return None, (find(rules.TOO_LARGE, source, Span(span.start, span.start), message),)
    return _Builder(source, span).build()


def find_keys(text: str) -> list[tuple[str, int]]:
    """Keys of a text's outermost mapping with their offsets, the doubled ones too, and its end.

    The end is the last entry, under an empty key. Raises `yaml.YAMLError` where the text cannot
    be read; what nests deeper than `parse` reads is no key's and ends the list.
    """
    found: list[tuple[str, int]] = []
    depth, is_key = 0, True
    events: Iterator[Any] = yaml.parse(_CONTROL.sub(" ", text), Loader=LOADER)
    for event in events:
        at: int = event.start_mark.index
        if isinstance(event, yaml.NodeEvent) and depth == 1:
            if is_key:
                found.append((str(getattr(event, "value", "")), at))
            is_key = not is_key
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 0:
                return [*found, ("", at)]
        if depth > MAX_DEPTH:
            break
    return [*found, ("", len(text))]


def find_texts(text: str) -> list[Span]:
    """Where scalars stand in a text that `parse` could read, in order."""
    events = yaml.parse(_CONTROL.sub(" ", text), Loader=LOADER)
    return [_moved(event, 0) for event in events if isinstance(event, yaml.ScalarEvent)]


class _Builder:
    def __init__(self, source: Source, span: Span) -> None:
        self.source = source
        self.base = span.start
        self.text = source.text[span.start : span.end]
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int, int]] = {}
        """Value, number of values and of characters that an alias stands for."""
        self.open_anchors: set[str] = set()
        self.marked: dict[str, Span] = {}
        self.root: Any = None
        self.size = 0
        self.repeated = 0
        """Characters that aliases stand for: one of a long text is short, and drawn whole."""

    def build(self) -> tuple[Any, tuple[Finding, ...]]:
        try:
            for event in self._events():
                self._take(event)
        except _UnreadableError as stop:
            return None, (*self.findings, stop.finding)
        except yaml.YAMLError as error:
            return None, (*self.findings, explain(error, self.source, self.base, self.text))
        for name, span in self.marked.items():
            message = (
                f"`&{name}` is not shown, for YAML takes it for a mark: put the text in quotes"
            )
            self._find(rules.CUT_OFF_TEXT, span, message)
        return self.root, tuple(self.findings)

    def _events(self) -> Iterator[Any]:
        text = _CONTROL.sub(self._report_control, self.text)
        yield from yaml.parse(text, Loader=LOADER)

    def _report_control(self, match: re.Match[str]) -> str:
        code = f"U+{ord(match[0]):04X}"
        message = f"control character {code}, which cannot be seen: delete it"
        self._find(rules.CONTROL_CHARACTER, Span(match.start(), match.end()), message)
        return " "

    def _find(self, rule: Any, span: Span, message: str) -> None:
        moved = Span(span.start + self.base, span.end + self.base)
        self.findings.append(find(rule, self.source, moved, message))

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._check_tag(event)
            self._open(Mapping(flow=bool(event.flow_style)), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_tag(event)
            self._open(Sequence(flow=bool(event.flow_style)), event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.size:
            at = _moved(event, self.base)
            message = "a second document begins here: keep one map in a file"
            raise _UnreadableError(find(rules.BROKEN_YAML, self.source, at, message))

    def _check_tag(self, event: Any) -> None:
        tag = event.tag
        if tag and tag != "!" and not tag.startswith(_STANDARD_TAGS):
            span = Span(event.start_mark.index, event.end_mark.index)
            self._find(rules.UNKNOWN_TAG, span, f"tag `{tag}`: write the value without it")
        elif tag and tag.startswith(_STANDARD_TAGS + "python/"):
            span = Span(event.start_mark.index, event.end_mark.index)
            self._find(rules.UNKNOWN_TAG, span, "a tag that runs Python: write the value only")

    def _scalar(self, event: Any) -> None:
        self._check_tag(event)
        span = Span(event.start_mark.index, event.end_mark.index)
        value: Any = event.value
        if event.style is None or event.style == "":
            value = None if value in _NULLS else Plain(value)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1, span.end - span.start)
            self.marked[event.anchor] = Span(span.start, span.start + len(event.anchor) + 1)
        self._add(value, span, 1)

    def _open(self, value: Mapping | Sequence, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels of nesting: write it flatter"
            at = _moved(event, self.base)
            raise _UnreadableError(find(rules.TOO_DEEP, self.source, at, message))
        if event.anchor:
            self.open_anchors.add(event.anchor)
        start = event.start_mark.index
        at = Span(start, start)
        self.stack.append(_Open(value, start, event.anchor, self.size, self.repeated, at))
        self._grow(1, start)

    def _close(self, event: Any) -> None:
        done = self.stack.pop()
        for merged in done.merges:
            _merge(done.value, merged)
        if done.anchor:
            self.open_anchors.discard(done.anchor)
            repeated = self.repeated - done.repeated_before
            characters = event.end_mark.index - done.start + repeated
            self.anchors[done.anchor] = (done.value, self.size - done.size_before, characters)
        # A block's end mark stands at the next token: the span ends with the last entry.
        end = event.end_mark.index
        marks = done.value.marks
        if marks and not done.value.flow:
            last = list(marks.values())[-1] if isinstance(marks, dict) else marks[-1]
            end = min(end, last.end - self.base) if last.end > self.base else end
        self._add(done.value, Span(done.start, max(end, done.start)), 0)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        name = event.anchor
        if name in self.open_anchors:
            message = f"`*{name}` stands inside `&{name}` itself: write the text out"
            self._find(rules.ALIAS_CYCLE, span, message)
            self._add(None, span, 1)
        elif name in self.anchors:
            value, size, characters = self.anchors[name]
            self.marked.pop(name, None)
            self._repeat(characters, span.start)
            self._add(value, span, size)
        else:
            message = (
                f"`*{name}` repeats what `&{name}` marks, and nothing is marked so: "
                f"put a text that begins with `*` in quotes"
            )
            self._find(rules.BROKEN_YAML, span, message)
            self._add(None, span, 1)

    def _grow(self, size: int, at: int) -> None:
        self.size += size
        if self.size <= MAX_VALUES:
            return
        if self.anchors:
            self._stop_bomb(f"{MAX_VALUES:,} values", at)
        message = f"more than {MAX_VALUES:,} values: split the map into several"
        place = Span(self.base + at, self.base + at + 1)
        raise _UnreadableError(find(rules.TOO_LARGE, self.source, place, message))

    def _repeat(self, characters: int, at: int) -> None:
        self.repeated += characters
        if self.repeated > MAX_CHARACTERS:
            self._stop_bomb(f"{MAX_CHARACTERS:,} characters", at)

    def _stop_bomb(self, more_than: str, at: int) -> NoReturn:
        message = f"aliases (`*…`) that stand for more than {more_than}: write the texts out"
        place = Span(self.base + at, self.base + at + 1)
        raise _UnreadableError(find(rules.ALIAS_BOMB, self.source, place, message))

    def _add(self, value: Any, span: Span, size: int) -> None:
        self._grow(size, span.start)
        if not self.stack:
            self.root = value
            return
        parent = self.stack[-1]
        placed = Span(span.start + self.base, span.end + self.base)
        if isinstance(parent.value, Sequence):
            parent.value.append(value)
            parent.value.marks.append(Marks(*placed, *placed))
        elif parent.awaits_value:
            self._enter(parent, value, placed)
        else:
            parent.key = _key(value)
            parent.key_span = placed
            parent.awaits_value = True

    def _enter(self, parent: _Open, value: Any, span: Span) -> None:
        parent.awaits_value = False
        key = parent.key or ""
        mapping = parent.value
        assert isinstance(mapping, Mapping)
        if key == "<<":
            parent.merges.append(value)
            return
        if key in mapping:
            first = self.source.position(mapping.marks[key].key.start).line
            message = f"`{key}` stands here again, first in line {first}: keep one of the two"
            self.findings.append(find(rules.DUPLICATE_KEY, self.source, parent.key_span, message))
            return
        mapping[key] = value
        mapping.marks[key] = Marks(*parent.key_span, *span)


def _moved(event: Any, base: int) -> Span:
    return Span(base + event.start_mark.index, base + event.end_mark.index)


def _key(value: Any) -> str:
    """A key as text: lists and mappings as keys have no meaning in a map, only a place."""
    if value is None:
        return ""
    return str(value) if isinstance(value, str) else "?"


def _merge(target: Mapping | Sequence, merged: Any) -> None:
    """YAML's `<<`: entries of other mappings stand here where the mapping has none itself."""
    if not isinstance(target, Mapping):
        return
    for mapping in merged if isinstance(merged, Sequence) else [merged]:
        if isinstance(mapping, Mapping):
            for key, value in mapping.items():
                if key not in target:
                    target[key] = value
                    target.marks[key] = mapping.marks[key]
