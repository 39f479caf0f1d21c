"""A number that a decimal comma tore inside braces is one value again, at its place."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.front_matter import locate, read_yaml
from mkdocs_journey.front_matter.torn import rejoin
from mkdocs_journey.source import Source, Span

WHOLE = Span(0, 0)
numbers = st.tuples(
    st.sampled_from(["", "R$ ", "-"]),
    st.lists(st.integers(0, 9999), min_size=2, max_size=3),
    st.sampled_from(["", "%", " h"]),
).map(lambda parts: parts[0] + ",".join(map(str, parts[1])) + parts[2])


@given(st.dictionaries(st.sampled_from("abcdef"), numbers, min_size=1))
def test_each_is_told_once_and_reads_as_it_was_written(entries: dict[str, str]) -> None:
    text = "ours: {" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}\n"
    found = read_yaml(Source("a.md", text), None, ("ours",))
    assert found.data == {"ours": entries}
    assert [text[slice(*item.span)] for item in found.findings] == list(entries.values())
    for key, value in entries.items():
        assert text[slice(*locate(found.data, ("ours", key), WHOLE))] == value


def test_a_space_behind_the_comma_is_no_part_of_the_number() -> None:
    text = "journey: {cost: R$ 12, 50, count: 1, 234, 567, name: 4, 5: x}\n"
    found = read_yaml(Source("a.md", text), None, ("journey",))
    assert found.data["journey"] == {
        "cost": "R$ 12,50", "count": "1,234,567", "name": "4", "5": "x"
    }  # fmt: skip
    assert [text[slice(*item.span)] for item in found.findings] == ["R$ 12, 50", "1, 234, 567"]
    assert "write `R$ 12.50`" in found.findings[0].message


def test_keys_of_others_are_not_ours_to_tell() -> None:
    text = "search: {boost: 1,5}\njourney: {stages: 2,5}\n"
    found = read_yaml(Source("a.md", text), None, ("journey",))
    assert [text[slice(*item.span)] for item in found.findings] == ["2,5"]
    assert len(read_yaml(Source("a.md", text)).findings) == 2


def test_a_long_row_of_numbers_is_no_number() -> None:
    text = "journey: {a: " + "1," * 40_000 + "1}\n"
    told = [item for item in read_yaml(Source("a.md", text)).findings if "comma" in item.message]
    assert len(told) == 1
    assert told[0].span.end - told[0].span.start <= 80


def test_lists_have_no_keys_that_could_be_a_number_s() -> None:
    assert not rejoin([], ["1", "2", "3"], [0, 1, 2, 3, 4, 5], "1,2,3", {})
