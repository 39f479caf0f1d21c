"""Code blocks of the documents, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "maps" / "guide").glob("*.md")))

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """One code block."""

    place: str
    """Its document and line: the test's name."""
    language: str
    title: str
    """File name that the document gives it."""
    text: str


def fences(document: Path) -> Iterator[Fence]:
    """Code blocks of a document in order."""
    content = document.read_text(encoding="utf-8")
    for match in _FENCE.finditer(content):
        info, line = match["info"].strip(), content.count("\n", 0, match.start()) + 1
        title = re.search(r'title="([^"]*)"', info)
        yield Fence(
            f"{document.relative_to(ROOT)}:{line}",
            info.split(" ", 1)[0],
            title[1] if title else "",
            match["text"],
        )


def fences_of(name: str, language: str) -> list[Fence]:
    """Code blocks of one language in the document with this path."""
    return [fence for fence in fences(ROOT / name) if fence.language == language]
