"""Comments in view blocks, which silence what a check says of a block."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_journey.compilation import compile_site
from mkdocs_journey.source import Source

MAP = "---\njourney: {stages: [{name: Buy, feeling: 4, goal: Buys, doing: Pays}]}\n---\n\n# X\n\n"


def check(block: str) -> list[str]:
    """What a check says of a page with a map and a block, by the lines of the block."""
    nothing = Source("mkdocs.yml", "")
    pages = [(Source("a.md", MAP + block), ())]
    found = compile_site(pages, {}, nothing, lambda _: None, date(2026, 1, 1)).findings
    first = MAP.count("\n")
    return [f"{item.position.line - first} {item.rule.name}" for item in found]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "/// journey | curve\n    off: b.md  # journey: ignore[unknown-view-option] by X\n///",
            [],
        ),
        (
            "/// journey | curve\n    # journey: ignore[J502] read by X\n    off: b.md\n///",
            [],
        ),
        (
            "/// journey | pains\n"
            "    # journey: ignore[bad-view-value] from June on\n"
            "    where: {channel: kiosk}\n///",
            [],
        ),
        ("/// journey | curv\n    # journey: ignore[unknown-view] it comes in May\n///", []),
        (
            "/// journey | curve\n    of: b.md\n"
            "    # journey: ignore[view-of-unknown-page] the comment is about the first line\n///",
            ["2 view-of-unknown-page"],
        ),
        (
            "/// journey | curve\n    of: b.md  # journey: ignore[view-of-unknown-page]\n///",
            ["2 silenced-without-reason"],
        ),
        (
            "/// journey | curve\n    of: b.md  # journey: ignore[view-of-unknwon-page] later\n///",
            ["2 view-of-unknown-page", "2 silenced-unknown-rule"],
        ),
        (
            "!!! note\n\n    /// journey | curve\n"
            "        of: b.md  # journey: ignore[view-of-unknown-page] later\n"
            "        off: c.md\n    ///",
            ["5 unknown-view-option"],
        ),
        (
            "/// journey | curve\n"
            "    of: b.md  # journey: ignore[view-of-unknown-page] later\n"
            '    off: "c.md\n///',
            ["3 unknown-view-option", "3 bad-view-option"],
        ),
    ],
)
def test_a_comment_silences_what_it_stands_at(block: str, expected: list[str]) -> None:
    assert check(f"{block}\n") == expected


def test_a_comment_in_one_block_leaves_another_alone() -> None:
    wrong = "/// journey | curve\n    of: b.md{}\n///\n\n"
    comment = "  # journey: ignore[view-of-unknown-page] later"
    assert check(wrong.format(comment) + wrong.format("")) == ["6 view-of-unknown-page"]
