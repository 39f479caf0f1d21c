"""A cell's plain text as a lane's content: `cells` the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from mkdocs_journey.catalog import Catalog, feeling_score
from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.catalog.labels import id_for
from mkdocs_journey.formats.headings import labels_of, words_of
from mkdocs_journey.lanes import LaneShape
from mkdocs_journey.values.base import is_empty
from mkdocs_journey.values.quantities import parse_measure
from mkdocs_journey.values.text import slugify
from mkdocs_journey.values.times import parse_duration

_BULLET = re.compile(r"^\s*(?:[-*•·–▪◦]|[0-9]{1,2}[.)])\s+")
_FACTS = re.compile(r"(?P<text>.*\S)\s*\((?P<facts>[^()]*)\)", re.DOTALL)
_SCORE = re.compile(r"(?P<score>[0-9](?:[.,][0-9]{1,3})?)(?:\s*/\s*5)?(?:\s+(?P<word>.+))?")
_SCORE_BEHIND = re.compile(
    r"(?P<word>[^0-9()]*[^0-9()\s])\s*\((?P<score>[0-9](?:[.,][0-9]{1,3})?)(?:\s*/\s*5)?\)"
)
"""`Confused (2)`, as they write it who think of the word first."""
_MET = {"✓": True, "✕": False, "?": None}
_QUOTES = '“”"«»„'


def lines(text: str) -> list[str]:
    """Things in a cell: one a line, without bullets and empty words."""
    found = (_BULLET.sub("", line, count=1).strip() for line in text.splitlines())
    return [line for line in found if not is_empty(line)]


def read_cell(shape: LaneShape, text: str, catalog: Catalog) -> Any:
    """Content of a lane in the language's forms; `None` where the text is nothing of the kind."""
    if shape in _ITEMS:
        return [_ITEMS[shape](line) for line in lines(text)]
    match shape:
        case LaneShape.TEXT:
            return text.strip()
        case LaneShape.METRICS:
            return dict(filter(None, (_metric(line, catalog) for line in lines(text)))) or None
        case LaneShape.HEALTH:
            return _health(text)
        case LaneShape.FEELING:
            return read_feelings(text, catalog)
        case LaneShape.TIMES:
            return _times(text) or None
    return lines(text)


def read_feelings(text: str, catalog: Catalog) -> Any:
    """Feelings of one moment, a change within it as a list; `None` where nobody knows the word."""
    parts = [part.strip() for part in re.split("→|->|\n", text) if part.strip()]
    felt = [_feeling(part, catalog) for part in parts]
    if not felt or None in felt:
        return None
    return felt[0] if len(felt) == 1 else felt


def _feeling(text: str, catalog: Catalog) -> Any:
    if feeling_score(catalog, text) is not None:
        return text
    match = _SCORE.fullmatch(text) or _SCORE_BEHIND.fullmatch(text)
    if match is None:
        return None
    score = float(match["score"].replace(",", "."))
    score = int(score) if score.is_integer() else score
    if not 1 <= score <= 5:
        return None
    return {"score": score, "emotion": match["word"]} if match["word"] else score


def _facts(text: str) -> tuple[str, list[str]]:
    match = _FACTS.fullmatch(text)
    if match is None:
        return text, []
    return match["text"], [fact.strip() for fact in match["facts"].split(";")]


def _pain(line: str) -> Any:
    text, facts = _facts(line)
    found: dict[str, Any] = {}
    others: list[str] = []
    for fact in facts:
        severity = words_of("severity").get(fold(fact))
        measure = parse_measure(fact)
        if severity:
            found["severity"] = severity
        elif measure is not None and measure.is_percent:
            found["frequency"] = fact
        else:
            others.append(fact)
    return _with_known(line, text, others, found)


def _with_known(line: str, text: str, others: list[str], found: dict[str, Any]) -> Any:
    """A text with what its brackets say; words in them that nobody knows stay where they were."""
    if not found:
        return line
    return {"text": f"{text} ({'; '.join(others)})" if others else text, **found}


def _opportunity(line: str) -> Any:
    text, facts = _facts(line)
    found: dict[str, Any] = {}
    others: list[str] = []
    for fact in facts:
        label, _, value = fact.partition(":")
        level = words_of("level").get(fold(value))
        status = words_of("status").get(fold(fact))
        if level and fold(label) in labels_of("Impact"):
            found["impact"] = level
        elif level and fold(label) in labels_of("Effort"):
            found["effort"] = level
        elif status:
            found["status"] = status
        else:
            others.append(fact)
    return _with_known(line, text, others, found)


def _quote(line: str) -> Any:
    text, facts = _facts(line)
    if facts and text[0] in _QUOTES and text[-1] in _QUOTES:
        return {"text": text.strip(_QUOTES), "who": "; ".join(facts)}
    return line.strip(_QUOTES) or line


def _criterion(line: str) -> Any:
    met = _MET.get(line[0])
    text = line[1:].strip() if line[0] in _MET else line
    return text if met is None else {"text": text, "met": met}


def _metric(line: str, catalog: Catalog) -> tuple[str, Any] | None:
    text, facts = _facts(line)
    label, colon, value = text.rpartition(":")
    name = id_for(catalog, "metrics", label) or slugify(label)
    if not colon or not name:
        return None
    if parse_measure(value) is None:
        return (name, None) if fold(value) in labels_of("not measured yet") else None
    target = next((aim for fact in facts if (aim := _number_in(fact))), None)
    return name, {"value": value.strip(), "target": target} if target else value.strip()


def _number_in(fact: str) -> str | None:
    """The measure that ends a fact like `target ≥ 40`."""
    _, _, last = fact.strip().partition(" ")
    return last if parse_measure(last) is not None else None


def _health(text: str) -> Any:
    now, facts = _facts(text.strip())
    numbers = [re.search(r"[0-9]+(?:[.,][0-9]+)?", part) for part in (now, *facts[:1])]
    value, *before = (found[0] if found else None for found in numbers)
    if value is None and not any(before):
        return None
    return {"value": value, "previous": before[0]} if before and before[0] else value


def _times(text: str) -> dict[str, Any]:
    """Durations by the field that their label names; without a label it is hands-on time."""
    return dict(_labelled_times(text))


def _labelled_times(text: str) -> Iterator[tuple[str, str]]:
    names = {"duration": "Duration", "elapsed": "Elapsed", "wait": "Wait"}
    for line in lines(text):
        label, colon, value = line.partition(":")
        fields = [name for name, msgid in names.items() if fold(label) in labels_of(msgid)]
        if colon and fields and parse_duration(value.strip()):
            yield fields[0], value.strip()
        elif not colon and parse_duration(line):
            yield "duration", line


def _link(line: str) -> Any:
    text, colon, url = line.partition(": ")
    return {"text": text, "url": url.strip()} if colon else line


_ITEMS: Mapping[LaneShape, Callable[[str], Any]] = MappingProxyType(
    {
        LaneShape.PAINS: _pain,
        LaneShape.GAINS: _pain,
        LaneShape.OPPORTUNITIES: _opportunity,
        LaneShape.QUOTES: _quote,
        LaneShape.CHECKPOINT: _criterion,
        LaneShape.LINKS: _link,
    }
)
"""How one line of a cell is read; cards are their lines."""


def _channel(catalog: Catalog, word: str) -> str:
    slug = slugify(word)
    return slug if slug in catalog.channels else id_for(catalog, "channels", word) or slug


def read_head(catalog: Catalog, key: str, text: str) -> Iterator[tuple[str, Any]]:
    """Key and value of what stands above the lanes: channels, an owner, a number of people."""
    if key == "channel":
        words = [word.strip() for word in re.split("[,;/\n]", text) if word.strip()]
        ids = [found for word in words if (found := _channel(catalog, word))]
        if len(ids) == 1:
            yield "channel", ids[0]
        elif ids:
            yield "channels", ids
    elif key == "owner":
        yield key, text
    elif (measure := parse_measure(text)) is not None:
        is_share = key == "drop_off"
        if (0 <= measure.value <= (100 if measure.is_percent else 1)) if is_share else (
            measure.value >= 0 and measure.value == int(measure.value) and not measure.unit
        ):  # fmt: skip
            yield key, text if is_share else int(measure.value)
