"""What changed, as Markdown for the comment of a pull request.

What maps say is text of whoever wrote them. In a comment it must not link, mention, call a bot or
close an issue, and no character of it may end the table that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_journey.differences import Change, Kind, PageChanges
from mkdocs_journey.reporters.differences.words import (
    in_places,
    is_better,
    part,
    short,
    spot,
    subject,
    summary,
)
from mkdocs_journey.reporters.frame import clean

MARK = "<!-- mkdocs-journey diff -->"
"""First line of the comment, by which a pipeline finds it again and replaces it."""
MOST = 60_000
"""Characters of a comment: GitHub takes 65,536."""

_HEAD = "| Where | What | Before | Now |\n| --- | --- | --- | --- |\n"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "~": "&#126;"}
_SPECIAL = re.compile(r"[\\`*_\[\]|]")
# Mentions, references, shortcodes and addresses are found in the finished text, where a backslash
# no longer helps: a character without width parts their sign from what follows.
_SIGNS = re.compile(r"([@#!~%&$:]|\bGH-|\bwww)(?=[\w./+-])", re.IGNORECASE)
_APART = "\u200b"


def write(pages: Sequence[PageChanges]) -> str:
    """A heading, and a table of changes a page; what is too long for a comment is counted."""
    if not pages:
        return f"{MARK}\n### Journey maps\n\nNo map changed.\n"
    text = f"{MARK}\n### Journey maps: {summary(pages)}\n"
    left = sum(len(page.changes) for page in pages)
    for page in pages:
        text += f"\n**{escape(short(page.title))}** · {code(page.path)}\n\n{_HEAD}"
        for change in in_places(page.changes):
            row = _row(change)
            if len(text) + len(row) > MOST:
                return f"{text}\n… and {left:,} more: run `mkdocs-journey diff` to see all.\n"
            text += row
            left -= 1
    return text


def escape(text: str) -> str:
    """Text as inline Markdown that shows it and does nothing else."""
    apart = _SIGNS.sub(rf"\1{_APART}", clean(" ".join(text.split())))
    return re.sub(r"[&<>$~]", lambda found: _ENTITIES[found[0]], _SPECIAL.sub(r"\\\g<0>", apart))


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds."""
    tidy = clean(" ".join(text.split()))
    longest = max((len(run) for run in re.findall("`+", tidy)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{tidy}{space}{fence}"


def _row(change: Change) -> str:
    cells = (escape(spot(change)), _what(change), *_values(change))
    return f"| {' | '.join(cells)} |\n"


def _what(change: Change) -> str:
    """`pain **added**: Too slow`, `pain severity: Too slow`, `feeling (better)`."""
    thing = " ".join(filter(None, (subject(change), part(change))))
    better = is_better(change)
    if better is not None:
        thing += " (better)" if better else " (worse)"
    verb = "" if change.part or change.kind is Kind.CHANGED else f"**{change.kind}**"
    name = "" if change.kind is Kind.RENAMED else escape(short(change.name))
    return ": ".join(filter(None, (f"{escape(thing)} {verb}".strip(), name)))


def _values(change: Change) -> tuple[str, str]:
    return escape(short(change.before)), escape(short(change.after))
