"""Reading on behind faults of YAML, so that one run tells them all.

A parser stops at the first fault. Here it is mended in each way that may have been meant, and the
way is taken that lets the parser go furthest (error repair as Burke and Fisher describe it); then
the next fault is looked at. Nothing of this is written anywhere: it is how findings are found.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken import find_cause
from mkdocs_journey.front_matter.broken.mends import Line, Mend, Trust, leave_out, line_at
from mkdocs_journey.front_matter.broken.stops import Cause, find_stop
from mkdocs_journey.front_matter.nodes import Mapping, Marks, Sequence
from mkdocs_journey.source import Source, Span

MAX_FAULTS = 50
"""Faults of YAML that are told of one text: who has more begins with these."""
MAX_REREAD = 2_000_000
"""Characters that are read again for one text, which bounds the time that its faults may take."""

_SPACE = re.compile(r"\s+")

_Place = tuple[int, int]
"""Line, and how far from its end: what stands there keeps its place when a mend is made before."""


class _Reach(NamedTuple):
    """Text, and the next fault in it with its place; no fault where the parser reaches the end."""

    text: str
    cause: Cause | None
    place: _Place


class Doubt(NamedTuple):
    """A line of the file whose place among the others is a guess, or of which text was left out."""

    line: Line
    trust: Trust

    def explains(self, finding: Finding) -> bool:
        """Whether a finding may be there only because of the guess.

        That is one of the part that the line stands in or directly below, which may be where it
        belongs; one at the key of a line that was moved; any in a line that lost text.
        """
        text, (start, end) = finding.source.text, finding.span
        if (space := _SPACE.match(text, end)) is not None:
            end = space.end()
        if start < self.line.start:
            own = line_at(text, start)
            return end >= self.line.start and start == own.first_word
        last = self.line.end if self.trust is Trust.LOST else self.line.first_word
        return start <= last


@dataclass(frozen=True)
class Recovery:
    """What of a broken text could be read on."""

    source: Source
    """The file that it stands in."""
    text: str
    """The text mended, line by line as it stands in the file; broken still where it was given
    up."""
    origins: array[int]
    """Offset in the file of each character of the text, and of its end."""
    findings: tuple[Finding, ...]
    """Every fault that keeps the text from being YAML."""
    doubts: tuple[Doubt, ...] = ()
    """In the order of their lines."""
    trust: Trust = Trust.MEANT
    is_read: bool = False
    """The mended text can be read to its end."""

    def origin(self, span: Span) -> Span:
        """Where a span of the mended text stands in the file."""
        return _origin(self.origins, span)

    def follows(self, finding: Finding) -> bool:
        """Whether a finding may be there only because of a guess; one of another file never is."""
        if finding.source is not self.source:
            return False
        after = bisect_right(self.doubts, finding.span.start, key=lambda doubt: doubt.line.start)
        near = self.doubts[max(after - 1, 0) : after + 1]
        return any(doubt.explains(finding) for doubt in near)


@dataclass
class _Reader:
    """A text that is mended fault by fault."""

    source: Source
    text: str
    origins: array[int]
    left: int = MAX_REREAD
    findings: list[Finding] = field(default_factory=list)
    doubts: dict[int, Doubt] = field(default_factory=dict)
    """By the offsets of their lines."""
    trust: Trust = Trust.MEANT

    def read(self) -> Recovery:
        reach = self._reach(self.text)
        while reach is not None and reach.cause is not None:
            self._tell(reach.cause)
            reach = self._mended(reach.cause, reach.place)
        return Recovery(
            self.source,
            self.text,
            self.origins,
            tuple(self.findings),
            tuple(self.doubts[start] for start in sorted(self.doubts)),
            self.trust,
            is_read=reach is not None,
        )

    def _reach(self, text: str) -> _Reach | None:
        """How far the parser comes in a text; `None` where enough has been read."""
        if self.left < len(text):
            return None
        self.left -= len(text)
        stop = find_stop(text)
        if stop is None:
            return _Reach(text, None, (text.count("\n") + 1, 0))
        cause = find_cause(stop)
        line = line_at(text, cause.span.start)
        return _Reach(text, cause, (text.count("\n", 0, line.start), cause.span.start - line.end))

    def _tell(self, cause: Cause) -> None:
        """A finding for a fault that is none of the guess made above it."""
        span = _origin(self.origins, cause.span)
        line = line_at(self.source.text, span.start)
        if line.start in self.doubts and span.start <= line.first_word:
            return
        is_last = len(self.findings) == MAX_FAULTS
        message = "more faults from here on: mend those above first" if is_last else cause.message
        self.findings.append(find(cause.rule, self.source, span, message))

    def _mended(self, cause: Cause, place: _Place) -> _Reach | None:
        """How far the best mend of a fault leads; `None` where none leads on."""
        is_over = len(self.findings) > MAX_FAULTS or self.left < len(self.text)
        if is_over or cause.rule is rules.TOO_DEEP:
            return None
        best: tuple[_Reach, Mend] | None = None
        for mend in chain(cause.mends, leave_out(self.text, cause.span.start)):
            is_enough = best is not None and (best[0].cause is None or mend.trust is Trust.LOST)
            if is_enough or self.left < len(self.text):
                break
            reach = self._reach(mend.apply(self.text))
            if reach is not None and reach.place > (best[0].place if best else place):
                best = reach, mend
        if best is None:
            return None
        self._take(best[1])
        return best[0]

    def _take(self, mend: Mend) -> None:
        if mend.trust is not Trust.MEANT:
            self.doubts |= {doubt.line.start: doubt for doubt in self._doubtful(mend)}
        origins, at = array("L"), 0
        for (start, end), text in mend.edits:
            origins += self.origins[at:start] + array("L", [self.origins[start]] * len(text))
            at = end
        self.origins = origins + self.origins[at:]
        self.text = mend.apply(self.text)
        self.trust = max(self.trust, mend.trust)

    def _doubtful(self, mend: Mend) -> Iterator[Doubt]:
        """Lines of the file that a guess moves: not those within them, which stay there."""
        lines = [line_at(self.source.text, self.origins[edit.span.start]) for edit in mend.edits]
        for line in lines:
            if mend.trust is Trust.LOST or line.indent == lines[0].indent:
                yield Doubt(line, mend.trust)


def _origin(origins: array[int], span: Span) -> Span:
    """Where a span of the mended text stands in the file; a fault of its end may lie behind it."""
    last = len(origins) - 1
    start, end = origins[min(span.start, last)], origins[min(span.end, last)]
    return Span(start, max(start, end))


def recover(source: Source, span: Span, text: str) -> Recovery:
    """Every fault that keeps the text of a span from being YAML, and the text without them.

    `text` is that of the span without control characters. Time is bounded by `MAX_REREAD`.
    """
    origins = array("L", range(span.start, span.end + 1))
    return _Reader(source, text, origins).read()


def move(value: object, recovery: Recovery) -> None:
    """Say of everything below a value of the mended text where it stands in the file."""
    pending, seen = [value], set[int]()
    while pending:
        item = pending.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, Mapping):
            item.marks = {key: _moved(marks, recovery) for key, marks in item.marks.items()}
            pending.extend(item.values())
        elif isinstance(item, Sequence):
            item.marks = [_moved(marks, recovery) for marks in item.marks]
            pending.extend(item)


def _moved(marks: Marks, recovery: Recovery) -> Marks:
    return Marks(*recovery.origin(marks.key), *recovery.origin(marks.value))


def moved(findings: Iterable[Finding], source: Source, recovery: Recovery) -> list[Finding]:
    """Findings of the mended text at their places in the file, without those that only follow."""
    found = [
        find(finding.rule, source, recovery.origin(finding.span), finding.message)
        for finding in findings
    ]
    return [finding for finding in found if not recovery.follows(finding)]
