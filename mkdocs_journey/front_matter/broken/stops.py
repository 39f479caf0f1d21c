"""Where YAML's parser gives up, and what it says there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken.mends import Line, Mend, line_at
from mkdocs_journey.source import Span

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads events and tokens: libyaml where there is."""
MAX_DEPTH = 60
"""Levels of nesting that are read; newer versions of libyaml stop at a bound of their own."""


class Cause(NamedTuple):
    """What is wrong, with its place in the text that was parsed."""

    span: Span
    message: str
    mends: Iterable[Mend] = ()
    """What may have been meant, the likeliest first; empty where only leaving out helps. Made
    when asked for, once."""
    rule: Rule = rules.BROKEN_YAML


@dataclass(frozen=True)
class Stop:
    """Where the parser gave up, and what it said there."""

    text: str
    index: int
    """Offset of the character that the parser did not expect."""
    problem: str
    context: int
    """Offset of what the parser was inside of."""
    is_in_quotes: bool

    @cached_property
    def at(self) -> Line:
        """The line that the parser stopped in."""
        return line_at(self.text, self.index)

    @property
    def start(self) -> int:
        """Offset of that line."""
        return self.at.start

    @property
    def line(self) -> str:
        """Text of that line."""
        return self.at.text

    @property
    def column(self) -> int:
        """Offset within the line."""
        return self.index - self.start

    @property
    def before(self) -> str:
        """What stands in the line before the place."""
        return self.line[: self.column]

    @property
    def here(self) -> str:
        """The character that the parser did not expect; empty at the end."""
        return self.text[self.index : self.index + 1]

    def tokens(self) -> Iterator[Any]:
        """Tokens before the place, as far as they can be read."""
        try:
            yield from yaml.scan(self.text[: self.index], Loader=LOADER)
        except yaml.YAMLError:
            return


def stop_of(error: yaml.YAMLError, text: str) -> Stop:
    """The place that an error speaks of."""
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    index = min(problem_mark.index, len(text)) if problem_mark is not None else 0
    return Stop(
        text,
        index,
        getattr(error, "problem", None) or str(error),
        context_mark.index if context_mark is not None else index,
        "quoted" in (getattr(error, "context", None) or ""),
    )


def find_stop(text: str) -> Stop | None:
    """Where the parser stops in a text without control characters; `None` at its end."""
    try:
        deque(yaml.parse(text, Loader=LOADER), maxlen=0)
    except yaml.YAMLError as error:
        return stop_of(error, text)
    return None


def short(text: str, most: int = 40) -> str:
    """Text as a message shows it."""
    text = text.replace("`", "'").strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
