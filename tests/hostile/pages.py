"""Hypothesis strategies for whole pages that mean harm, or that a slip has broken."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.formats.journeys import journeys
from tests.hostile.attacks import ATTACKS, Attacker

thorough = settings(
    max_examples=int(os.environ.get("HOSTILE_EXAMPLES", "40")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Few examples with every change; `make fuzz` asks for thousands."""

_PIECES = (
    "<", ">", "&", '"', "'", "`", "``", "*", "**", "_", "[", "](", ")", "![", "\\",
    "{#x onclick=y}",
    "\x02", "\x03", "\x1b]0;x\x07", "\x00", "\u202e", "\u2066", "\u200f", "\ufeff", "\u2028",
    "\ud800",
    "\n", "\r", "\t", "  \n", "|", "%%{", "--8<--", "{{ x }}", "---", "javascript:", "data:", "//",
    "&#x3c;script&#x3e;", "&lt;", "</td>", "</section>", "<!--", "-->", "]]>", "<svg onload=x>",
    "=1+1", "@x", "::error::", "a", "b c", "日本", "שלום", "é", "🙂", "ﬂ°", "¶ß", "end", "1", ":",
    "#",
)  # fmt: skip
dirty = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join).map("x{}".format)
"""Text of all that some step between author and reader knows as its own."""
attacks = st.sampled_from(tuple(ATTACKS.values()))
texts = dirty | attacks.map("x{}".format)


def maps(text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[dict[str, Any]]:
    """Maps that are right but for their texts."""
    return journeys(text)


_WHOLE = Attacker("Words").journey()
_PERSONA = Attacker("Words").persona()
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | dirty | st.just(""),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(dirty, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def slips(draw: st.DrawFn, whole: Any = None) -> Any:
    """A map (or another value) of every field in which one value or key is something else."""
    value = _WHOLE if whole is None else whole
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        if not draw(st.integers(0, 9)):
            return {**value, draw(dirty): value[key]}
        return {**value, key: draw(slips(whole=value[key]))}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], draw(slips(whole=value[at])), *value[at + 1 :]]
    return draw(_values)


personas = slips(whole=_PERSONA)

_LINES = (
    "journey:", "persona:", "stages:", "- name: Buy", "touchpoints:", "flow:", "- {step: a}",
    "feeling: 4",
    "channel: web", "pains: [{text: a}]", "a: &a [x]", "b: *a", "<<: *a", "text: |", "text: >-",
    "? a", ": b",
    "!!python/object:os.system x", "--- ", "...", "# journey: ignore[unknown-key] why", "- - -",
    "- [", "}",
    "doing: a: b", "no: yes", "12:30", "'", '"\\x', "@a", "%YAML 1.2", "personas: [ana]",
    "journey: x.yml",
)  # fmt: skip


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """Lines of YAML as they never stand together, at any depth."""
    lines = draw(
        st.lists(st.tuples(st.integers(0, 5), st.sampled_from(_LINES) | dirty), max_size=14)
    )
    return "journey:\n  stages:\n" + "".join(f"{'  ' * depth}{line}\n" for depth, line in lines)


@st.composite
def torn(draw: st.DrawFn) -> str:
    """YAML of a map that has lost a part, or has one twice, or holds what it should not."""
    text = json.dumps(_WHOLE, ensure_ascii=False, indent=draw(st.sampled_from((None, 1))))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 60)))
    middle = draw(st.sampled_from(("", text[start:end] * 2)) | dirty)
    return f"journey: {text[:start]}{middle}{text[end:]}\n"


blocks = st.lists(
    st.sampled_from(
        (
            "/// journey", "/// journey | map", "/// journey | pains", "/// journey | compare",
            "///",
            "    of: page.md", "    of: ../../etc/passwd", "    where: {severity: [high]}",
            "    sort: -rank",
            "    limit: 3", "    group: owner", "    with: other.md", "", "- item",
            "    /// journey | flow",
            "```", "<!--", "-->", "!!! note", "| a | b |", "|---|---|", "# Title", "[TOC]",
            "<div markdown>",
        )
    )
    | dirty.map("    where: {}".format)
    | dirty.map("/// journey | {}".format),
    max_size=14,
).map("\n".join)  # fmt: skip
"""Bodies of pages full of view blocks and what may stand around them."""
