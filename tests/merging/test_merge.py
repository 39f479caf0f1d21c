"""Merging: what differs is written, and no other byte."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.edits import read_document
from mkdocs_journey.formats import json
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.merging import Merged, data_of, merge
from mkdocs_journey.repairs.parts import read_part
from tests.edits.yaml_texts import written
from tests.formats.journeys import journeys, mapped, understood

PAGE = """\
---
title: Order   # stays
journey:
  personas: [ana]   # one
  stages:
    # before all
    - name: 'Choose'
      touchpoints:
        - name: Product page   # why
          doing: Looks
          feeling: confused
          pains:
            - No grind   # ask
            - {text: "Slow", severity: high}
    - name: Pay
      touchpoints: [{name: Checkout, feeling: 4}]
---
# Body
"""
wordings = st.sampled_from(("Pays twice", "Calls, and waits", "É de novo", "a: b", "no", "x #"))


def whole(text: str) -> dict[str, Any]:
    part = read_part(read_document("a.md", text.encode()).source, BUILT_IN, is_page=True)
    assert part is not None
    return data_of(part.model)  # type: ignore[arg-type]


def merged(text: str, new: dict[str, Any], *, is_page: bool = True) -> Merged:
    return merge(read_document("a.md", text.encode()), Imported(new), BUILT_IN, is_page=is_page)


def test_each_changed_cell_is_written_in_its_place() -> None:
    new = whole(PAGE)
    page = new["stages"][0]["touchpoints"][0]
    page["doing"] = [{"text": "Looks, and reads"}]
    page["feeling"] = {"score": 4, "emotion": "curious"}
    page["pains"][1]["text"] = "Slow: very"
    page["pains"].append({"text": "New"})
    new["stages"][1]["name"] = "Pay at once"
    new["stages"][1]["touchpoints"][0]["feeling"] = {"score": 5}
    new["stages"].append({"name": "Wait", "touchpoints": [{"name": "Mail", "channel": "email"}]})
    result = merged(PAGE, new)
    assert result.left == ()
    assert result.document.raw == (
        PAGE.replace("doing: Looks", "doing: Looks, and reads")
        .replace("feeling: confused", "feeling: {score: 4, emotion: curious}")
        .replace('"Slow"', '"Slow: very"')
        .replace("severity: high}\n", "severity: high}\n            - New\n")
        .replace("- name: Pay\n", "- name: Pay at once\n      id: pay\n")
        .replace("feeling: 4}]\n", """feeling: 5}]
    - name: Wait
      id: wait
      touchpoints:
        - name: Mail
          id: mail
          channel: email
""")
    )  # fmt: skip


def test_what_is_gone_goes() -> None:
    new = whole(PAGE)
    del new["stages"][1]
    del new["stages"][0]["touchpoints"][0]["doing"]
    del new["stages"][0]["touchpoints"][0]["pains"][1]
    result = merged(PAGE, new)
    lines = (
        "          doing: Looks\n",
        '            - {text: "Slow", severity: high}\n',
        "    - name: Pay\n      touchpoints: [{name: Checkout, feeling: 4}]\n",
    )
    text = PAGE
    for line in lines:
        text = text.replace(line, "")
    assert result.document.raw == text
    assert result.left == ()


def test_a_comment_is_never_lost_and_what_is_left_is_said() -> None:
    new = whole(PAGE)
    del new["stages"][0]
    result = merged(PAGE, new)
    assert result.document.raw == PAGE
    assert result.left == (
        "Choose: a comment (`#`) stands in it: change it by hand, and keep that",
    )


@settings(max_examples=30)
@given(journeys(wordings), st.data())
def test_without_an_edit_no_byte_changes(journey: dict[str, Any], data: st.DataObject) -> None:
    text = data.draw(written(journey, has_comments=True))
    back = json.read(json.write(mapped(journey))).journey
    assert merged(text, dict(back), is_page=False).document.raw == text


@settings(max_examples=30)
@given(journeys(wordings), journeys(wordings), st.data())
def test_any_edit_is_read_back(
    journey: dict[str, Any], other: dict[str, Any], data: st.DataObject
) -> None:
    """Stages of another map take the places of a map's own, or stand beside them."""
    text = data.draw(written(journey))
    new = data_of(understood(journey))
    extra = data_of(understood(other))["stages"]
    kept = [deepcopy(stage) for stage in new["stages"] if data.draw(st.booleans())]
    for stage in kept:
        if data.draw(st.booleans()):
            stage |= {key: value for key, value in extra[0].items() if key not in ("id", "name")}
    new["stages"] = kept + [stage for stage in extra if data.draw(st.booleans())] or extra
    for stage in new["stages"][len(kept) :]:
        stage.pop("id")
    result = merged(text, new, is_page=False)
    part = read_part(result.document.source, BUILT_IN, is_page=False)
    assert part is not None
    if not result.left:
        assert data_of(part.model) == data_of(understood(new))  # type: ignore[arg-type]
    assert result.left == ()
