"""YAML as maps are mostly written, line by line: a whole YAML reader takes three times as long.

What is written in any other way is left to `parse`, all of it: what is read here is read as it
would be there, down to the places. Tests hold both against each other with texts of all kinds,
which lets this one know little.
"""

from __future__ import annotations

import re
from array import array
from sys import intern
from typing import Any

import yaml

from mkdocs_journey.front_matter.broken import LOADER, MAX_DEPTH
from mkdocs_journey.front_matter.nodes import Mapping, Quoted, Sequence
from mkdocs_journey.front_matter.parser import NULLS, WORD, Parsed
from mkdocs_journey.front_matter.traps import BOOLEANS, is_doubtful
from mkdocs_journey.source import Source, Span

_MOST = 200_000
"""Characters: far fewer values than `parse` allows can stand in them."""
_SEEN = bytes((0x0A, *range(0x20, 0x7F)))
"""What can be seen of ASCII, and the end of a line."""
_KEY = r"\w[\w-]*+(?:[ ][\w-]++)*+"
_BEGINNING = r"[^]\-?:,[{}#&*!|>'\"%@`\s]"
"""What a text without quotes begins with."""
_LINE = re.compile(
    rf"([ ]*+)(-[ ]++)?+((?:({_KEY}):(?:[ ]++|(?=\n|\Z)))?+)"
    rf"(?:({_BEGINNING}[^:#\n]*+)(?<![ ])(?:\n|\Z)|([^\n]*+)\n?)"
)
"""A line's indent, its dash, its key with what parts it from the text, the key alone, and the text:
a word or words as plain as most are, or anything else."""
_QUOTED = r"""'(?P<single>(?:[^'\n]|'')*+)'|"(?P<double>[^"\\\n]*+)\""""
_QUOTED_LINE = re.compile(rf"(?:{_QUOTED})(?:[ ]+#.*|[ ]*)")
_TOKEN = re.compile(
    rf"[ ]*+(?:(?P<mark>[\[\]{{}},])|(?P<key>{_KEY}):[ ]++|{_QUOTED}"
    rf"|(?P<word>{_BEGINNING}[^][{{}},:#?\n]*+))"
)
_LINE_END = re.compile(r"[ ]*|[ ]+#.*")
_WORDS = re.compile(rf"{_BEGINNING}|-(?=\d)")
_NO_KEYS = NULLS | BOOLEANS
_TEXT_MARKS = frozenset((">", ">-", "|", "|-"))


class _UnusualError(Exception):
    """Written in a way that only a whole YAML reader knows."""


def read_plain(source: Source, span: Span) -> Parsed | None:
    """Value of the YAML in a span of a source, as `parse` reads it; `None` where it has to."""
    text = source.text[span.start : span.end]
    if len(text) > _MOST or not _is_seen(text):
        return None
    try:
        return _Lines(text, span.start).read()
    except _UnusualError:
        return None


def _is_seen(text: str) -> bool:
    """Whether all of a text can be seen: tabs and other ends of lines mean something to YAML."""
    rest = text.encode(errors="surrogatepass").translate(None, _SEEN)
    return not rest or rest.decode(errors="surrogatepass").isprintable()


class _Block:
    """A mapping or list that is open: entries may follow."""

    __slots__ = ("column", "content", "is_list", "key", "places", "start")

    def __init__(self, content: Any, column: int, start: int) -> None:
        self.content = content
        self.column = column
        self.start = start
        self.is_list = type(content) is Sequence
        self.key: str | None = None
        """Key whose value was not read yet."""
        self.places: list[int] = []
        """Where each of its keys and values begins and ends."""

    def take_key(self, key: str, start: int) -> None:
        """Take a key, whose value has to follow."""
        if key in self.content or key in _NO_KEYS:
            raise _UnusualError
        self.key = intern(key)
        self.places += (start, start + len(key))

    def take(self, value: Any, start: int, end: int) -> None:
        """Take an item, or the value of the last key."""
        if self.is_list:
            self.content.append(value)
        else:
            self.content[self.key] = value
            self.key = None
        self.places += (start, end)

    def take_quoted(self, match: re.Match[str], start: int) -> None:
        """Take a text in quotes, which are part of its place."""
        single, double = match["single"], match["double"]
        written = double if single is None else single
        text = written if single is None else single.replace("''", "'")
        self.take(Quoted(text), start, start + len(written) + 2)

    def take_nothing(self) -> None:
        """Take the value of a key that has none: it stands behind the colon."""
        after = self.places[-1] + 1
        self.take(None, after, after)


class _Lines:
    """Takes a text line by line; offsets are those of the source."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.doubtful: list[str] = []
        self.places = array("I")
        self.whole = _Block(Mapping(), -1, base)
        """What stands around the outermost block, under its only key."""
        self.whole.take_key("whole", base)
        self.stack = [self.whole]
        self.passed = base
        """Lines that begin before this are taken."""

    def read(self) -> Parsed:
        """What the text says."""
        end, block = self.base, self.whole
        for indent, dash, lead, key, word, rest in _LINE.findall(self.text):
            column = len(indent)
            start = end + column
            at = start + len(dash) + len(lead)
            end = at + len(word) + len(rest) + 1
            if at < self.passed or not (dash or key or word or rest.partition("#")[0]):
                continue
            if dash or not key or block.key or block.is_list or column != block.column:
                block = self._block_at(column, start, dash, key)
                start += len(dash)
            if key:
                if key in block.content or key in _NO_KEYS:
                    raise _UnusualError
                key = intern(key)
                if word:
                    block.content[key] = self._read_word(word)
                    block.places += (start, start + len(key), at, end - 1)
                    continue
                block.key = key
                block.places += (start, start + len(key))
            if word:
                block.take(self._read_word(word), at, end - 1)
            else:
                self._take(block, rest, at)
        while len(self.stack) > 1:
            self._close()
        if self.whole.key:
            raise _UnusualError
        return Parsed(self.whole.content["whole"], (), self.doubtful)

    def _block_at(self, column: int, start: int, dash: str, key: str) -> _Block:
        """The block that takes what stands in a line: one that is open, or opened by it."""
        if not (dash or key):
            raise _UnusualError
        block = self._find_block(column, start, bool(dash))
        if dash and key:
            block = self._open(Mapping(), column + len(dash), start + len(dash))
        return block

    def _find_block(self, column: int, start: int, is_item: bool) -> _Block:
        """The list that an item in a column belongs to, or the mapping that a key does."""
        block = self.stack[-1]
        while column < block.column or (column == block.column and block.is_list and not is_item):
            block = self._close()
        if column == block.column and is_item == block.is_list:
            if block.key:
                block.take_nothing()
            return block
        if not block.key or (column == block.column and not is_item):
            raise _UnusualError
        return self._open(Sequence() if is_item else Mapping(), column, start)

    def _open(self, content: Mapping | Sequence, column: int, start: int) -> _Block:
        block = _Block(content, column, start)
        self.stack.append(block)
        if len(self.stack) > MAX_DEPTH:
            raise _UnusualError
        return block

    def _close(self) -> _Block:
        """Take the innermost block into the one around it, which is returned."""
        block = self.stack.pop()
        if block.key:
            block.take_nothing()
        return self._take_block(self.stack[-1], block, block.places[-1])

    def _take_block(self, outer: _Block, block: _Block, end: int) -> _Block:
        """Take a finished block into the one around it, which is returned."""
        block.content.place(self.places, len(self.places))
        self.places.fromlist(block.places)
        outer.take(block.content, block.start, end)
        return outer

    def _read_word(self, word: str) -> str | None:
        """A text without quotes, or nothing where it says so."""
        if len(word) < WORD:
            word = intern(word)
            if word in NULLS:
                return None
            if word in BOOLEANS:
                self.doubtful.append(word)
        return word

    def _take(self, block: _Block, rest: str, at: int) -> None:
        """Take what stands behind a dash or a key, up to the end of its line."""
        if rest[:1] in "#":  # or nothing
            if not block.key:
                raise _UnusualError
        elif rest[0] in "[{":
            self._take_brackets(block, rest, at)
        elif (quoted := _QUOTED_LINE.fullmatch(rest)) is not None:
            block.take_quoted(quoted, at)
        elif rest in _TEXT_MARKS and block.key:
            self._take_text(block, at)
        else:
            self._take_words(block, rest.partition(" #")[0].rstrip(" "), at)

    def _take_words(self, block: _Block, words: str, at: int) -> None:
        """Take a text without quotes that has a colon or a dash in it, or a comment behind it."""
        if _WORDS.match(words) is None or ": " in words or words[-1] == ":":
            raise _UnusualError
        if words not in BOOLEANS and is_doubtful(words):
            self.doubtful.append(words)
        block.take(self._read_word(words), at, at + len(words))

    def _take_text(self, block: _Block, at: int) -> None:
        """Take a block of text, as a YAML reader folds it; its lines are not looked at again."""
        start = at - self.base
        inside = rf"[^\n]*\n(?:[ ]{{{block.column + 1},}}[^\n]*\n?|[ ]*\n)*+"
        lines = re.compile(inside).match(self.text, start)
        if lines is None:
            raise _UnusualError
        lead = f"{block.key}: "
        try:
            events: list[Any] = list(yaml.parse(lead + lines[0], Loader=LOADER))
        except yaml.YAMLError:
            raise _UnusualError from None
        text = events[-4]  # before the ends of the mapping, the document and the stream
        if not text.value:  # maybe no block at all: `>3`
            raise _UnusualError
        block.take(Quoted(text.value), at, at + text.end_mark.index - len(lead))
        self.passed = self.base + lines.end()

    def _take_brackets(self, outer: _Block, rest: str, at: int) -> None:
        """Take a list or mapping in brackets that ends in its line."""
        blocks, place, may_begin = [outer], 0, True
        while may_begin or len(blocks) > 1:
            token = _TOKEN.match(rest, place)
            if token is None:
                raise _UnusualError
            place = token.end()
            may_begin = self._take_token(blocks, token, at, may_begin)
        if _LINE_END.fullmatch(rest, place) is None:
            raise _UnusualError

    def _take_token(
        self, blocks: list[_Block], token: re.Match[str], at: int, may_begin: bool
    ) -> bool:
        """Take one token within brackets; `may_begin` says whether an entry may, before and after.

        Where none may, only a comma or the end can follow.
        """
        block, kind = blocks[-1], str(token.lastgroup)
        text, start = token[kind], at + token.start(kind)
        if kind == "mark" and text in ",]}":
            return self._part(blocks, text, start, may_begin)
        awaits = block.is_list or block.key is not None
        if not may_begin or awaits == (kind == "key"):
            raise _UnusualError
        if kind == "mark":
            content = Mapping(flow=True) if text == "{" else Sequence(flow=True)
            blocks.append(_Block(content, -1, start))
            if len(self.stack) + len(blocks) > MAX_DEPTH:
                raise _UnusualError
        elif kind == "key":
            block.take_key(text, start)
        elif kind == "word":
            word = text.rstrip(" ")
            block.take(self._read_word(word), start, start + len(word))
        else:
            block.take_quoted(token, start - 1)
        return kind in ("mark", "key")

    def _part(self, blocks: list[_Block], mark: str, at: int, may_begin: bool) -> bool:
        """Take a comma, or a bracket that closes; returns whether an entry may follow."""
        block = blocks[-1]
        is_empty = not block.places
        if len(blocks) == 1 or (may_begin and (mark == "," or not is_empty)):
            raise _UnusualError
        if mark == ",":
            return True
        if block.is_list != (mark == "]"):
            raise _UnusualError
        del blocks[-1]
        self._take_block(blocks[-1], block, at + 1)
        return False
