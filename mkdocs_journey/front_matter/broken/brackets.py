"""Lists in brackets and keys in braces that are not closed, or lack a comma."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

import yaml

from mkdocs_journey.front_matter.broken.mends import (
    Mend,
    Trust,
    in_quotes,
    insert,
    line_at,
    lines_above,
    quote,
    quote_line,
    replace,
)
from mkdocs_journey.front_matter.broken.stops import Cause, Stop, short
from mkdocs_journey.source import Span

_CLOSERS = {"[": "]", "{": "}"}
_KEY = re.compile(r"[ ]*(?:- +)*[\w-]+")
_VALUE = re.compile(r"(?:.*?: +)?(?P<value>\S.*)")
_END_OF_VALUE = re.compile(r"[,\]}\n]|$")
_END_OF_TEXT = re.compile(r",(?![0-9])|[\]}\n]|$")
"""As of any value, but for the comma of a number: no list's items stand so close."""
_REST_IN_QUOTES = {
    mark: re.compile(rf"[^,\]}}\n]*?{mark}(?=[ ]*(?:[,\]}}\n]|$))") for mark in "'\""
}
"""What follows a quote that was no end, up to the one that is."""
_LAST_WORD = re.compile(r"\S\s+(?P<key>[\w-]+)$")


def find_bracket(stop: Stop) -> Cause | None:
    """What is wrong inside brackets where the parser expected their next item or their end."""
    is_inside = "did not find expected ',' or '" in stop.problem
    if not is_inside and "did not find expected node content" not in stop.problem:
        return None
    at = Span(stop.index, stop.index + 1)
    openers = _open_brackets(stop)
    if stop.here == ":" and not (openers and _is_line_below(stop, openers[-1])):
        return _colon(stop, at)
    if stop.here == "," and not is_inside:
        message = "nothing stands before this comma: delete it, or put the text in quotes"
        return Cause(at, message, (replace(at, ""),))
    opener = openers[-1] if openers else stop.context
    mark = stop.text[opener : opener + 1]
    if mark not in _CLOSERS:
        return None
    if is_inside and opener >= stop.start and stop.here.strip():
        rest = short(stop.line[stop.column :])
        message = f"a comma is missing before `{rest}`: write it, or put the whole text in quotes"
        mends = (insert(stop.index, ", ", Trust.MOVED), *_quoted_whole(stop, opener))
        return Cause(at, message, mends)
    message = (
        f"this `{mark}` is never closed: write `{_CLOSERS[mark]}` where its content ends, "
        "or, if it belongs to a text, put the text in quotes"
    )
    return Cause(Span(opener, opener + 1), message, tuple(_closed(stop, opener, openers)))


def find_inner_quote(stop: Stop) -> Cause | None:
    """A text inside brackets with its own quote within it: `{name: 'L'avis'}`."""
    mark = stop.text[stop.index - 1 : stop.index]
    if "did not find expected ',' or '" not in stop.problem or mark not in _REST_IN_QUOTES:
        return None
    rest = _REST_IN_QUOTES[mark].match(stop.text, stop.index)
    last = deque((item for item in stop.tokens() if isinstance(item, yaml.ScalarToken)), maxlen=1)
    if rest is None or not last or last[0].end_mark.index != stop.index:
        return None
    whole = Span(last[0].start_mark.index, rest.end())
    written = in_quotes(short(stop.text[whole.start + 1 : whole.end - 1]))
    message = f"the text goes on after its closing `{mark}`: write `{written}`"
    return Cause(Span(whole.start, whole.start + 1), message, (quote(stop.text, whole),))


def find_mark(stop: Stop) -> Cause | None:
    """A text inside brackets that begins with a mark of YAML's own, such as `>= 80%`."""
    if "cannot start any token" not in stop.problem or stop.here.isspace():
        return None
    if not _open_brackets(stop):
        return None
    end = _END_OF_TEXT.search(stop.text, stop.index)
    span = Span(stop.index, len(stop.text[: end.start()].rstrip()) if end else stop.index + 1)
    message = f"inside brackets no text can begin with `{stop.here}`: write "
    message += f"`{in_quotes(short(stop.text[span.start : span.end]))}`, in quotes"
    if stop.here == "`":  # which no message can show
        message = "inside brackets no text can begin with a backtick: put it in double quotes"
    return Cause(span, message, (quote(stop.text, span),))


def _is_line_below(stop: Stop, opener: int) -> bool:
    """Whether a key begins the line, and nothing above it says that the brackets go on."""
    if opener >= stop.start or not _KEY.fullmatch(stop.before):
        return False
    return stop.text[: _end_above(stop)][-1:] not in ",[{"


def _end_above(stop: Stop) -> int:
    """Offset where the nearest line above that says something ends."""
    above = (line for line in lines_above(stop.text, stop.at) if not line.is_empty)
    return next((line.content_end for line in above), stop.start)


def _colon(stop: Stop, at: Span) -> Cause:
    """A `: ` inside brackets where YAML has a text already."""
    segment = re.split(r"[,{\[]", stop.before)[-1]
    before = segment.strip(" :")
    if not before:
        return Cause(at, "nothing stands before this `:`: write the key's name")
    message = (
        f"a second `: ` after `{short(before)}` inside brackets: put the text in quotes, or "
        "write a comma before the next key"
    )
    value = _VALUE.match(segment)
    end = _END_OF_VALUE.search(stop.text, stop.index)
    start = stop.index - len(segment) + (value.start("value") if value else 0)
    text = stop.text[start : stop.index]
    word = _LAST_WORD.search(text)
    trust = Trust.MOVED if word else Trust.MEANT
    whole = Span(start, len(stop.text[: end.start()].rstrip()) if end else stop.index)
    mends = [quote(stop.text, whole, trust)]
    if word:
        mends.insert(0, insert(start + word.start("key"), ", ", trust))
    return Cause(at, message, tuple(mends))


def _open_brackets(stop: Stop) -> list[int]:
    """Offsets of the brackets that are still open where the parser stopped."""
    still_open: list[int] = []
    for token in stop.tokens():
        if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
            still_open.append(token.start_mark.index)
        elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
            still_open.pop()
    return still_open


def _quoted_whole(stop: Stop, opener: int) -> list[Mend]:
    """The text that a bracket begins, quoted to the end of its line."""
    return quote_line(stop.text, opener, Trust.MOVED)


def _closed(stop: Stop, opener: int, openers: list[int]) -> Iterator[Mend]:
    """A bracket closed where its line ends or above the place where the parser stopped.

    With it, those that were opened around it in the same line: they lack their end as well, or
    else the first way out is the better one.
    """
    line = line_at(stop.text, opener)
    ends = dict.fromkeys([line.content_end, max(_end_above(stop), line.content_end)])
    around = [at for at in openers if line.start <= at <= opener] or [opener]
    is_empty = line.content_end == opener + 1
    for count in range(1, len(around) + 1):
        closers = "".join(_CLOSERS[stop.text[at]] for at in reversed(around[-count:]))
        yield from (insert(end, closers, Trust.LOST if is_empty else Trust.MEANT) for end in ends)
