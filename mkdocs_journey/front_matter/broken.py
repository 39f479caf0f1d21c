"""Why YAML cannot be read, in words about the text instead of the parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import yaml

from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.source import Source, Span

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads events and tokens: libyaml where there is."""

_ENTRY = re.compile(r"^\s*(?:-\s+)*(?:[^\s#][^:]*:\s+)?(?P<value>\S.*)$")
_TAB = re.compile(r"[ ]*(?:-[ ]*)*(?P<tab>\t+)")
_UNSPACED = re.compile(r"(?:-[ ]+)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
_NO_BEGINNING = ("*", "&", "!", "@", "`", "%", "|", ">", "?", ":", ",")
_CLOSERS = {"[": "]", "{": "}"}
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


class _Cause(NamedTuple):
    """What is wrong, with its place in the text that was parsed."""

    span: Span
    message: str
    rule: Rule = rules.BROKEN_YAML


@dataclass(frozen=True)
class _Broken:
    """Where the parser gave up, and what it said there."""

    text: str
    index: int
    """Offset of the character that the parser did not expect."""
    problem: str
    context: int
    """Offset of what the parser was inside of."""
    is_in_quotes: bool

    @cached_property
    def start(self) -> int:
        """Offset of the line that the parser stopped in."""
        return self.text.rfind("\n", 0, self.index) + 1

    @cached_property
    def line(self) -> str:
        """The line that the parser stopped in."""
        return self.text[self.start :].split("\n", 1)[0]

    @property
    def column(self) -> int:
        """Offset within the line."""
        return self.index - self.start


def explain(error: yaml.YAMLError, source: Source, base: int, text: str) -> Finding:
    """Finding for YAML that cannot be read: the first cause that fits, at the text to change."""
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    index = min(problem_mark.index, len(text)) if problem_mark is not None else 0
    broken = _Broken(
        text,
        index,
        getattr(error, "problem", None) or str(error),
        context_mark.index if context_mark is not None else index,
        "quoted" in (getattr(error, "context", None) or ""),
    )
    cause = next(cause for look in _CAUSES if (cause := look(broken)) is not None)
    span = Span(base + cause.span.start, base + cause.span.end)
    return find(cause.rule, source, span, cause.message)


def _depth(broken: _Broken) -> _Cause | None:
    """Brackets beyond the bound of newer libyaml, which looks ahead before it tells of any."""
    if "nesting depth" not in broken.problem:
        return None
    message = "more levels of nesting than YAML's reader goes down: write it flatter"
    return _Cause(Span(broken.index, broken.index + 1), message, rules.TOO_DEEP)


def _tab(broken: _Broken) -> _Cause | None:
    match = _TAB.match(broken.line)
    if match is None:
        return None
    at = broken.start + match.start("tab")
    return _Cause(Span(at, at + 1), "a tab as indentation: write spaces", rules.TAB)


def _quote(broken: _Broken) -> _Cause | None:
    if not broken.is_in_quotes:
        return None
    if "escape" in broken.problem:
        message = "a backslash inside double quotes: put the text in single quotes"
        return _Cause(Span(broken.index, broken.index + 1), message)
    mark = broken.text[broken.context : broken.context + 1]
    message = f"this `{mark}` opens a text that never ends: write another `{mark}` behind the text"
    return _Cause(Span(broken.context, broken.context + 1), message)


def _bracket(broken: _Broken) -> _Cause | None:
    """A list in brackets or keys in braces that are not closed, or lack a comma."""
    is_inside = "did not find expected ',' or '" in broken.problem
    if not is_inside and "did not find expected node content" not in broken.problem:
        return None
    here = broken.text[broken.index : broken.index + 1]
    at = Span(broken.index, broken.index + 1)
    if here == ":":
        before = re.split(r"[,{\[]", broken.line[: broken.column])[-1].strip(" :")
        message = (
            f"a second `: ` after `{_short(before)}` inside brackets: put the text in quotes, or "
            "write a comma before the next key"
            if before
            else "nothing stands before this `:`: write the key's name"
        )
        return _Cause(at, message)
    if here == "," and not is_inside:
        return _Cause(at, "nothing stands before this comma: delete it, or put the text in quotes")
    opener = broken.context if is_inside else _innermost_opener(broken)
    mark = broken.text[opener : opener + 1]
    if mark not in _CLOSERS:
        return None
    if is_inside and opener >= broken.start and here.strip():
        rest = _short(broken.line[broken.column :])
        message = f"a comma is missing before `{rest}`: write it, or put the whole text in quotes"
        return _Cause(at, message)
    message = (
        f"this `{mark}` is never closed: write `{_CLOSERS[mark]}` where its content ends, "
        "or, if it belongs to a text, put the text in quotes"
    )
    return _Cause(Span(opener, opener + 1), message)


def _innermost_opener(broken: _Broken) -> int:
    """Offset of the last bracket that is still open where the parser stopped."""
    still_open: list[int] = []
    try:
        for token in yaml.scan(broken.text[: broken.index], Loader=LOADER):
            if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                still_open.append(token.start_mark.index)
            elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
                still_open.pop()
    except yaml.YAMLError:
        pass
    return still_open[-1] if still_open else broken.index


def _colon(broken: _Broken) -> _Cause | None:
    """A `: ` where YAML has a text already, or the line above it that lacks its own."""
    if not broken.problem.startswith("mapping values are not allowed"):
        return None
    before = broken.line[: broken.column]
    if ": " not in before:
        return _line_above(broken) or _Cause(
            Span(broken.start + len(before) - len(before.lstrip()), broken.index),
            f"`{_short(before)}:` stands deeper than the line above it, which has its text "
            "already: indent it like the keys beside it, or put the whole text above in quotes",
        )
    match = _ENTRY.match(broken.line)
    at = match.start("value") if match else 0
    text = before[at:] if at < len(before.rstrip()) else before
    message = (
        f"a second `: ` after `{_short(text)}`: put the text in quotes, or, if a key was "
        "meant, indent it like the keys beside it"
    )
    return _Cause(Span(broken.index, broken.index + 1), message)


def _line_above(broken: _Broken) -> _Cause | None:
    """The line above that was meant as a key, where a key's `:` came as a surprise below it."""
    above = broken.text[: broken.start].rstrip()
    word = above[above.rfind("\n") + 1 :].strip()
    span = Span(len(above) - len(word), len(above))
    if (cause := _missing_space(word, span.start)) is not None:
        return cause
    if not word or ":" in word or word.startswith("#"):
        return None
    return _Cause(span, f"`{_short(word)}` has no `:` behind it: add it")


def _missing_space(word: str, start: int) -> _Cause | None:
    """A key whose `:` has no space behind it, in a line that begins at an offset."""
    unspaced = _UNSPACED.fullmatch(word)
    if unspaced is None:
        return None
    key, value = unspaced["key"], unspaced["value"]
    message = f"a space is missing after `{key}:`: write `{key}: {_short(value)}`"
    return _Cause(Span(start + unspaced.start("key"), start + len(word)), message)


def _indentation(broken: _Broken) -> _Cause | None:
    is_first = not broken.line[: broken.column].strip() and broken.line.strip()
    if not is_first or "did not find expected" not in broken.problem:
        return None
    message = (
        f"`{_short(broken.line)}` does not fit what stands above it: "
        "indent it like the lines of its own level"
    )
    return _Cause(Span(broken.index, broken.index + 1), message)


def _stray_mark(broken: _Broken) -> _Cause | None:
    """A mark of YAML's own where it opens and closes nothing."""
    here = broken.text[broken.index : broken.index + 1]
    if here in ("]", "}"):
        message = f"this `{here}` closes nothing: delete it, or put the text in quotes"
        return _Cause(Span(broken.index, broken.index + 1), message)
    at = len(broken.line) - len(broken.line.lstrip())
    mark = broken.line[at : at + 1]
    if mark not in _NO_BEGINNING or broken.column - at > 1:
        return None
    shown = "a backtick" if mark == "`" else f"`{mark}`"
    message = f"no line can begin with {shown} here: delete it, or put the text in quotes"
    return _Cause(Span(broken.start + at, broken.start + at + 1), message)


def _opener(broken: _Broken) -> _Cause | None:
    """A text whose first character means something else to YAML."""
    match = _ENTRY.match(broken.line)
    if match is None or broken.column < match.start("value"):
        return None
    value, at = match["value"], broken.start + match.start("value")
    mark = value[:1]
    if mark not in _OPENERS or (mark in "-?" and value[1:2] != " "):
        return None
    quote = "single quotes" if '"' in value else "double quotes"
    message = f"{_OPENERS[mark]}: put the whole text (`{_short(value)}`) in {quote}"
    return _Cause(Span(at, at + 1), message)


def _lacking_colon(broken: _Broken) -> _Cause | None:
    if "could not find expected ':'" not in broken.problem:
        return None
    above = broken.text[: broken.start].rstrip()
    last = above[above.rfind("\n") + 1 :]
    # YAML reads `key:text` on into the line below, where it then misses the colon.
    for line, start in ((last, len(above) - len(last)), (broken.line, broken.start)):
        word = line.strip()
        if (cause := _missing_space(word, start + line.find(word))) is not None:
            return cause
    line = broken.line if broken.line.strip() else last
    start = broken.start if broken.line.strip() else len(above) - len(line)
    message = f"`{_short(line)}` has no `:` after its key: add it"
    return _Cause(Span(start + len(line) - len(line.lstrip()), start + len(line)), message)


def _anything(broken: _Broken) -> _Cause:
    shown = _short(broken.line) or "the end"
    message = f"`{shown}` does not fit what stands above it: correct what stands before it"
    return _Cause(Span(broken.index, broken.index + 1), message)


_CAUSES: tuple[Callable[[_Broken], _Cause | None], ...] = (
    _depth, _tab, _quote, _bracket, _colon, _stray_mark, _indentation, _opener, _lacking_colon,
    _anything,
)  # fmt: skip


def _short(text: str, most: int = 40) -> str:
    text = text.replace("`", "'").strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
