"""Text and names: what people write, and the ids that are made from it."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from mkdocs_journey.values.base import (
    EMPTY_PATTERN,
    EMPTY_WORDS,
    LONGEST_EMPTY,
    Read,
    fault,
    show,
)

_HYPHENS = re.compile(r"-{2,}")
# Nearly all ids and names are of these letters, which need no look at each one's category.
_USUAL_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_NO_ID = re.compile(r"[^a-z0-9_]+")

LONGEST_LABEL = 500
"""Characters of a text that is shown again wherever something refers to it: pages would grow by
its length times the references."""
LONGEST_ID = 200

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_CAPITALS = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"
_MARKS = "\\s!-,./:-@\\[-^`{-~\u2000-\u206f\u2190-\u2bff"
"""Punctuation and symbols, without hyphens and underscores."""
ID_PATTERN = f"\\s*[^{_CAPITALS}{_MARKS}_-](?:[^{_CAPITALS}{_MARKS}]*[^{_CAPITALS}{_MARKS}_-])?\\s*"
"""An id as a regular expression that JavaScript and Python read alike: whatever is no capital, no
punctuation and no symbol of the usual scripts, because JavaScript cannot tell letters without a
flag."""
ID_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {
            "type": "string",
            "pattern": f"^(?:{EMPTY_PATTERN}|{ID_PATTERN})$",
            "maxLength": LONGEST_ID,
        },
        {"type": "integer", "minimum": 0},
        {"type": ["boolean", "null"]},
    ]
}
SHORT_SCHEMA: dict[str, Any] = {**TEXT_SCHEMA, "maxLength": LONGEST_LABEL}
LABEL_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": f"^(?!{EMPTY_PATTERN}$)", "maxLength": LONGEST_LABEL},
        {"type": ["number", "boolean"]},
    ]
}
NAME_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": f"^(?!{EMPTY_PATTERN}$)"},
        {"type": ["number", "boolean"]},
    ]
}


def read_text(value: Any) -> str:
    """Text as it was written; numbers are text where text is expected; empty words are empty."""
    if isinstance(value, str):
        text = value.strip()
        return "" if len(text) <= LONGEST_EMPTY and text.lower() in EMPTY_WORDS else text
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, dict) and len(value) == 1 and not getattr(value, "flow", False):
        key, rest = next(iter(value.items()))
        if isinstance(rest, str) or rest is None:
            raise fault(
                "text-split-by-colon",
                "the colon after `{key}` made a key of it: put the whole text in quotes, "
                '`"{key}: {rest}"`',
                key=show(key),
                rest=show(rest or "…"),
            )
    what = "a list" if isinstance(value, (list, tuple)) else f"keys ({show(value)})"
    raise fault(
        "wrong-type",
        "{what} where a text is expected: write one text, in quotes if it holds `: `, a comma "
        "or brackets",
        what=what,
    )


def read_name(value: Any) -> str:
    """Text that must not be empty: a name is what everything else refers to."""
    text = read_text(value)
    if not text:
        what = f"`{show(value)}` means empty" if value else "nothing stands here"
        raise fault("missing-key", "{what}, where a text must stand: write one", what=what)
    return text


def read_short(value: Any) -> str:
    """Text that is shown wherever something refers to it, or nothing."""
    return read_text(_bounded(value, LONGEST_LABEL))


def read_label(value: Any) -> str:
    """A name that is shown wherever something refers to it."""
    return read_name(_bounded(value, LONGEST_LABEL))


def _bounded(value: Any, most: int) -> Any:
    if isinstance(value, str) and len(value) > most:
        raise fault(
            "too-large",
            "`{text}` has {length} characters: write at most {most}",
            text=show(value),
            length=f"{len(value):,}",
            most=most,
        )
    return value


def read_id(value: Any) -> str:
    """An id: lower-case letters of any script, digits, hyphens and underscores."""
    text = read_text(_bounded(value, LONGEST_ID))
    if _USUAL_ID.fullmatch(text):
        return text
    if "," in text:
        ids = ", ".join(slugify(part) for part in text.split(",") if slugify(part))
        raise fault("bad-id", "`{text}` is one text: write a list of ids, `[{ids}]`",
                    text=show(text), ids=ids)  # fmt: skip
    if text and not _is_id(text):
        better = slugify(text) or "my-id"
        raise fault(
            "bad-id",
            "`{text}` is not an id (lower-case letters, digits, hyphens): write `{better}`",
            text=show(text),
            better=better,
        )
    return unicodedata.normalize("NFC", text)


def _is_id(text: str) -> bool:
    letters = text.replace("-", "").replace("_", "")
    is_framed = text[:1] not in "-_" and text[-1:] not in "-_"
    return is_framed and text == text.lower() and all(map(_is_letter, letters))


def _is_letter(char: str) -> bool:
    """A letter or digit of any script, or a mark that belongs to one: vowels of Hindi are marks."""
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")


def slugify(text: str) -> str:
    """Id made from a name: lower case, accents folded, other scripts kept, hyphens between.

    Returns "" for a name without a letter or digit.
    """
    if text.isascii():
        return _NO_ID.sub("-", text.lower()).strip("-_")
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    kept = "".join(char for char in folded if not "\u0300" <= char <= "\u036f")
    composed = unicodedata.normalize("NFC", kept)
    slug = "".join(char if char == "_" or _is_letter(char) else "-" for char in composed)
    return _HYPHENS.sub("-", slug).strip("-_")


Text = Annotated[str, Read(read_text, TEXT_SCHEMA, "text")]
"""Inline Markdown, or nothing."""
Name = Annotated[str, Read(read_name, NAME_SCHEMA, "text")]
"""Inline Markdown that must be there."""
Label = Annotated[str, Read(read_label, LABEL_SCHEMA, "text")]
"""Inline Markdown that must be there, and may be shown many times."""
ShortText = Annotated[str, Read(read_short, SHORT_SCHEMA, "text")]
"""The same, or nothing."""
Id = Annotated[str, Read(read_id, ID_SCHEMA, "id")]
"""Slug; empty means that one is made from the name."""
