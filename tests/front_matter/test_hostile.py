"""Any text is read in bounded time and memory, and never raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.front_matter.broken import MAX_DEPTH
from mkdocs_journey.front_matter.parser import MAX_CHARACTERS, MAX_VALUES
from mkdocs_journey.pages import Page, decode, read_page
from mkdocs_journey.source import Source


def read(text: str) -> Page | None:
    return read_page(Source("a.md", f"---\n{text}\n---\n"), BUILT_IN, lambda _: None)


def names(text: str) -> list[str]:
    page = read(text)
    assert page is not None
    return [finding.rule.name for finding in page.findings]


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_nesting_is_bounded_before_it_reaches_a_loader(opener: str) -> None:
    assert "too-deep" in names(f"journey:\n  {opener * 200_000}")


def test_nesting_up_to_the_bound_is_read() -> None:
    deep = "[" * (MAX_DEPTH - 2) + "]" * (MAX_DEPTH - 2)
    assert "too-deep" not in names(f"journey: {{doing: {deep}, stages: [{{name: Buy}}]}}")


def test_flows_nested_as_deep_as_allowed_are_read() -> None:
    block = "{step: End}"
    for _ in range((MAX_DEPTH - 4) // 2):
        block = f"{{if: again, then: [{block}]}}"
    assert names(f"journey: {{stages: [{{name: Buy}}], flow: [{block}]}}") == []


def test_aliases_that_stand_for_too_much_are_a_finding() -> None:
    lines = ["journey:", "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert names("\n".join(lines)) == ["alias-bomb"]


def test_merges_of_aliases_count_as_well() -> None:
    lines = ["journey:", "  a0: &a0 {x: [1, 2, 3, 4, 5, 6, 7, 8, 9]}"]
    lines += [
        f"  a{n}: &a{n} {{{', '.join(f'k{m}: *a{n - 1}' for m in range(9))}}}" for n in range(1, 20)
    ]
    assert names("\n".join([*lines, "  stages: [{<<: *a19, name: Buy}]"])) == ["alias-bomb"]


@pytest.mark.parametrize("text", ["&a x{}", "&a [x{}]", "{{b: &a x{}}}"])
def test_aliases_of_long_texts_count_by_their_characters(text: str) -> None:
    long = text.format("y" * (MAX_CHARACTERS // 100))
    assert names(f"journey: {{a: {long}, b: [{'*a, ' * 200}]}}") == ["alias-bomb"]
    assert "alias-bomb" not in names(f"journey: {{a: {long}, b: [{'*a, ' * 90}]}}")


def test_broken_yaml_with_a_lone_surrogate_is_explained() -> None:
    found = read_yaml(Source("a.yml", "journey:\udca8?\n"))
    assert "broken-yaml" in [finding.rule.name for finding in found.findings]


def test_front_matter_of_five_megabytes_is_a_finding() -> None:
    assert names("journey:\n  stages: [{name: Buy}]\n" + "# x\n" * 1_250_000) == ["too-large"]


def test_too_many_values_are_a_finding() -> None:
    count = MAX_VALUES + 10
    text = "journey:\n  stages: [" + "a," * count + "]"
    assert len(text) < MAX_CHARACTERS
    assert names(text) == ["too-large"]


def test_a_page_of_many_faults_is_read_to_its_end() -> None:
    stages = "".join(f"    - {{name: S{n}, feeling: 9, chanel: web}}\n" for n in range(500))
    page = read(f"journey:\n  stages:\n{stages}")
    assert page is not None
    assert page.journey is not None
    assert len(page.findings) == 1000
    assert len(page.journey.stages) == 500


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab:- \n[]{},&*!|>'\"#%@`?\t\x07é🙂0.<"), max_size=80))
def test_no_text_raises(text: str) -> None:
    read(f"journey:\n  stages:\n    - name: Buy\n      {text}")
    read(f"journey: {text}")
    read_yaml(Source("a.yml", text))


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    source, findings = decode("a.md", b"---\njourney:\n  stages:\n" + content)
    assert "\r" not in source.text
    assert len(findings) <= 1
    read_page(source, BUILT_IN, lambda _: content)
