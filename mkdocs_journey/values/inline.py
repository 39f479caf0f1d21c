"""Inline Markdown of a cell, read: emphasis, code, links and line breaks, and nothing that runs.

A small subset rather than a Markdown library: an author's extensions (attribute lists, a table of
contents, raw HTML) must not come alive in a cell, most cells hold no markup and should cost no more
than an escape, and the same reading has to serve the page, the link check and plain text.

Time is linear in the text: no pattern backtracks over what it has read, and an opening delimiter is
forgotten after some more (`emphasis.NESTING`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.values.emphasis import Link, Run, Token, emphasised


@dataclass(slots=True)
class _Bracket:
    start: int
    """Offset of `[`, or of the `!` before it."""
    index: int
    """Where its token stands."""
    image: bool


_MARKUP = re.compile(r"[\\`*_\[<\n]")
_SPECIAL = re.compile(r"\\|`+|\*+|_+|!?\[|\]|<|\n")
_BACKTICKS = re.compile("`+")
_ESCAPABLE = frozenset("\\`*_{}[]()<>#+-.!")
_NEWLINES = re.compile(r"\n[ \n]*+")
_ANGLES = re.compile(r"<([^<>\n]*)>")
_ADDRESS = re.compile(r"(?i:https?://|mailto:)\S+")
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+")
_TAG = re.compile(r"/?[a-zA-Z][a-zA-Z0-9-]*+(?:[\s/].*)?+|!--.*")
_TARGET = re.compile(
    r"""\(\s*+
    (?: <(?P<quoted>[^<>\n]*+)> | (?P<bare>(?:[^\s()<>]++|\([^\s()<>]*+\))*+) )
    (?: \s++ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' ) )?+
    \s*+\)""",
    re.VERBOSE,
)


def has_markup(text: str) -> bool:
    """Whether a text may hold more than words: for most a search for it is all that is done."""
    return _MARKUP.search(text) is not None


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, remembered: a page shows most of its texts several times."""
    return tuple(_Scanner(text).tokens())


def links(text: str) -> tuple[Link, ...]:
    """Return the links of text in order, so that they can be checked."""
    if not has_markup(text):
        return ()
    return tuple(token.link for token in tokens(text) if token.link is not None)


class Address(NamedTuple):
    """What a link or a picture of a text leads to."""

    target: str
    is_picture: bool
    """Of a picture, which a page shows as it was written."""


def addresses(text: str) -> tuple[Address, ...]:
    """Return what links and pictures of text lead to, also those that a page shows as text.

    Whoever wrote one with an unsafe address wants to know; what `<…>` makes a link is on the web.
    """
    scanner = _Scanner(text)
    scanner.tokens()
    return tuple(scanner.addresses)


def visible(found: Iterable[Token]) -> str:
    """Return what a reader sees of tokens."""
    shown = {"text", "code", "break"}
    return "".join(token.text for token in found if token.kind in shown)


class _Scanner:
    """One pass over a text: code, links and breaks are settled as they are met, emphasis after."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Token] = []
        self._brackets: list[_Bracket] = []
        self.addresses: list[Address] = []
        self._backticks: dict[int, list[int]] | None = None

    def tokens(self) -> list[Token]:
        text, position = self._text, 0
        while special := _SPECIAL.search(text, position):
            start = special.start()
            if start > position:
                self._add(text[position:start])
            position = self._read(special[0], start)
        self._add(text[position:])
        return emphasised(self._found)

    def _add(self, text: str) -> None:
        self._found.append(Token("text", text))

    def _read(self, special: str, start: int) -> int:
        """Add the tokens of the special characters at `start`; return where to go on."""
        match special[0]:
            case "\\":
                return self._read_escape(start)
            case "`":
                return self._read_code(len(special), start)
            case "*" | "_":
                return self._read_run(special, start)
            case "<":
                return self._read_angle(start)
            case "\n":
                return self._read_newline(start)
            case "]":
                return self._read_closing_bracket(start)
        self._brackets.append(_Bracket(start, len(self._found), image=len(special) == 2))
        self._add(special)
        return start + len(special)

    def _read_escape(self, start: int) -> int:
        following = self._text[start + 1 : start + 2]
        if following == "\n":
            self._found.append(Token("break", " "))
        elif following in _ESCAPABLE:
            self._add(following)
        else:
            self._add("\\")
            return start + 1
        return start + 2

    def _read_code(self, ticks: int, start: int) -> int:
        inside = start + ticks
        end = self._next_backticks(ticks, inside)
        content = "" if end is None else " ".join(self._text[inside:end].split("\n")).strip()
        if end is None or not content:
            self._add("`" * ticks)
            return inside
        self._found.append(Token("code", content))
        return end + ticks

    def _next_backticks(self, ticks: int, position: int) -> int | None:
        """Return where the next run of as many backticks begins; runs once passed are forgotten."""
        if self._backticks is None:
            self._backticks = {}
            for run in reversed(list(_BACKTICKS.finditer(self._text))):
                self._backticks.setdefault(len(run[0]), []).append(run.start())
        ahead = self._backticks.get(ticks, [])
        while ahead and ahead[-1] < position:
            ahead.pop()
        return ahead[-1] if ahead else None

    def _read_run(self, run: str, start: int) -> int:
        end = start + len(run)
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        opens, closes = not after.isspace(), not before.isspace()
        if run[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if len(run) > 3 or not (opens or closes):
            self._add(run)
        else:
            self._found.append(Run("run", run, None, opens, closes, len(run)))
        return end

    def _read_angle(self, start: int) -> int:
        angles = _ANGLES.match(self._text, start)
        content = angles[1] if angles else ""
        target = f"mailto:{content}" if _MAIL.fullmatch(content) else content
        if angles is None:
            self._add("<")
            return start + 1
        if _ADDRESS.fullmatch(target) and safe_url(target) == target:
            self._brackets.clear()
            self._add_link([Token("text", content)], target, start, angles.end())
            return angles.end()
        if _TAG.fullmatch(content):
            self._add(angles[0])
            return angles.end()
        self._add("<")
        return start + 1

    def _read_newline(self, start: int) -> int:
        """One newline is a space; after two spaces, or before an empty line, it breaks the line."""
        last = self._found[-1] if self._found else Token("text")
        written = last.text if last.kind == "text" else ""
        rest = _NEWLINES.match(self._text, start)
        end = rest.end() if rest else start + 1
        hard = written.endswith("  ") or self._text.count("\n", start, end) > 1
        if last.kind == "text":
            last.text = written.rstrip(" ")
        self._found.append(Token("break" if hard else "text", " "))
        return end

    def _read_closing_bracket(self, start: int) -> int:
        after = start + 1
        bracket = self._brackets.pop() if self._brackets else None
        target = _TARGET.match(self._text, after) if bracket else None
        if bracket is None or target is None:
            self._add("]")
            return after
        end = target.end()
        address = target["bare"] if target["quoted"] is None else target["quoted"]
        inside = self._found[bracket.index + 1 :]
        del self._found[bracket.index :]
        if bracket.image or inside:
            self.addresses.append(Address(address, bracket.image))
        if bracket.image or not inside or safe_url(address) is None:
            self._add(self._text[bracket.start : end])
            return end
        self._brackets.clear()  # a link holds no other link
        title = target["double"] or target["single"]
        self._add_link(emphasised(inside), address, bracket.start, end, title)
        return end

    def _add_link(
        self, inside: list[Token], target: str, start: int, end: int, title: str | None = None
    ) -> None:
        link = Link(target, start, end, visible(inside), title)
        self._found += [Token("open", "a", link), *inside, Token("close", "a")]
