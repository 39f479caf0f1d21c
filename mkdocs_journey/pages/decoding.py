"""A file's bytes as text."""

from __future__ import annotations

import codecs
import re

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.pages.misspelt import STAGES
from mkdocs_journey.source import Source, Span

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STAGES = tuple(word.encode() for word in sorted(STAGES))
_OUR_KEY = re.compile(rb"^[\"']?(?:journey|persona)[\"']?[ \t]*:", re.MULTILINE | re.IGNORECASE)
# Below a line: an end of line is found more quickly than a beginning.
_STAGES_KEY = re.compile(rb"\n[ \t]++[\"']?(?:%s)[\"']?[ \t]*:" % b"|".join(_STAGES), re.IGNORECASE)
_BLOCK = re.compile(rb"^[ ]*/{3,}[ ]*journey\b", re.MULTILINE | re.IGNORECASE)


def mentions_map(content: bytes) -> bool:
    """Whether a page's bytes may hold a map, a persona or a view block, at the cost of a search."""
    if content.startswith(_UTF_16):
        content = content.decode("utf-16", errors="replace").encode()
    # Most pages hold none of the words, which costs far less to tell than that no line begins so.
    small = content.lower()
    if b"journey" in small or b"persona" in small:
        is_block = b"///" in content and _BLOCK.search(content) is not None
        if is_block or _OUR_KEY.search(content) is not None:
            return True
    return any(word in small for word in _STAGES) and _STAGES_KEY.search(content) is not None


def refuse(path: str) -> tuple[Source, tuple[Finding, ...]]:
    """A page that is a link out of the site's pages, in the form of `decode`: without its text.

    Its host may publish it all the same; but findings quote what they are about, and a stranger
    could have any file of the machine quoted.
    """
    source = Source(path, "")
    message = (
        "this page is a link out of the site's pages, and its map is not read: put the file "
        "itself among them"
    )
    return source, (find(rules.OUTSIDE_SITE, source, Span(0, 0), message),)


def decode(path: str, content: bytes) -> tuple[Source, tuple[Finding, ...]]:
    """Text of a file in UTF-8, without a byte order mark, with `\\n` line ends.

    Bytes that are no UTF-8 are a finding at the first of them, and are shown as `�`, so that the
    rest of the page can still be read. A file in UTF-16, as some editors save it, is read as such.
    """
    if content.startswith(_UTF_16):
        source = Source(path, _tidy(content.decode("utf-16", errors="replace")))
        message = "this file is in UTF-16: save it as UTF-8 in your editor"
        return source, (find(rules.NOT_UTF8, source, Span(0, 1), message),)
    try:
        return Source(path, _tidy(content.decode("utf-8"))), ()
    except UnicodeDecodeError as error:
        source = Source(path, _tidy(content.decode("utf-8", errors="replace")))
        offset = len(_tidy(content[: error.start].decode("utf-8")))
        message = (
            f"byte 0x{content[error.start]:02X} here is not UTF-8: "
            "save the file as UTF-8 in your editor"
        )
        return source, (find(rules.NOT_UTF8, source, Span(offset, offset + 1), message),)


def _tidy(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
