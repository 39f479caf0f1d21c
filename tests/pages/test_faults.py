"""What each fault of a page's text and form is told as, at its line and column."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.front_matter.silences import silence
from mkdocs_journey.pages import read_page
from mkdocs_journey.reporters.text import report
from mkdocs_journey.source import Source

CASES = [
    tuple(case.split("\n", 1))
    for case in (Path(__file__).parent / "faults.txt").read_text("utf-8").split("=== ")[1:]
]


@pytest.mark.parametrize(("name", "text"), CASES, ids=[name for name, _ in CASES])
def test_a_fault_is_told_at_its_place(name: str, text: str, snapshot: SnapshotAssertion) -> None:
    closed = "" if text.endswith("NOT CLOSED\n") else "---\n# Buying\n"
    page = read_page(Source("a.md", f"---\n{text}{closed}"), BUILT_IN, lambda _: None)
    assert page is not None
    findings = sorted(silence(page.findings, page.silences), key=lambda item: item.order)
    drawn = "nothing is drawn" if page.is_unreadable else "the rest is drawn"
    assert "\n".join([*map(report, findings), drawn]) == snapshot
