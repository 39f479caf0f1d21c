"""All faults of broken YAML are told in one run, each at its line, and none that only follows."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.front_matter import Trust, read_yaml
from mkdocs_journey.front_matter.recovery import MAX_FAULTS, MAX_REREAD, recover
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.source import Source, Span

STAGES = {
    "sound": ("    - name: {name}\n      doing: Pays\n", ()),
    "flow": ("    - {{name: {name}, doing: [Pays, Waits]}}\n", ()),
    "colon": ("    - name: {name}: online\n      doing: Pays\n", ((0, "broken-yaml"),)),
    "star": ("    - name: {name}\n      thinking: *New* beans\n", ((1, "broken-yaml"),)),
    "at": ("    - name: {name}\n      doing: @home\n      when: now\n", ((1, "broken-yaml"),)),
    "tab": ("    - name: {name}\n\t  doing: Pays\n      when: now\n", ((1, "tab-indentation"),)),
    "shallow": ("    - name: {name}\n     doing: Pays\n", ((1, "broken-yaml"),)),
    "deep": ("    - name: {name}\n        doing: Pays\n", ((1, "broken-yaml"),)),
    "quote": ('    - name: "{name}\n      doing: "Pays"\n', ((0, "broken-yaml"),)),
    "quotes": (
        '    - name: {name}\n      thinking: "Soon?\n      doing: Reads "soon", waits\n',
        ((1, "broken-yaml"),),
    ),
    "bracket": ("    - name: {name}\n      doing: [Pays\n      when: now\n", ((1, "broken-yaml"),)),
    "braces": ("    - {{name: {name}, doing: Note: this}}\n", ((0, "broken-yaml"),)),
    "space": ("    - name:{name}\n      doing: Pays\n", ((0, "broken-yaml"),)),
    "score": ("    - name: {name}\n      feeling: 9\n", ((1, "score-out-of-range"),)),
    "key": ("    - name: {name}\n      chanel: web\n", ((1, "unknown-key"),)),
    "boolean": ("    - name: {name}\n      thinking: no\n", ((1, "read-as-boolean"),)),
}  # fmt: skip
"""A stage by its fault: its text, and the line of it and the rule that tell of the fault."""

LEVELS = """\
journey:
  goals:
    - Buy
    - Pay
  stages:
    - name: Look
      doing: Compares
      touchpoints:
        - name: Site
          channel: web
          pains:
            - text: Slow
              severity: high
            - Muddled
        - name: Shop
          channel: store
          doing:
            - Asks
            - Buys
      metrics:
        nps: 40
        csat: 80%
    - name: Pay
      feeling:
        score: 2
        why: Fees
    - name: Use
      duration: 2 days
  metrics:
    nps: 40
""".splitlines()


def read(text: str) -> Page:
    page = read_page(Source("a.md", f"---\n{text}---\n"), BUILT_IN, lambda _: None)
    assert page is not None
    return page


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(sorted(STAGES)), min_size=1, max_size=8))
def test_faults_of_any_kinds_are_told_at_their_lines_and_nothing_else(kinds: list[str]) -> None:
    text, expected = "journey:\n  stages:\n", []
    for number, kind in enumerate(kinds):
        stage, faults = STAGES[kind]
        line = text.count("\n") + 2
        expected += [(line + below, rule) for below, rule in faults]
        text += stage.format(name=f"S{number}")
    findings = read(text).findings
    assert sorted((item.position.line, item.rule.name) for item in findings) == sorted(expected)


def with_tabs(line: str, width: int) -> str:
    words = line.lstrip(" ")
    tabs, spaces = divmod(len(line) - len(words), width)
    return "\t" * tabs + " " * spaces + words


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from((2, 4, 8)), st.sets(st.integers(1, len(LEVELS) - 1), min_size=1), st.booleans()
)
def test_each_run_of_lines_with_tabs_is_told_once_and_nothing_else(
    width: int, places: set[int], is_run: bool
) -> None:
    places = set(range(min(places), max(places) + 1)) if is_run else places
    lines = [with_tabs(text, width) if at in places else text for at, text in enumerate(LEVELS)]
    told: list[int] = []
    for finding in read("\n".join(lines) + "\n").findings:
        assert finding.rule.name == "tab-indentation", finding.message
        below = re.search("here and in (the|[0-9]+) lines? below", finding.message)
        count = 1 if below is None else 2 if below[1] == "the" else int(below[1]) + 1
        told += range(finding.position.line - 2, finding.position.line - 2 + count)
    assert told == [at for at, line in enumerate(lines) if line.startswith("\t")]


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_a_stage_that_was_guessed_at_is_checked_but_not_drawn(kind: str) -> None:
    page = read("journey:\n  stages:\n    - name: A\n" + STAGES[kind][0].format(name="B"))
    is_guess = kind in ("tab", "shallow", "deep")
    assert (page.journey is None) is is_guess
    part = page.draft if is_guess else page.journey
    assert [stage.name for stage in part.stages][:1] == ["A"]  # type: ignore[union-attr]
    assert len(part.stages) == 2  # type: ignore[union-attr]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:- \n[]{},&*!|>'\"#%@`?\té0."), max_size=60))
def test_what_is_read_on_stands_where_the_file_has_it(text: str) -> None:
    source = Source("a.yml", f"before\n{text}")
    recovery = recover(source, Span(7, len(source.text)), text)
    assert len(recovery.origins) == len(recovery.text) + 1
    assert recovery.text.count("\n") == text.count("\n")
    assert list(recovery.origins) == sorted(recovery.origins)
    for finding in recovery.findings:
        assert 7 <= finding.span.start <= finding.span.end <= len(source.text)
    if recovery.is_read and recovery.trust is Trust.MEANT:
        words = "".join(filter(str.isalnum, text))
        assert "".join(filter(str.isalnum, recovery.text)) == words


def test_sound_yaml_is_read_as_it_stands() -> None:
    source = Source("a.yml", "a: 1\nb: [x]\n")
    recovery = recover(source, Span(0, 12), source.text)
    assert (recovery.text, recovery.findings, recovery.is_read) == (source.text, (), True)


def test_options_and_files_are_read_on_as_well() -> None:
    text = "stages:\n  - name: Buy: online\n  - name: @home\n"
    found = read_yaml(Source("a.journey.yml", text))
    assert [item.position.line for item in found.findings] == [2, 3]
    assert found.data == {"stages": [{"name": "Buy: online"}, {"name": "@home"}]}


def test_thousands_of_faults_end_with_the_first_of_them() -> None:
    page = read("journey:\n  stages:\n" + "    - name: Buy: online\n" * 5_000)
    assert len(page.findings) <= MAX_FAULTS + 1
    assert page.is_unreadable


@pytest.mark.parametrize("line", ["    - name: @a\n", "  [[[ ]\n", "\t- @a\n", '  "\n', "{: ,\n"])
def test_a_large_text_is_read_again_a_bounded_number_of_times(line: str) -> None:
    text = line * (600_000 // len(line))
    source = Source("a.md", text)
    recovery = recover(source, Span(0, len(text)), text)
    assert len(recovery.findings) <= MAX_REREAD // len(text) + 1
    assert not recovery.is_read


def test_the_last_of_too_many_faults_says_that_there_are_more() -> None:
    page = read("journey:\n  stages:\n" + "    - name: @a\n" * (MAX_FAULTS + 9))
    assert len(page.findings) == MAX_FAULTS + 1
    assert page.findings[-1].message.startswith("more faults from here on")


def test_a_line_of_many_commas_behind_a_lone_quote_is_read_in_one_pass() -> None:
    page = read('journey:\n  stages: [{name: A}]\n  scenario: "' + "," * 400_000 + "x\n")
    assert [item.rule.name for item in page.findings] == ["broken-yaml"]
