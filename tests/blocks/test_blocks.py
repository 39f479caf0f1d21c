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
    assert source.position(block.place("of").start) == (4, 9)
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
        (
            '/// journey | pains\n    where: {severity: [high}\n    sort: "rank\n///',
            [
                "2:28 bad-view-option a comma is missing before `}`: write it, "
                "or put the whole text in quotes",
                '3:11 bad-view-option this `"` opens a text that never ends: '
                'write another `"` behind the text',
            ],
        ),
        (
            "/// journey | compare\n    of: now.md: x\n    with : [later.md\n    limit: 3\n///",
            [
                "2:15 bad-view-option a second `: ` after `now.md`: put the text in quotes, "
                "or, if a key was meant, indent it like the keys beside it",
                "3:12 bad-view-option this `[` is never closed: write `]` where its content ends, "
                "or, if it belongs to a text, put the text in quotes",
                "3:12 bad-view-option `with` takes one path: write it like `with: checkout.md`",
            ],
        ),
        (
            "/// journey | pains\n    the worst ones\n///",
            ["2:1 bad-view-option no options here: write a name, a colon and a value on each line"],
        ),
        ("/// journey | pains\n    # all of them\n///", []),
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
    block, below = read_block(["/// journey | curve", "    of: other.md", "///", "Text."], 0)
    assert (block.view, block.of) == ("curve", "other.md")
    assert below == 2


@pytest.mark.parametrize(
    "opener",
    [
        "!!! note",
        "??? note",
        "???+ tip",
        '=== "Before"',
        "- Item",
        "1. Item",
        "[^1]: A note",
        ":   A",
    ],
)
def test_a_block_inside_another_is_found_at_its_place(opener: str) -> None:
    text = (
        f"{opener}\n\n    Text.\n\n    /// journey | curv\n        of: other.md\n    ///\n\nOn.\n"
    )
    source = Source("a.md", text)
    (block,), findings = find_blocks(source)
    assert (block.of, source.position(block.place("of").start)) == ("other.md", (6, 13))
    assert [(item.rule.name, item.position) for item in findings] == [("unknown-view", (5, 19))]


def test_options_of_a_block_inside_another_are_read_line_by_line() -> None:
    text = "!!! note\n\n    /// journey | compare\n        of: a.md\n        with: b.md\n    ///\n"
    (block,), findings = find_blocks(Source("a.md", text))
    assert (block.paths, findings) == ({"of": "a.md", "with": "b.md"}, ())


def test_a_block_inside_two_others_is_found() -> None:
    text = '=== "A"\n\n    - Item\n\n        /// journey | flow\n        ///\n'
    (block,), findings = find_blocks(Source("a.md", text))
    assert (block.view, findings) == ("flow", ())


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\n    /// journey | curv\n    ///\n",
        "!!! note\n\n    Text.\n\nOn.\n\n    /// journey | curv\n    ///\n",
        "!!! note\n\n        /// journey | curv\n        ///\n",
        "!!! note\n\n    ```\n    /// journey | curv\n    ```\n",
        "<!--\n/// journey | curv\n///\n\n-->\n",
        "!!! note\n\n    <!-- later\n\n    /// journey | curv -->\n",
    ],
)
def test_indented_code_and_comments_hold_no_blocks(text: str) -> None:
    (block,), findings = find_blocks(Source("a.md", f"{text}\n/// journey | map\n///\n"))
    assert (block.view, findings) == ("map", ())


def test_a_comment_without_end_hides_nothing() -> None:
    (block,), _ = find_blocks(Source("a.md", "<!-- open\n\n/// journey | map\n///\n"))
    assert block.view == "map"


def test_yes_and_no_need_no_quotes_in_a_condition() -> None:
    _, findings = find_blocks(
        Source("a.md", "/// journey | pains\n    where: {answered: no, sourced: yes}\n///\n")
    )
    assert findings == ()


def test_a_line_of_many_spaces_is_read_in_one_pass() -> None:
    (block,), _ = find_blocks(Source("a.md", f"/// journey | map{' ' * 500_000}all\n///\n"))
    assert block.view == f"map{' ' * 500_000}all"
