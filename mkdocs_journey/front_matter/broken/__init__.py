"""Why YAML cannot be read, in words about the text instead of the parser."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken.brackets import find_bracket, find_inner_quote, find_mark
from mkdocs_journey.front_matter.broken.mends import Trust, reindent, replace
from mkdocs_journey.front_matter.broken.stops import LOADER, MAX_DEPTH, Cause, Stop, short, stop_of
from mkdocs_journey.front_matter.broken.tabs import find_tab
from mkdocs_journey.front_matter.broken.texts import (
    find_colon,
    find_glued_dash,
    find_lacking_colon,
    find_opener,
    find_quote,
)
from mkdocs_journey.source import Source, Span

__all__ = ["LOADER", "MAX_DEPTH", "Trust", "explain", "find_cause"]

_NO_BEGINNING = ("*", "&", "!", "@", "`", "%", "|", ">", "?", ":", ",")


def explain(error: yaml.YAMLError, source: Source, base: int, text: str) -> Finding:
    """Finding for YAML that cannot be read, at the text to change."""
    cause = find_cause(stop_of(error, text))
    span = Span(base + cause.span.start, base + cause.span.end)
    return find(cause.rule, source, span, cause.message)


def find_cause(stop: Stop) -> Cause:
    """The first cause that fits the place where the parser stopped."""
    return next(cause for look in _CAUSES if (cause := look(stop)) is not None)


def _depth(stop: Stop) -> Cause | None:
    """Brackets beyond the bound of newer libyaml, which looks ahead before it tells of any."""
    if "nesting depth" not in stop.problem:
        return None
    message = f"more than {MAX_DEPTH} levels of nesting: write it flatter"
    return Cause(Span(stop.index, stop.index + 1), message, rule=rules.TOO_DEEP)


def _stray_mark(stop: Stop) -> Cause | None:
    """A mark of YAML's own where it opens and closes nothing."""
    if stop.here in ("]", "}"):
        message = f"this `{stop.here}` closes nothing: delete it, or put the text in quotes"
        span = Span(stop.index, stop.index + 1)
        return Cause(span, message, (replace(span, ""),))
    at = stop.at.indent
    mark = stop.line[at : at + 1]
    if mark not in _NO_BEGINNING or stop.column - at > 1:
        return None
    shown = "a backtick" if mark == "`" else f"`{mark}`"
    message = f"no line can begin with {shown} here: delete it, or put the text in quotes"
    span = Span(stop.start + at, stop.start + at + 1)
    mends = () if mark == ":" else (replace(span, " ", Trust.MOVED),)
    return Cause(span, message, mends)


def _indentation(stop: Stop) -> Cause | None:
    is_first = not stop.before.strip() and stop.line.strip()
    if not is_first or "did not find expected" not in stop.problem:
        return None
    message = (
        f"`{short(stop.line)}` does not fit what stands above it: "
        "indent it like the lines of its own level"
    )
    mends = tuple(reindent(stop.text, stop.index))
    return Cause(Span(stop.index, stop.index + 1), message, mends)


def _anything(stop: Stop) -> Cause:
    shown = short(stop.line) or "the end"
    message = f"`{shown}` does not fit what stands above it: correct what stands before it"
    return Cause(Span(stop.index, stop.index + 1), message)


_CAUSES: tuple[Callable[[Stop], Cause | None], ...] = (
    _depth, find_tab, find_quote, find_inner_quote, find_bracket, find_mark,
    find_glued_dash, find_colon, _stray_mark, _indentation, find_opener,
    find_lacking_colon, _anything,
)  # fmt: skip
