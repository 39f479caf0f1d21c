import pytest

from mkdocs_journey.catalog import BUILT_IN, built_in
from mkdocs_journey.render.icons import ICONS


def test_every_channel_has_an_icon_of_its_own() -> None:
    assert {channel.icon for channel in BUILT_IN.channels.values()} <= ICONS - {"dot"}


def test_third_parties_channels_are_indirect() -> None:
    assert [c.id for c in BUILT_IN.channels.values() if c.ownership == "indirect"] == [
        "courier",
        "word-of-mouth",
        "review",
        "partner",
    ]


def test_bounds_of_metrics_are_in_order() -> None:
    for metric in BUILT_IN.metrics.values():
        known = [n for n in (metric.low, metric.bad, metric.good, metric.high) if n is not None]
        assert known == sorted(known), metric.id


@pytest.mark.parametrize("language", ["pt-BR", "es"])
def test_labels_are_in_the_sites_language(language: str) -> None:
    assert built_in(language).channels["store"].label != BUILT_IN.channels["store"].label
    assert built_in(language).statuses["draft"].label != BUILT_IN.statuses["draft"].label
