"""Text that becomes HTML: what is user text, and what is finished.

A renderer writes f-strings in which every value is an `Html` or goes through `escape`, and returns
`Html(f"…")`. The type checker then tells finished HTML from text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeGuard

from mkdocs_journey.values.addresses import UNWANTED


class Html(str):
    """Finished HTML: whoever makes one vouches that user text in it has been escaped."""

    __slots__ = ()


UNFINISHED = f'&<>"\r{UNWANTED}'
"""Characters that cannot stand in HTML as they are, for a pattern's character class."""

_MOST_TEXTS = 2048
"""Texts of which is remembered whether they have such characters: those of some pages."""

_UNWANTED = re.compile(f"[{UNWANTED}]")
_REPLACEMENTS = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", " "))
"""What is written for a character; the first is in what the others are replaced by."""


class _Finished(dict[str, bool]):
    """Whether texts have none of some characters, each looked at when it is first asked for."""

    def __init__(self, unfinished: str) -> None:
        """Take the pattern of what a finished text has nowhere."""
        self._find = re.compile(unfinished).search

    def __missing__(self, text: str) -> bool:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        found = self[text] = self._find(text) is None
        return found


def finished(unfinished: str) -> Callable[[str], TypeGuard[Html]]:
    """Return what says of a text that it is HTML as it stands, of which no copy is made then.

    `unfinished` is the pattern of what such a text has nowhere. The answers are remembered: a page
    shows most of its texts several times, and each character would be looked at each time.
    """
    # To look into a dictionary of a class of ours by its method is faster than by brackets.
    return _Finished(unfinished).__getitem__  # type: ignore[return-value]  # true of what is HTML


_is_finished = finished(f"[{UNFINISHED}]")


def escape(text: str) -> Html:
    """Return text as HTML, for an element's content or a double-quoted attribute.

    Finished HTML passes through. Control characters but newline and tab, lone surrogates and
    directional embeddings, overrides and isolates are dropped.
    """
    if type(text) is Html:
        return text
    if _is_finished(text):
        return text
    for character, written in _REPLACEMENTS:
        text = text.replace(character, written)
    if not text.replace("\n", "").isprintable():  # else it holds none, which is found out faster
        text = _UNWANTED.sub("", text)
    return Html(text)


_NOTHING = Html("")


def attribute(name: str, value: str | None) -> Html:
    """Return ` name="value"` with its leading space, or nothing where there is no value."""
    return Html("" if value is None else f' {name}="{escape(value)}"')


def join(parts: Iterable[Html], separator: str = _NOTHING) -> Html:
    """Return finished parts in one; the separator is text."""
    return Html(escape(separator).join(parts))
