"""Whether what maps say still rests on something."""

from tests.rules.sites import reports_of

STAGE = "  stages: [{name: Buy, feeling: 2, pains: [{text: Slow, sources: talks}]}]\n"


def reports(text: str, path: str = "a.md") -> list[str]:
    return [line for line in reports_of({path: text}) if "J42" in line]


def test_an_old_source_is_named_with_its_date() -> None:
    text = f"journey:\n  sources: {{talks: {{title: Talks, date: 2025-11-22}}}}\n{STAGE}"
    assert reports(text) == [
        "a.md:3:41: info J426 `talks` dates from 2025-11-22, more than a year ago: "
        "ask again, or name a newer source [old-source]"
    ]
    assert not reports(text.replace("2025-11-22", "2025-11-23"))
    assert not reports(text.replace("2025-11-22", "2025"))
    assert not reports(text.replace("journey:\n", "journey:\n  status: archived\n"))


def test_a_personas_sources_grow_old_as_well() -> None:
    text = "persona:\n  name: Ana\n  sources: {talks: {title: Talks, date: 2020}}\n"
    assert [line.split(" ")[2] for line in reports(text)] == ["J426"]


def test_a_validated_map_rests_on_more_than_assumptions() -> None:
    half = (
        "journey:\n  status: validated\n  sources: {talks: {title: Talks, method: interview}}\n"
        + STAGE
    )
    assert not reports(half)
    assert reports(half.replace("interview", "assumption")) == [
        "a.md:3:11: info J427 2 of 2 claims name no source, or only assumptions: "
        "give them `sources:`, or write `status: review` [unfounded-map]"
    ]
    assert not reports(half.replace("interview", "assumption").replace("validated", "review"))
    assert not reports("journey:\n  status: validated\n  stages: [{name: Buy}]\n")
