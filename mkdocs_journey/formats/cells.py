"""A cell's content as plain text, for files that know no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog, MetricKind
from mkdocs_journey.lanes import LaneShape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import (
    CRITERION_SIGNS,
    LEVEL_LABELS,
    SEVERITY_LABELS,
    WORK_LABELS,
    score_word,
)
from mkdocs_journey.render.quantities import duration_text, measure_text
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.cards import Card, Image, Link, ServiceCard
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.values.measures import Criterion, Health, Metric
from mkdocs_journey.values.notes import Opportunity, Pain, Quote
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.layout import persona_names


@dataclass(frozen=True, slots=True)
class Words:
    """Writes cells in a page's language; several things in one cell stand on a line each."""

    catalog: Catalog
    translator: Translator
    map: Map

    def writer(self, shape: LaneShape) -> Callable[[Any], str]:
        """What writes cells of lanes of a shape, none of them empty."""
        if shape in _WHOLE:
            return partial(_WHOLE[shape], self)
        write = _EACH[shape]
        return lambda items: "\n".join([write(self, item) for item in items])

    def feelings(self, felt: Iterable[Feeling]) -> str:
        """Feelings of one moment; several are a change within it."""
        return " → ".join(map(self._feeling, felt))

    def _feeling(self, feeling: Feeling) -> str:
        score = feeling.score or 0
        word = plain(feeling.emotion) or score_word(self.translator, score)
        return f"{self.translator.number(score)} {word}"

    def _card(self, card: Card) -> str:
        text = plain(card.text)
        if len(card.__dict__) == 1:  # the text alone, as of most cards
            return text
        if isinstance(card, ServiceCard):
            times = [self._duration(time) for time in (card.duration, card.wait) if time]
            text = _with_facts(text, times)
        return f"{plain(card.actor)}: {text}" if card.actor else text

    def _text(self, text: str) -> str:
        return plain(text)

    def _quote(self, quote: Quote) -> str:
        names = persona_names(self.map)
        who = plain(quote.who) or names.get(quote.persona, quote.persona)
        return f"“{plain(quote.text)}”" + (f" ({who})" if who else "")

    def _criterion(self, criterion: Criterion) -> str:
        return f"{CRITERION_SIGNS[criterion.met]} {plain(criterion.text)}"

    def _image(self, image: Image) -> str:
        return image.alt or image.src

    def _link(self, link: Link) -> str:
        return f"{plain(link.text)}: {link.url}" if link.text else link.url

    def _pain(self, pain: Pain) -> str:
        often = pain.frequency
        if isinstance(often, float):
            often = self.translator.percent(often)
        severity = self.translator.text(SEVERITY_LABELS[pain.severity]) if pain.severity else ""
        return _with_facts(plain(pain.text), (severity, plain(often or ""), *self._sources(pain)))

    def _sources(self, pain: Pain) -> list[str]:
        known = self.map.journey.sources
        return [plain(known[source].title) for source in pain.sources if source in known]

    def _opportunity(self, item: Opportunity) -> str:
        text = self.translator.text
        facts = (
            f"{text('Impact')}: {text(LEVEL_LABELS[item.impact])}" if item.impact else "",
            f"{text('Effort')}: {text(LEVEL_LABELS[item.effort])}" if item.effort else "",
            text(WORK_LABELS[item.status]) if item.status else "",
            plain(item.owner),
        )
        return _with_facts(plain(item.text), facts)

    def _metrics(self, metrics: Mapping[str, Metric]) -> str:
        return "\n".join(self._metric(name, metric) for name, metric in metrics.items())

    def _metric(self, name: str, metric: Metric) -> str:
        kind = self.catalog.metrics.get(name) or MetricKind(name, name)
        value = self._measure(metric.value, kind) or self.translator.text("not measured yet")
        target = self._measure(metric.target, kind)
        aim = self.translator.text("target {value}", value=target) if target else ""
        return _with_facts(f"{kind.label}: {value}", (aim,))

    def _measure(self, measure: Measure | None, kind: MetricKind) -> str:
        if measure is None:
            return ""
        return measure_text(self.translator, measure, kind.format, kind.unit)

    def _health(self, health: Health) -> str:
        number = self.translator.number
        before = (
            ""
            if health.previous is None
            else self.translator.text("before: {value}", value=number(health.previous))
        )
        return _with_facts("–" if health.value is None else number(health.value), (before,))

    def _times(self, times: tuple[Duration | None, Duration | None, Duration | None]) -> str:
        text = self.translator.text
        labels = (text("Duration"), text("Elapsed"), text("Wait"))
        return "\n".join(
            f"{label}: {self._duration(time)}"
            for label, time in zip(labels, times, strict=True)
            if time
        )

    def _duration(self, duration: Duration) -> str:
        return duration_text(self.translator, duration)


def _with_facts(text: str, facts: Iterable[str]) -> str:
    """A text with what belongs to it in brackets."""
    known = "; ".join([fact for fact in facts if fact])
    return f"{text} ({known})" if known else text


_WHOLE: Mapping[LaneShape, Callable[[Words, Any], str]] = MappingProxyType(
    {
        LaneShape.TEXT: Words._text,
        LaneShape.METRICS: Words._metrics,
        LaneShape.TIMES: Words._times,
        LaneShape.HEALTH: Words._health,
    }
)
"""What writes all that a cell holds, of shapes whose cells hold one thing."""

_EACH: Mapping[LaneShape, Callable[[Words, Any], str]] = MappingProxyType(
    {
        LaneShape.CARDS: Words._card,
        LaneShape.QUOTED_CARDS: Words._card,
        LaneShape.STEPS: Words._card,
        LaneShape.PAINS: Words._pain,
        LaneShape.GAINS: Words._pain,
        LaneShape.OPPORTUNITIES: Words._opportunity,
        LaneShape.QUOTES: Words._quote,
        LaneShape.CHECKPOINT: Words._criterion,
        LaneShape.IMAGES: Words._image,
        LaneShape.LINKS: Words._link,
    }
)
"""What writes each of the things in a cell."""
