"""View blocks in a page's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.blocks import ALL, find_blocks, read_block
from mkdocs_journey.source import Source


def test_a_block_is_found_with_its_options_and_places() -> None:
    source = Source("a.md", "# X\n\n/// journey | curve\n    of: other.md\n///\n")
    (block,), findings = find_blocks(source)
    assert (block.view, block.of, block.is_valid) == ("curve", "other.md", True)
    assert source.position(block.span.start) == (3, 1)
    assert source.position(block.of_span.start) == (4, 9)
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("/// journey\n///", ALL),
        ("///journey|map\n///", "map"),
        ("///// Journey | Flow\n/////", "flow"),
        ("   /// journey | insights\n   ///", "insights"),
        ("/// journey | map\n\n///", "map"),
    ],
)
def test_accepted_spellings(text: str, view: str) -> None:
    (block,), findings = find_blocks(Source("a.md", text))
    assert block.view == view
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "/// journey | curvv\n///",
            ["1:15 unknown-view unknown view `curvv`: did you mean `curve`?"],
        ),
        (
            "/// journey map\n///",
            [
                "1:1 unknown-view `/// journey map` has no bar before its view: "
                "write `/// journey | map`"
            ],
        ),
        (
            "/// journey | curve\n    off: x.md\n///",
            ["2:5 unknown-view-option unknown option `off`: did you mean `of`?"],
        ),
        (
            "/// journey | curve\nof: x.md\n///",
            ["2:1 view-option-not-indented `of: x.md` is not indented: put four spaces before it"],
        ),
        (
            "/// journey | curve\n\nText.",
            [
                "1:1 view-block-not-closed this block has no end: "
                "write `///` on a line of its own below it"
            ],
        ),
        (
            "/// journey | curve\n    of: [a, b]\n///",
            ["2:9 bad-view-option `of` takes one path: write it like `of: checkout.md`"],
        ),
    ],
)
def test_messages(text: str, expected: list[str]) -> None:
    _, findings = find_blocks(Source("a.md", text))
    said = [
        f"{item.position.line}:{item.position.column} {item.rule.name} {item.message}"
        for item in findings
    ]
    assert said == expected


@pytest.mark.parametrize("fence", ["```", "~~~~", "``` markdown"])
def test_code_holds_no_blocks(fence: str) -> None:
    end = fence.split()[0]
    text = f"{fence}\n/// journey | map\n///\n{end}\n\n/// journey | flow\n///\n"
    (block,), _ = find_blocks(Source("a.md", text))
    assert block.view == "flow"


@given(st.text("/journey |map:\n `~-x{[", max_size=200))
def test_any_text_is_read(text: str) -> None:
    blocks, _ = find_blocks(Source("a.md", text))
    assert all(block.span.end <= len(text) for block in blocks)


def test_a_block_that_markdown_found_is_read_alike() -> None:
    block = read_block("/// journey | curve", ["    of: other.md"])
    assert (block.view, block.of) == ("curve", "other.md")
