"""Texts and keys that YAML takes for something else."""

from __future__ import annotations

import re
from itertools import takewhile

import yaml

from mkdocs_journey.front_matter.broken.mends import (
    Edit,
    Line,
    Mend,
    Trust,
    in_quotes,
    insert,
    line_at,
    lines_above,
    lines_below,
    quote_line,
    reindent,
    replace,
    runs_over_entry,
    value_ends,
)
from mkdocs_journey.front_matter.broken.stops import Cause, Stop, short
from mkdocs_journey.source import Span

_ENTRY = re.compile(r"^\s*(?:-\s+)*(?:[^\s#][^:]*:\s+)?(?P<value>\S.*)$")
_BARE_KEY = re.compile(r"\s*(?:-\s+)*(?:[^\s#:]+:\s*)?$")
_UNSPACED = re.compile(r"(?:-[ ]+)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
_GLUED = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>-[^\W\d_][\w-]*):(?:[ ].*)?")
_CLOSERS = "]}, \t"
_BLOCKS = (">", "|")
"""Marks of a block of text, of which YAML takes the mark in before it stops at what follows."""
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


def find_quote(stop: Stop) -> Cause | None:
    """A quote that never ends, or ends where another text begins."""
    opener = stop.context if stop.is_in_quotes else _swallowing_quote(stop)
    if opener is None:
        return None
    is_escape = stop.is_in_quotes and "escape" in stop.problem
    if is_escape and not runs_over_entry(stop.text, Span(opener, stop.index)):
        message = "a backslash inside double quotes: put the text in single quotes"
        return Cause(Span(stop.index, stop.index + 1), message, (insert(stop.index, "\\"),))
    return _endless(stop, opener)


def _swallowing_quote(stop: Stop) -> int | None:
    """Offset of a quote that runs over lines up to one of another text, or within another text.

    What lies between looks like text to YAML, which stops behind it.
    """
    last = None
    for token in stop.tokens():
        if isinstance(token, yaml.ScalarToken):
            last = token if last is None or token.style not in _BLOCKS else last
        elif not isinstance(token, (yaml.BlockEndToken, yaml.StreamEndToken)):
            last = None
    if last is None or last.style not in ("'", '"'):
        return None
    line = line_at(stop.text, last.start_mark.index)
    end = last.end_mark.index
    closing = line_at(stop.text, end - 1)
    if closing.start == line.start or stop.text[end : stop.index].strip() not in ("", *_BLOCKS):
        return None
    opener = int(last.start_mark.index)
    is_next = _BARE_KEY.match(stop.text[closing.start : end - 1])
    return opener if is_next or runs_over_entry(stop.text, Span(opener, end)) else None


def _endless(stop: Stop, opener: int) -> Cause:
    mark = stop.text[opener : opener + 1]
    message = f"this `{mark}` opens a text that never ends: write another `{mark}` behind the text"
    end, *carried_on = value_ends(stop.text, opener)
    inside = opener + len(stop.text[opener:end].rstrip(_CLOSERS))
    ends = dict.fromkeys((end, inside, *carried_on))
    return Cause(Span(opener, opener + 1), message, tuple(insert(at, mark) for at in ends))


def find_glued_dash(stop: Stop) -> Cause | None:
    """A list's item whose dash has no space behind it, where it or what stands in it surprises."""
    is_below = stop.problem.startswith("mapping values are not allowed")
    if not is_below and (stop.before.strip() or "did not find expected" not in stop.problem):
        return None
    line = _above(stop) if is_below else stop.at
    match = _GLUED.fullmatch(line.text)
    if match is None or (is_below and stop.at.indent <= match.start("key")):
        return None
    key = match["key"]
    message = f"a space is missing after the dash of `{key}`: write `- {key[1:]}`"
    span = Span(line.start + match.start("key"), line.start + match.end("key"))
    return Cause(span, message, (_spaced_dash(stop.text, line, match.start("key")),))


def _spaced_dash(text: str, line: Line, column: int) -> Mend:
    """A space behind a dash, and one before each line that stands as deep as the word did."""
    at = line.start + column + 1
    inside = list(takewhile(lambda below: _is_in(below, column), lines_below(text, line)))
    is_as_deep = any(below.indent == column + 1 for below in inside if not below.is_empty)
    starts = [below.start for below in inside] if is_as_deep else []
    return Mend(tuple(Edit(Span(start, start), " ") for start in (at, *starts)))


def _is_in(line: Line, column: int) -> bool:
    return line.is_empty or line.indent > column


def find_colon(stop: Stop) -> Cause | None:
    """A `: ` where YAML has a text already, or the line above it that lacks its own."""
    if not stop.problem.startswith("mapping values are not allowed"):
        return None
    before = stop.before
    if ": " not in before:
        return _line_above(stop) or Cause(
            Span(stop.start + len(before) - len(before.lstrip()), stop.index),
            f"`{short(before)}:` stands deeper than the line above it, which has its text "
            "already: indent it like the keys beside it, or put the whole text above in quotes",
            tuple(reindent(stop.text, stop.index)),
        )
    match = _ENTRY.match(stop.line)
    at = match.start("value") if match else 0
    text = before[at:] if at < len(before.rstrip()) else before
    message = (
        f"a second `: ` after `{short(text)}`: put the text in quotes, or, if a key was "
        "meant, indent it like the keys beside it"
    )
    mends = tuple(quote_line(stop.text, stop.start + at))
    return Cause(Span(stop.index, stop.index + 1), message, mends)


def _above(stop: Stop) -> Line:
    """The nearest line above that says something."""
    return next((line for line in lines_above(stop.text, stop.at) if line.text.strip()), stop.at)


def _line_above(stop: Stop) -> Cause | None:
    """The line above that was meant as a key, where a key's `:` came as a surprise below it."""
    if (cause := _missing_space(_above(stop))) is not None:
        return cause
    above = _above(stop)
    word = above.text.strip()
    if not word or above is stop.at or ":" in word or word.startswith("#"):
        return None
    end = above.start + len(above.text.rstrip())
    trust = Trust.MOVED if " " in word.removeprefix("- ") else Trust.MEANT
    message = f"`{short(word)}` has no `:` behind it: add it"
    return Cause(Span(end - len(word), end), message, (insert(end, ":", trust),))


def _missing_space(line: Line) -> Cause | None:
    """A key whose `:` has no space behind it."""
    word = line.text.strip()
    unspaced = _UNSPACED.fullmatch(word)
    if unspaced is None:
        return None
    start = line.start + line.text.find(word)
    key, value = unspaced["key"], unspaced["value"]
    message = f"a space is missing after `{key}:`: write `{key}: {short(value)}`"
    span = Span(start + unspaced.start("key"), start + len(word))
    return Cause(span, message, (insert(start + unspaced.start("value"), " "),))


def find_opener(stop: Stop) -> Cause | None:
    """A text whose first character means something else to YAML."""
    match = _ENTRY.match(stop.line)
    if match is None or stop.column < match.start("value"):
        return None
    value, at = match["value"], stop.start + match.start("value")
    mark = value[:1]
    if mark not in _OPENERS or (mark in "-?" and value[1:2] != " "):
        return None
    text = stop.text[at : value_ends(stop.text, at)[0]]
    if mark in "'\"":
        is_closed = len(text) > 1 and text[-1] == mark
        written = in_quotes(short(text[1:-1] if is_closed else text))
        message = f"{_OPENERS[mark]}: write `{written}`"
    else:
        kind = "single quotes" if '"' in text else "double quotes"
        message = f"{_OPENERS[mark]}: put the whole text (`{short(text)}`) in {kind}"
    mends = quote_line(stop.text, at)
    if not re.search(r"\w", value):  # a mark alone is no text that anybody meant
        mends = [replace(Span(at, at + len(value.rstrip())), "", Trust.LOST)]
    return Cause(Span(at, at + 1), message, mends)


def find_lacking_colon(stop: Stop) -> Cause | None:
    """A line that was to be a key and has no `:`, or none that YAML takes for one."""
    if "could not find expected ':'" not in stop.problem:
        return None
    # YAML reads `key:text` on into the line below, where it then misses the colon.
    above = _above(stop)
    for line in (above, stop.at):
        if (cause := _missing_space(line)) is not None:
            return cause
    line = stop.at if stop.line.strip() else above
    word = line.text.strip()
    start = line.start + line.text.find(word)
    message = f"`{short(word)}` has no `:` after its key: add it"
    mend = insert(start + len(word), ":", Trust.MOVED)
    return Cause(Span(start, line.end), message, (mend,))
