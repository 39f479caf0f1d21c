"""How customers do after the sale, stage by stage, over all maps."""

from mkdocs_journey.queries import Query, Test
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.lifecycle import LIFECYCLE, StageRow
from mkdocs_journey.views.across.listing import answer
from tests.views.across.atlases import overview_of

SITE = overview_of(
    {
        "life.md": """
title: Life
journey:
  kind: lifecycle
  segment: Offices
  stages:
    - name: Start
      health: {value: 85, previous: 90}
      checkpoint: [{text: Invited, met: true}]
      opportunities: [{text: A second licence, id: more}]
    - name: Adopt
      checkpoint: [{text: Used daily, met: false}, Asked]
      touchpoints:
        - {name: Call, health: 70}
        - {name: Mail, health: 40}
    - name: Renew
  alerts:
    - {metric: health, below: 60, at: mail}
""",
        "other.md": """
title: Other
journey:
  stages: [{name: Buy, feeling: 4}, {name: Settle, checkpoint: Paid}]
""",
    }
)


def rows(query: Query) -> tuple[StageRow, ...]:
    return answer(LIFECYCLE, query, SITE).rows


def test_all_stages_of_lifecycles_and_those_of_others_that_have_something_to_say() -> None:
    assert [(row.map.found.title, row.place.name) for row in rows(Query())] == [
        ("Life", "Start"), ("Life", "Adopt"), ("Life", "Renew"), ("Other", "Settle"),
    ]  # fmt: skip


def test_a_stage_knows_health_change_checkpoint_and_what_blocks() -> None:
    start, adopt, renew, _ = rows(Query())
    assert start.health is not None
    assert (start.health.value, start.change, start.blocks) == (85, -5, False)
    assert adopt.health is not None
    assert (adopt.health.value, adopt.change, adopt.blocks) == (40, None, True)
    assert adopt.rung is not None
    assert [item.text for item in adopt.rung.missing] == ["Used daily", "Asked"]
    assert renew.health is None


def test_alerts_ring_in_the_stage_of_their_touchpoint() -> None:
    assert [row.warnings for row in rows(Query())] == [0, 1, 0, 0]


def test_what_is_healthy_and_not_warned_is_ready_for_more() -> None:
    ready = rows(Query((Test("ready", Operator.IS, (True,)),)))
    assert [row.place.name for row in ready] == ["Start"]
    assert [work.item.text for work in ready[0].ready[0].offers] == ["A second licence"]


def test_conditions_on_health_and_segment() -> None:
    weak = rows(Query((Test("health", Operator.AT_MOST, (50.0,)),)))
    assert [row.place.name for row in weak] == ["Adopt"]
    assert len(rows(Query((Test("segment", Operator.IS, ("offices",)),)))) == 3
