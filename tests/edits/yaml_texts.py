"""YAML of any data in any of the ways that people write it, for laws about edits."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mkdocs_journey.edits.writing import write_flow, write_key, write_scalar

texts = st.sampled_from(
    ("Buy", "Pays twice", "É de novo", "a: b", "no", "12:30", "x # y", "it's", 'say "yes"', "4",
     "-", "a, b", "[x]", "back\\slash", " spaced ", "two\nlines", "*star", "&mark", "", "~")
)  # fmt: skip
keys = st.sampled_from(("name", "id", "doing", "feeling", "two words", "pains", "é"))
values = st.recursive(
    texts | st.integers(-5, 50) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
maps = st.dictionaries(keys, values, min_size=1, max_size=4)


@st.composite
def written(draw: st.DrawFn, value: Any, *, has_comments: bool = False) -> str:
    """A mapping as YAML, its style chosen anew for every part."""
    return "".join(f"{line}\n" for line in _lines(draw, value, has_comments))


def _lines(draw: st.DrawFn, value: Any, has_comments: bool) -> list[str]:
    lines: list[str] = []
    entries = list(value.items()) if isinstance(value, dict) else [("-", item) for item in value]
    for key, item in entries:
        if lines and draw(st.booleans()):
            lines.append("# about the next" if has_comments and draw(st.booleans()) else "")
        lines += _entry(draw, key if key == "-" else f"{write_key(key)}:", item, has_comments)
    return lines


def _entry(draw: st.DrawFn, head: str, item: Any, has_comments: bool) -> list[str]:
    comment = "  # said why" if has_comments and draw(st.booleans()) else ""
    if isinstance(item, (dict, list)):
        if not item or draw(st.booleans()):
            return [f"{head} {write_flow(item)}{comment}"]
        inner = _lines(draw, item, has_comments)
        indent = " " * draw(st.sampled_from((2, 4)))
        if head == "-":
            return [f"- {inner[0]}", *(f"  {line}" if line else "" for line in inner[1:])]
        if isinstance(item, list) and draw(st.booleans()):
            indent = ""
        return [f"{head}{comment}", *(f"{indent}{line}" if line else "" for line in inner)]
    is_block = isinstance(item, str) and item.strip() == item != "" and "\n" not in item
    if is_block and draw(st.integers(0, 4)) == 0:
        return [f"{head} {draw(st.sampled_from(('|', '>', '>-')))}", f"  {item}"]
    style = draw(st.sampled_from(("", '"', "'"))) if isinstance(item, str) else ""
    text = "" if item is None and draw(st.booleans()) else write_scalar(item, style=style)
    return [f"{head} {text}{comment}".rstrip(" ")]
