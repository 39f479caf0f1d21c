"""Which pages are ours, what is left of them for others, and which comments silence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.diagnostics import find
from mkdocs_journey.front_matter import find_front_matter, read_front_matter, remainder
from mkdocs_journey.front_matter.rules import READ_AS_NUMBER
from mkdocs_journey.front_matter.silences import find_silences, silence
from mkdocs_journey.source import Source, Span

MAP = "journey:\n  stages:\n    - name: Buy\n"
FENCES = re.compile(r"-{3}[ \t]*\n(?=(.*?)\n(?:\.{3}|-{3})[ \t]*(?:\n|\Z))", re.DOTALL)
"""What MkDocs takes for front matter, which may end with the file, too."""


@given(st.lists(st.sampled_from(["\n", "---", "...", " ", "\t", "a", "-", "."]), max_size=16))
def test_front_matter_ends_at_the_first_fence(pieces: list[str]) -> None:
    text = "".join(["---", *pieces])
    found, fences = find_front_matter(Source("a.md", text)), FENCES.match(text)
    start = fences.end() if fences else 0
    wanted = (start, start + len(fences[1]) + 1) if fences else None
    assert (found and found[0]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "# No front matter\njourney: in the text\n",
        "---\ntitle: Mine\n---\njourney: in the text\n",
        "---\ntype: journey\n---\n",
        "---\ntitle: |\n  journey: in a text\n---\n",
        "---\ntitle: Not closed\n\n# Text\n",
        "",
    ],
)
def test_pages_of_others_are_left_alone(text: str) -> None:
    assert read_front_matter(Source("a.md", text)) is None


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{MAP}---\n",
        f"---\n{MAP}...\n",
        f"--- \ntitle: Mine\n{MAP}--- \nText\n",
        '---\n"journey": map.yml\n---\n',
        "---\npersona: {name: Ana}\n---",
    ],
)
def test_pages_that_name_a_map_or_persona_are_ours(text: str) -> None:
    read = read_front_matter(Source("a.md", text))
    assert read is not None
    assert not read.is_broken
    assert read.findings == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"title: Mine\n{MAP}tags: [a]\n", "---\ntitle: Mine\ntags: [a]\n---\nBody\n"),
        (f"{MAP}", "\nBody\n"),
        (
            f"{MAP}\n  # a comment\n\npersona: {{name: Ana}}\nicon: map\n",
            "---\nicon: map\n---\nBody\n",
        ),
        ("journey: {\n  stages: [a]\n}\ntitle: Mine\n", "---\ntitle: Mine\n---\nBody\n"),
        ("journey:\n- a\n- b\ntitle: Mine\n", "---\ntitle: Mine\n---\nBody\n"),
        ("title: Mine\n", "---\ntitle: Mine\n---\nBody\n"),
        (f"# The map of the checkout\n{MAP}# its end\n", "\nBody\n"),
        (f"# About\ntitle: Mine\n{MAP}", "---\n# About\ntitle: Mine\n---\nBody\n"),
        ("journey: {\nkind: lifecycle,\nstages: [a]\n}\n", "\nBody\n"),
        (
            "journey: {\nkind: lifecycle,\nstages: [a]}\nicon: map\n",
            "---\nicon: map\n---\nBody\n",
        ),
        ("{title: Mine,\njourney: {stages: [a]}}\n", "---\n{title: Mine,\n}\n---\nBody\n"),
        (f"{MAP}title: Mine\n{MAP}", "---\ntitle: Mine\n---\nBody\n"),
        ("journey: &j {stages: [a]}\nextra: *j\n", "\nBody\n"),
        (f"  title: Mine\n  icon: map\n{MAP}", "\nBody\n"),
        (f"{MAP}? icon\n: map\n", "\nBody\n"),
        (f"? icon\n: map\n{MAP}", "---\n? icon\n: map\n---\nBody\n"),
    ],
)
def test_what_is_left_of_a_page_has_no_map(before: str, after: str) -> None:
    source = Source("a.md", f"---\n{before}---\nBody\n")
    assert remainder(source) == after
    matter = read_front_matter(source)
    assert remainder(source, matter.keys if matter else ()) == after


ENTRIES = (
    MAP, "journey: &a {stages: [a]}\n", "? journey\n: {stages: [a]}\n", "persona: {name: Ana}\n",
    "title: Mine\n", "title: &a Mine\n", "icon: *a\n", "<<: {icon: map}\n", "? icon\n: map\n",
    "?\n  icon\n: map\n", "[icon]: map\n", "&b icon: map\n", "!!str icon: map\n", "'icon': map\n",
    "icon: |\n  a\n\n", "# about\n", "\n", "icon: 1 # why\n", "icon:\n- a\n", "icon: map\n  ? b\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(ENTRIES), max_size=5))
def test_the_same_is_left_whether_or_not_the_keys_are_known(entries: list[str]) -> None:
    source = Source("a.md", f"---\n{''.join(entries)}---\nBody\n")
    matter = read_front_matter(source)
    assert remainder(source, matter.keys if matter else ()) == remainder(source)


def test_nothing_is_left_of_front_matter_that_is_broken_beyond_the_map() -> None:
    source = Source("a.md", f"---\ntitle: a: b\n{MAP}---\nBody\n")
    assert remainder(source) == "\nBody\n"
    mended = Source("a.md", "---\ntitle: Mine\njourney:\n  stages: *\n---\nBody\n")
    assert remainder(mended) == "---\ntitle: Mine\n---\nBody\n"


def silenced(text: str, line: int) -> bool:
    source = Source("a.md", text)
    offset = source.offset(line)
    finding = find(READ_AS_NUMBER, source, Span(offset, offset), "found")
    silences, _ = find_silences(source, Span(0, len(text)))
    return silence([finding], silences) == ()


@pytest.mark.parametrize(
    ("text", "line", "is_silent"),
    [
        ("when: 12:30  # journey: ignore[read-as-number] why\n", 1, True),
        ("when: 12:30  # journey: ignore[J111] why\n", 1, True),
        ("when: 12:30  # journey: ignore[bad-id, read-as-number] why\n", 1, True),
        ("# journey: ignore[read-as-number] why\nwhen: 12:30\n", 2, True),
        ("# journey: ignore[read-as-number] why\n# more\nwhen: 12:30\n", 3, True),
        ("# journey: ignore[read-as-number] why\nname: A\nwhen: 12:30\n", 3, False),
        ("when: 12:30  # journey: ignore[bad-id] why\n", 1, False),
        ("when: 12:30\n# journey: ignore[read-as-number] why\n", 1, False),
        ('when: "12:30 # journey: ignore[read-as-number] why"\n', 1, False),
        ("when: |\n  12:30 # journey: ignore[read-as-number] why\n", 2, False),
        ('when: "# journey: ignore[bad-id] x"  # journey: ignore[read-as-number] why\n', 1, True),
    ],
)
def test_a_comment_silences_its_own_line_or_the_next(text: str, line: int, is_silent: bool) -> None:
    assert silenced(text, line) is is_silent


def test_a_comment_silences_nothing_in_another_file() -> None:
    source, other = Source("a.md", "x  # journey: ignore[J111] why\n"), Source("b.md", "x\n")
    silences, _ = find_silences(source, Span(0, 30))
    finding = find(READ_AS_NUMBER, other, Span(0, 1), "found")
    assert silence([finding], silences) == (finding,)


def test_front_matter_is_found_as_mkdocs_finds_it() -> None:
    found = find_front_matter(Source("a.md", "---\na: 1\n---\nBody"))
    assert found == (Span(4, 9), 13)
    assert find_front_matter(Source("a.md", "\n---\na: 1\n---\n")) is None


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Buying\njourney:\n  stages: [{name: Buy}]\n\n# Buying\n",
        "---\njourney: {stages: [{name: Buy}]}\n",
        '---\ntags: [a]\n"journey": buying.journey.yml\n\n# Buying\n',
        "---\ntitle: Ana\npersona:\n  name: Ana\n",
    ],
)
def test_front_matter_without_its_end_is_told(text: str) -> None:
    matter = read_front_matter(Source("a.md", text))
    assert matter is not None
    (finding,) = matter.findings
    assert finding.rule.name == "front-matter-not-closed"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA page that begins with a rule.\n\njourney:\n",
        "---\ntitle: Notes\n\nThe key `journey:` makes a map.\n",
    ],
)
def test_a_page_that_begins_with_a_rule_is_left_alone(text: str) -> None:
    assert read_front_matter(Source("a.md", text)) is None


def test_a_key_without_its_space_is_told_where_it_stands() -> None:
    stage = "    - name: Buy\n      doing:Opens eleven tabs\n      when: now\n"
    text = f"---\njourney:\n  stages:\n{stage}---\n"
    matter = read_front_matter(Source("a.md", text))
    assert matter is not None
    (finding,) = matter.findings
    assert finding.position == (5, 7)
    assert finding.message.endswith("write `doing: Opens eleven tabs`")
