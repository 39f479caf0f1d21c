"""What inline Markdown is made of, and how its delimiters pair up to emphasis."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

NESTING = 32
"""How many delimiters may be open at once; the oldest then becomes text."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the author wrote it."""

    target: str
    start: int
    """Offset of the link's first character, `[` or `<`, in the text."""
    end: int
    """Offset behind the link's last character."""
    text: str
    """What the reader sees, without markup."""
    title: str | None = None


@dataclass(slots=True)
class Token:
    """One step of a text as it is read: something to show, or where an element begins or ends."""

    kind: Literal["text", "code", "break", "open", "close", "run"]
    text: str = ""
    """The text; the element's name for `open` and `close`; the delimiters of a `run`."""
    link: Link | None = None


@dataclass(slots=True)
class Run(Token):
    """Delimiters that may open or close emphasis, or turn out to be text."""

    opens: bool = False
    closes: bool = False
    left: int = 0
    """Delimiters that have found no partner."""
    closing: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    """Element names, innermost first."""


def emphasised(tokens: list[Token]) -> list[Token]:
    """Return tokens with their delimiter runs paired, in the manner of CommonMark's algorithm."""
    runs = [token for token in tokens if isinstance(token, Run)]
    if not runs:
        return tokens
    waiting: deque[Run] = deque(maxlen=NESTING)
    for run in runs:
        while run.closes and run.left and (partner := _partner(waiting, run)):
            while waiting[-1] is not partner:
                waiting.pop()
            _pair(partner, run)
            if not partner.left:
                waiting.pop()
        if run.opens and run.left:
            waiting.append(run)
    paired: list[Token] = []
    for token in tokens:
        paired += _parts(token) if isinstance(token, Run) else (token,)
    return paired


def _partner(waiting: deque[Run], run: Run) -> Run | None:
    for opener in reversed(waiting):
        if opener.text[0] == run.text[0] and _may_pair(opener, run):
            return opener
    return None


def _may_pair(opener: Run, closer: Run) -> bool:
    """CommonMark's rule of three: in `*a**b*` the inner delimiters are text, not two ends."""
    if not (opener.closes or closer.opens):
        return True
    first, second = len(opener.text), len(closer.text)
    return (first + second) % 3 != 0 or first % 3 == second % 3 == 0


def _pair(opener: Run, closer: Run) -> None:
    """Take one or two delimiters of each; of three, the outer two are strong."""
    size = 2 if min(opener.left, closer.left) == 2 else 1
    element = "strong" if size == 2 else "em"
    for run, elements in ((opener, opener.opening), (closer, closer.closing)):
        run.left -= size
        elements.append(element)


def _parts(run: Run) -> list[Token]:
    parts = [Token("close", element) for element in run.closing]
    if run.left:
        parts.append(Token("text", run.text[: run.left]))
    parts += [Token("open", element) for element in reversed(run.opening)]
    return parts
