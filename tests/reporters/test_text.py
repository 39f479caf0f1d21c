"""One finding, one line that an editor can jump from."""

from mkdocs_journey.diagnostics import find
from mkdocs_journey.model.rules import UNKNOWN_KEY
from mkdocs_journey.reporters.text import report
from mkdocs_journey.rules.configuration import BAD_CONFIGURATION
from mkdocs_journey.source import Source, Span

SOURCE = Source("maps/a.md", "one\ntwo three\n")


def test_a_finding_is_a_line() -> None:
    finding = find(UNKNOWN_KEY, SOURCE, Span(8, 13), "unknown key `three`: did you mean `tree`?")
    line = "maps/a.md:2:5: error J201 unknown key `three`: did you mean `tree`? [unknown-key]"
    assert report(finding) == line
    assert report(finding, ".") == line
    assert report(finding, "docs") == f"docs/{line}"


def test_the_configuration_stands_outside_the_pages() -> None:
    finding = find(BAD_CONFIGURATION, Source("mkdocs.yml", "x"), Span(0, 1), "m")
    assert report(finding, "docs").startswith("mkdocs.yml:1:1: error J601 m")
