"""Where a change of a YAML value touches its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from functools import cached_property
from operator import itemgetter
from typing import Any

from mkdocs_journey.edits.changes import Change, Insert, Path, Remove, Rename, Replace
from mkdocs_journey.edits.edit import Edit, RefusedError
from mkdocs_journey.edits.writing import (
    entry_lines,
    is_short,
    item_lines,
    write_flow,
    write_key,
    write_lines,
    write_scalar,
)
from mkdocs_journey.front_matter import Mapping, Marks, Sequence
from mkdocs_journey.front_matter.outline import find_texts
from mkdocs_journey.source import Span


class Places:
    """A YAML value with the text that it was read from."""

    def __init__(self, text: str, root: Mapping, span: Span) -> None:
        self.text = text
        self.root = root
        self.span = span

    def edits(self, change: Change, removed: Collection[Path] = ()) -> list[Edit]:
        """Edits of a change; `removed` are the paths of all that goes. Raises `RefusedError`."""
        parent, span, is_flow = self._find(change.path[:-1])
        step, depth = change.path[-1], len(change.path)
        match change:
            case Replace():
                return self._replace(parent, step, change.value, depth, is_flow=is_flow)
            case Rename():
                return [self._rename(_marks(parent, step), change.key, depth, is_flow=is_flow)]
            case Insert() if isinstance(parent, Mapping):
                return self._insert_key(parent, span, change, depth, is_flow=is_flow)
            case Insert() if isinstance(parent, Sequence):
                if is_flow:
                    return [self._insert_in_brackets(parent, span, change, removed)]
                return self._insert_item(parent, span, change, removed)
            case Remove() if is_flow:
                return self._remove_from_flow(parent, span, change, removed)
            case Remove():
                return self._remove_lines(parent, span, change, depth)
        raise RefusedError("nothing can be added to a single text: write its keys by hand")

    def _find(self, path: Path) -> tuple[Any, Span, bool]:
        """What stands at a path, its place, and whether brackets or braces are around."""
        value: Any = self.root
        span, is_flow = self.span, self.root.flow
        for step in path:
            span = _marks(value, step).value
            value = value[step]
            self._check_unmarked(span)
            is_flow = is_flow or getattr(value, "flow", False)
        return value, span, is_flow

    def _check_unmarked(self, span: Span) -> None:
        if self.text[span.start : span.start + 1] in ("&", "*", "!") and span.end > span.start:
            word = self.text[span.start : span.end].split()[0]
            raise RefusedError(f"`{word}` is shared with other places: change it by hand")

    def _replace(
        self, parent: Any, step: Any, value: Any, depth: int, *, is_flow: bool
    ) -> list[Edit]:
        marks = _marks(parent, step)
        span, old = marks.value, parent[step]
        self._check_unmarked(span)
        is_block = isinstance(old, (Mapping, Sequence)) and not old.flow
        is_many = isinstance(value, (dict, list, tuple))
        if isinstance(old, (Mapping, Sequence)):
            head = self._head(parent, marks, span) if is_block else span.start
            self._check_uncommented(Span(head, span.end))
        if is_block and is_many and value and not is_flow:
            lines = self._indented(write_lines(value), self._column(span))
            return [Edit(Span(span.start, self._end(span)), lines, depth)]
        if is_flow or not is_many or is_short(value):
            text = write_flow(value) if is_many else self._scalar(span, old, value, is_flow=is_flow)
            head = self._head(parent, marks, span) if is_block else span.start
            before = self.text[head - 1 : head]
            gap = "" if before.isspace() or before in "[," else " "
            return [Edit(Span(head, self._end(span)), gap + text, depth)]
        return self._replace_by_lines(parent, marks, value, depth)

    def _replace_by_lines(self, parent: Any, marks: Marks, value: Any, depth: int) -> list[Edit]:
        """A lone value becomes lines of its own below its key, behind the key's comment."""
        span = Span(marks.start, self._end(marks.value))
        if not isinstance(parent, Mapping):
            return [Edit(span, self._indented(write_lines(value), self._column(span)), depth)]
        indent = self._column(marks.key) + 2
        lines = "\n" + " " * indent + self._indented(write_lines(value), indent)
        head, end = self._head(parent, marks, span), self._line_end(span.end)
        if self.text[span.start : span.start + 1] in ("|", ">"):
            self._check_uncommented(Span(head, self._line_end(head)))
            return [Edit(Span(head, span.end), lines, depth)]
        return [Edit(Span(head, span.end), "", depth), Edit(Span(end, end), lines, depth)]

    def _scalar(self, span: Span, old: Any, value: Any, *, is_flow: bool) -> str:
        """A lone value in the quotes, or the block of text, that stood there."""
        written = self.text[span.start : self._end(span)]
        first = "" if isinstance(old, (Mapping, Sequence)) else written[:1]
        if first in ("|", ">"):
            head, _, rest = written.partition("\n")
            indent = rest[: len(rest) - len(rest.lstrip())]
            lines = str(value).split("\n")
            is_fitting = not str(value)[:1].isspace() and all(line.strip() for line in lines)
            if is_fitting and isinstance(value, str) and head in ("|", ">", "|-", ">-"):
                between = "\n\n" if first == ">" else "\n"
                return f"{head}\n" + between.join(indent + line for line in lines)
        style = first if first in ('"', "'") and isinstance(value, str) else ""
        return write_scalar(value, style=style, flow=is_flow)

    def _rename(self, marks: Marks, key: str, depth: int, *, is_flow: bool) -> Edit:
        self._check_unmarked(marks.key)
        first = self.text[marks.key_start : marks.key_start + 1]
        style = first if first in ('"', "'") else ""
        return Edit(marks.key, write_key(key, style=style, flow=is_flow), depth)

    def _insert_key(
        self, parent: Mapping, span: Span, change: Insert, depth: int, *, is_flow: bool
    ) -> list[Edit]:
        key = str(change.path[-1])
        marks = parent.marks.get(change.after) or next(reversed(parent.marks.values()), None)
        if is_flow:
            entry = f"{write_key(key, flow=True)}: {write_flow(change.value)}"
            if marks is None:
                return [Edit(Span(span.start + 1, span.start + 1), entry, depth)]
            return [Edit(Span(marks.end, marks.end), f", {entry}", depth)]
        if marks is None:
            raise RefusedError(f"there is no key beside which `{key}` could stand: write it")
        first = min(entry.key_start for entry in parent.marks.values())
        return [self._below(marks.value, entry_lines(key, change.value), first, depth)]

    def _insert_item(
        self, parent: Sequence, span: Span, change: Insert, removed: Collection[Path]
    ) -> list[Edit]:
        place, depth = int(change.path[-1]), len(change.path)
        lines = item_lines(change.value)
        if place == 0 and change.path in removed:
            place = 1  # The one before goes with its lines: the new one stands below them.
        if place:
            return [self._below(parent.marks[place - 1].value, lines, span.start, depth)]
        at = span.start
        return [Edit(Span(at, at), self._indented([*lines, ""], self._column(span)), depth)]

    def _insert_in_brackets(
        self, parent: Sequence, span: Span, change: Insert, removed: Collection[Path]
    ) -> Edit:
        """A new item before the next one; behind the last that stays where none follows."""
        place, item = int(change.path[-1]), write_flow(change.value)
        stays = [(*change.path[:-1], at) not in removed for at in range(len(parent))]
        before = [at for at, is_staying in enumerate(stays[:place]) if is_staying]
        if any(stays[place:]):
            at, text = parent.marks[place].start, f"{item}, "
        elif before:
            at, text = parent.marks[before[-1]].end, f", {item}"
        else:
            at, text = span.start + 1, item
        return Edit(Span(at, at), text, len(change.path))

    def _below(self, span: Span, lines: list[str], first: int, depth: int) -> Edit:
        """Lines below a part, indented as what stands at an offset is."""
        end = self._line_end(self._end(span))
        column = self._column(Span(first, first))
        return Edit(Span(end, end), "\n" + " " * column + self._indented(lines, column), depth)

    def _remove_from_flow(
        self, parent: Any, span: Span, change: Remove, removed: Collection[Path]
    ) -> list[Edit]:
        steps = list(parent.marks) if isinstance(parent, Mapping) else [*range(len(parent))]
        at = steps.index(change.path[-1])
        is_gone = [(*change.path[:-1], step) in removed for step in steps]
        marks = [_marks(parent, step) for step in steps]
        if not all(is_gone[at:]):
            gone = Span(marks[at].key_start, marks[at + 1].key_start)
        elif at and is_gone[at - 1]:
            return []  # goes with the one before it, up to the end
        else:
            gone = Span(marks[at - 1].end if at else span.start + 1, marks[-1].end)
        self._check_uncommented(gone)
        return [Edit(gone, "")]

    def _remove_lines(self, parent: Any, span: Span, change: Remove, depth: int) -> list[Edit]:
        marks = _marks(parent, change.path[-1])
        self._check_unmarked(marks.value)
        at = self._begin(parent, marks, span)
        start = self.text.rfind("\n", 0, at)
        end = self._line_end(self._end(marks.value))
        gone = Span(start, end)
        if start < 0 or self.text[start + 1 : at].strip():
            gone = Span(at, self._next(parent, marks, span))
        self._check_uncommented(gone)
        return [Edit(gone, "", depth)]

    def _begin(self, parent: Any, marks: Marks, span: Span) -> int:
        """Offset of an entry's key or dash."""
        return self._dash(marks, span) if isinstance(parent, Sequence) else marks.key_start

    def _next(self, parent: Any, marks: Marks, span: Span) -> int:
        """Offset of the entry behind one that shares its line with what both stand in."""
        entries = parent.marks if isinstance(parent, Sequence) else [*parent.marks.values()]
        behind = [entry for entry in entries if entry.key_start > marks.key_start]
        if not behind:
            raise RefusedError("it shares its line with what it stands in: remove it by hand")
        return self._begin(parent, min(behind), span)

    def _dash(self, marks: Marks, span: Span) -> int:
        """Offset of an item's dash: in the column of the list's first, in its line or above."""
        column, start = self._column(span), marks.start
        while start >= span.start:
            start = self.text.rfind("\n", 0, start) + 1
            if self.text[start + column : start + column + 1] == "-":
                return start + column
            start -= 1
        raise RefusedError("its dash cannot be found: change it by hand")

    def _head(self, parent: Any, marks: Marks, span: Span) -> int:
        """Offset behind the colon, or the dash, that a value stands after."""
        if isinstance(parent, Mapping):
            return self.text.index(":", marks.key_end) + 1
        return self.text.rindex("-", 0, span.start) + 1

    def _end(self, span: Span) -> int:
        """Where a value's text ends, without the empty lines below a block."""
        written = self.text[span.start : span.end]
        return span.start + len(written.rstrip()) if written.strip() else span.end

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def _column(self, span: Span) -> int:
        start = self.text.rfind("\n", 0, span.start) + 1
        if "\t" in self.text[start : span.start]:
            raise RefusedError("a tab stands before it: write spaces instead first")
        return span.start - start

    def _indented(self, lines: list[str], column: int) -> str:
        return ("\n" + " " * column).join(lines)

    def _check_uncommented(self, span: Span) -> None:
        at = self.text.find("#", span.start, span.end)
        while at >= 0:
            before = bisect_right(self._texts, at, key=itemgetter(0))
            if not before or at >= self._texts[before - 1].end:
                raise RefusedError("a comment (`#`) stands in it: change it by hand, and keep that")
            at = self.text.find("#", at + 1, span.end)

    @cached_property
    def _texts(self) -> list[Span]:
        """Where the YAML's texts stand: what begins with `#` elsewhere is a comment."""
        start = self.span.start
        found = find_texts(self.text[start : self.span.end])
        return [Span(start + text.start, start + text.end) for text in found]


def _marks(parent: Any, step: str | int) -> Marks:
    """Place of an entry; raises `RefusedError` where there is none."""
    if isinstance(parent, Mapping) and isinstance(step, str) and step in parent.marks:
        return parent.marks[step]
    if isinstance(parent, Sequence) and isinstance(step, int) and 0 <= step < len(parent):
        return parent.marks[step]
    raise RefusedError(f"nothing stands at `{step}`: it was changed meanwhile")
