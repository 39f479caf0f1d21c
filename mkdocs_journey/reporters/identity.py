"""What a finding is known by from one check to the next: its rule and its place in the map.

Lines move with every edit above them. The way through the map's keys does not: its steps are the
names of stages and touchpoints, so that a new stage before them changes nothing either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.front_matter import Mapping, Sequence, find_front_matter, read_yaml
from mkdocs_journey.source import Source

_YAML_ENDINGS = (".yml", ".yaml")
_LONGEST_NAME = 60


class Identity(NamedTuple):
    """A finding without its line."""

    path: str
    """Its file, relative to the site's pages."""
    rule: str
    """Name of its rule."""
    place: str
    """Way to it: `journey.stages[Buy].chanel`; outside the YAML the text of its line."""
    number: int = 0
    """How many of the same rule stand before it at the same place."""

    @property
    def fingerprint(self) -> str:
        """A short text that stands for it: 32 hexadecimal digits."""
        return sha256("\0".join(map(str, self)).encode(errors="surrogatepass")).hexdigest()[:32]


def identify(findings: Iterable[Finding]) -> tuple[Identity, ...]:
    """The identity of each finding; each file's YAML is read once."""
    trees: dict[Source, Mapping] = {}
    seen: Counter[Identity] = Counter()
    found: list[Identity] = []
    for finding in findings:
        source = finding.source
        if source not in trees:
            trees[source] = _read(source)
        first = Identity(finding.path, finding.rule.name, _place(trees[source], finding))
        found.append(first._replace(number=seen[first]))
        seen[first] += 1
    return tuple(found)


def _read(source: Source) -> Mapping:
    matter = find_front_matter(source)
    if matter is not None:
        return read_yaml(source, matter[0]).data
    return read_yaml(source).data if source.path.endswith(_YAML_ENDINGS) else Mapping()


def _place(tree: Mapping, finding: Finding) -> str:
    way = "".join(_steps(tree, finding.span.start)).removeprefix(".")
    return way or _shorten(finding.source.line(finding.position.line))


def _steps(value: Any, at: int) -> Iterator[str]:
    """Keys, and names of list items, on the way to an offset."""
    while True:
        found = _step(value, at)
        if found is None:
            return
        step, value = found
        yield step


def _step(value: Any, at: int) -> tuple[str, Any] | None:
    if isinstance(value, Mapping):
        for key, marks in value.marks.items():
            if marks.key_start <= at < marks.key_end:
                return f".{key}", None
            if marks.start <= at < max(marks.end, marks.start + 1):
                return f".{key}", value.get(key)
    elif isinstance(value, Sequence):
        for number, (item, marks) in enumerate(zip(value, value.marks, strict=True)):
            if marks.start <= at < max(marks.end, marks.start + 1):
                return f"[{_name(item) or number}]", item
    return None


def _name(item: Any) -> str:
    """What people would call an item of a list."""
    if isinstance(item, Mapping):
        item = item.get("id") or item.get("name") or item.get("text")
    return _shorten(item) if isinstance(item, str) else ""


def _shorten(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_NAME]
