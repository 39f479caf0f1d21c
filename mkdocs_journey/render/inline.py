"""Inline Markdown of a cell: emphasis, code, links and line breaks, and nothing that runs.

A small subset rather than a Markdown library: an author's extensions (attribute lists, a table of
contents, raw HTML) must not come alive in a cell, most cells hold no markup and should cost no more
than an escape, and the same reading has to serve the page, the link check and plain text. Where it
differs from Python-Markdown, it shows what was written: raw HTML, entities, images and links to
unsafe addresses stay text.

Time is linear in the text: no pattern backtracks over what it has read, and an opening delimiter is
forgotten after `NESTING` more.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_journey.render.escape import Html, escape, safe_url

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
class _Token:
    kind: Literal["text", "code", "break", "open", "close", "run"]
    text: str = ""
    """The text; the element's name for `open` and `close`; the delimiters of a `run`."""
    link: Link | None = None


@dataclass(slots=True)
class _Run(_Token):
    """Delimiters that may open or close emphasis, or turn out to be text."""

    opens: bool = False
    closes: bool = False
    left: int = 0
    """Delimiters that have found no partner."""
    closing: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    """Element names, innermost first."""


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


def inline(text: str, resolve: Callable[[str], str | None]) -> Html:
    """Return text as HTML; `resolve` gives a link target's final address, or `None` to keep it."""
    if _MARKUP.search(text) is None:
        return escape(text)
    return Html("".join(_html(token, resolve) for token in _tokens(text)))


def plain(text: str) -> str:
    """Return what a reader sees of text, for where markup has no place."""
    if _MARKUP.search(text) is None:
        return text
    return _visible(_tokens(text))


def links(text: str) -> tuple[Link, ...]:
    """Return the links of text in order, so that they can be checked."""
    if _MARKUP.search(text) is None:
        return ()
    return tuple(token.link for token in _tokens(text) if token.link is not None)


def _html(token: _Token, resolve: Callable[[str], str | None]) -> str:
    match token.kind:
        case "code":
            return f"<code>{escape(token.text)}</code>"
        case "break":
            return "<br>"
        case "open" if token.link is not None:
            resolved = resolve(token.link.target)
            target = token.link.target if resolved is None else resolved
            title = f' title="{escape(token.link.title)}"' if token.link.title else ""
            return f'<a href="{escape(target)}"{title}>'
        case "open":
            return f"<{token.text}>"
        case "close":
            return f"</{token.text}>"
        case _:
            return escape(token.text)


def _visible(tokens: Iterable[_Token]) -> str:
    shown = {"text", "code", "break"}
    return "".join(token.text for token in tokens if token.kind in shown)


def _tokens(text: str) -> list[_Token]:
    return _Scanner(text).tokens()


class _Scanner:
    """One pass over a text: code, links and breaks are settled as they are met, emphasis after."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[_Token] = []
        self._brackets: list[_Bracket] = []
        self._backticks: dict[int, list[int]] | None = None

    def tokens(self) -> list[_Token]:
        text, position = self._text, 0
        while special := _SPECIAL.search(text, position):
            start = special.start()
            if start > position:
                self._add(text[position:start])
            position = self._read(special[0], start)
        self._add(text[position:])
        return _emphasised(self._found)

    def _add(self, text: str) -> None:
        self._found.append(_Token("text", text))

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
            self._found.append(_Token("break", " "))
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
        self._found.append(_Token("code", content))
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
            self._found.append(_Run("run", run, None, opens, closes, len(run)))
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
            self._add_link([_Token("text", content)], target, start, angles.end())
            return angles.end()
        if _TAG.fullmatch(content):
            self._add(angles[0])
            return angles.end()
        self._add("<")
        return start + 1

    def _read_newline(self, start: int) -> int:
        """One newline is a space; after two spaces, or before an empty line, it breaks the line."""
        last = self._found[-1] if self._found else _Token("text")
        written = last.text if last.kind == "text" else ""
        rest = _NEWLINES.match(self._text, start)
        end = rest.end() if rest else start + 1
        hard = written.endswith("  ") or self._text.count("\n", start, end) > 1
        if last.kind == "text":
            last.text = written.rstrip(" ")
        self._found.append(_Token("break" if hard else "text", " "))
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
        if bracket.image or not inside or safe_url(address) is None:
            self._add(self._text[bracket.start : end])
            return end
        self._brackets.clear()  # a link holds no other link
        title = target["double"] or target["single"]
        self._add_link(_emphasised(inside), address, bracket.start, end, title)
        return end

    def _add_link(
        self, inside: list[_Token], target: str, start: int, end: int, title: str | None = None
    ) -> None:
        link = Link(target, start, end, _visible(inside), title)
        self._found += [_Token("open", "a", link), *inside, _Token("close", "a")]


def _emphasised(tokens: list[_Token]) -> list[_Token]:
    """Return tokens with their delimiter runs paired, in the manner of CommonMark's algorithm."""
    runs = [token for token in tokens if isinstance(token, _Run)]
    if not runs:
        return tokens
    waiting: deque[_Run] = deque(maxlen=NESTING)
    for run in runs:
        while run.closes and run.left and (partner := _partner(waiting, run)):
            while waiting[-1] is not partner:
                waiting.pop()
            _pair(partner, run)
            if not partner.left:
                waiting.pop()
        if run.opens and run.left:
            waiting.append(run)
    return [part for token in tokens for part in _parts(token)]


def _partner(waiting: deque[_Run], run: _Run) -> _Run | None:
    for opener in reversed(waiting):
        if opener.text[0] == run.text[0] and _may_pair(opener, run):
            return opener
    return None


def _may_pair(opener: _Run, closer: _Run) -> bool:
    """CommonMark's rule of three: in `*a**b*` the inner delimiters are text, not two ends."""
    if not (opener.closes or closer.opens):
        return True
    first, second = len(opener.text), len(closer.text)
    return (first + second) % 3 != 0 or first % 3 == second % 3 == 0


def _pair(opener: _Run, closer: _Run) -> None:
    """Take one or two delimiters of each; of three, the outer two are strong."""
    size = 2 if min(opener.left, closer.left) == 2 else 1
    element = "strong" if size == 2 else "em"
    for run, elements in ((opener, opener.opening), (closer, closer.closing)):
        run.left -= size
        elements.append(element)


def _parts(token: _Token) -> Iterator[_Token]:
    if not isinstance(token, _Run):
        yield token
        return
    yield from (_Token("close", element) for element in token.closing)
    if token.left:
        yield _Token("text", token.text[: token.left])
    yield from (_Token("open", element) for element in reversed(token.opening))
