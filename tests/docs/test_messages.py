"""What README and guide quote from a build is what a build says."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from mkdocs_journey.compilation import compile_site
from mkdocs_journey.reporters.text import report
from mkdocs_journey.source import Source
from tests.docs.fences import ROOT, Fence, fences, fences_of

GUIDE = ROOT / "maps" / "guide"
MISTAKES = GUIDE / "mistakes.md"


def _said(text: str, path: str = "order.md") -> list[str]:
    """Lines that a build of this page alone prints."""
    compiled = compile_site(
        [(Source(path, text), ())], {}, Source("mkdocs.yml", ""), lambda _: None, date(2026, 11, 2)
    )
    return [report(finding, "docs") for finding in compiled.findings]


def _shown_with_output() -> list[tuple[Fence, Fence]]:
    """Examples that stand under a file's name, each with the output that follows it."""
    return [
        (example, output)
        for page in sorted(GUIDE.glob("*.md"))
        for example, output in pairwise(fences(page))
        if example.title and output.language == "text"
    ]


@pytest.mark.parametrize(
    ("example", "output"),
    [pytest.param(*pair, id=pair[0].place) for pair in _shown_with_output()],
)
def test_the_guide_quotes_what_the_build_says(example: Fence, output: Fence) -> None:
    assert _said(example.text, example.title.removeprefix("docs/")) == output.text.splitlines()


def test_the_mistakes_page_quotes_a_build() -> None:
    places = [example.place for example, _ in _shown_with_output()]
    assert any(place.startswith("maps/guide/mistakes.md") for place in places)


def test_the_readme_quotes_what_its_map_would_get() -> None:
    example = next(f for f in fences_of("README.md", "yaml") if f.text.startswith("---\n"))
    (output,) = fences_of("README.md", "text")
    lines = example.text.splitlines(keepends=True)
    assert lines[9] == "          channel: web\n"
    lines[9] = "          chanel: web\n"
    assert _said("".join(lines), "index.md") == output.text.splitlines()


def _traps() -> list[tuple[str, str]]:
    """What the table of YAML's traps says one writes, and what to write instead."""
    table = MISTAKES.read_text(encoding="utf-8").split("| You write |")[1].split("\n\n")[0]
    rows = [re.findall(r"`([^`]*)`", line) for line in table.splitlines()[2:]]
    return [(row[0], row[-1]) for row in rows]


@pytest.mark.parametrize(("bad", "good"), _traps())
def test_each_trap_of_yaml_is_told_and_mended(bad: str, good: str) -> None:
    page = "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n"
    page += "        - name: Checkout\n          {}\n---\n"
    (line,) = _said(page.format(bad))
    assert line.startswith("docs/order.md:7:")
    assert _said(page.format(good)) == []


@pytest.mark.parametrize("start", ["*", "[", "@", "%", "`", "- "])
def test_each_sign_that_the_guide_lists_needs_quotes(start: str) -> None:
    page = "---\njourney:\n  stages:\n    - name: Buy\n      thinking: {}\n---\n"
    assert all("J102" in line for line in _said(page.format(f"{start}beans are in")))
    assert _said(page.format(f"{start}beans are in"))
    assert _said(page.format(f'"{start}beans are in"')) == []
