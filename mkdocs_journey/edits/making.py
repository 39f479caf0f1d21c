"""Changes made and checked: what was written is read again before anybody gets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journey.edits.changes import Change, Remove, outcome, plain
from mkdocs_journey.edits.edit import Edit, RefusedError, apply
from mkdocs_journey.edits.places import Places
from mkdocs_journey.front_matter import FrontMatter, find_front_matter, read_yaml
from mkdocs_journey.source import Source, Span

MOST_ATTEMPTS = 100
"""How often a text is read again in search of what cannot be changed."""

_NOT_AS_MEANT = "it would not be read as what was meant: change it by hand"
_TOO_MANY = "too many changes here cannot be made: make some of them by hand first"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was not made, and why."""

    change: Change
    message: str


@dataclass(frozen=True)
class Edited:
    """Edits of a text that lead to what was meant, and what they leave undone."""

    edits: tuple[Edit, ...]
    made: tuple[Change, ...]
    refused: tuple[Refusal, ...]


def read_matter(source: Source) -> FrontMatter:
    """All YAML of a page's front matter, or of a map's own file."""
    found = find_front_matter(source)
    return read_yaml(source, found[0] if found else None, ())


def change(source: Source, changes: Iterable[Change]) -> Edited:
    """Edits that make the changes, as many of them as can be made.

    All are tried together. Where the text would then not be read as what was meant, halves of them
    are, until those that cannot be made are known.
    """
    return _Attempt(source).make(list(changes))


class _Attempt:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.matter = read_matter(source)
        self.root_span = Span(self.matter.span.start, self.matter.span.end)
        self.places = Places(source.text, self.matter.data, self.root_span)
        self.left = MOST_ATTEMPTS

    def make(self, changes: list[Change]) -> Edited:
        refused: list[Refusal] = []
        possible: list[Change] = []
        removed = {item.path for item in changes if isinstance(item, Remove)}
        for item in changes:
            try:
                self.places.edits(item, removed)
                possible.append(item)
            except RefusedError as error:
                refused.append(Refusal(item, str(error)))
        made: list[Change] = []
        waiting = [possible] if possible else []
        while waiting:
            group = waiting.pop()
            if self.left and self._fits([*made, *group]):
                made += group
            elif len(group) == 1 or not self.left:
                message = _NOT_AS_MEANT if self.left else _TOO_MANY
                refused += [Refusal(item, message) for item in group]
            else:
                half = len(group) // 2
                waiting += [group[half:], group[:half]]
        return Edited(tuple(self._edits(made)), tuple(made), tuple(refused))

    def _edits(self, changes: list[Change]) -> list[Edit]:
        removed = {item.path for item in changes if isinstance(item, Remove)}
        return [edit for item in changes for edit in self.places.edits(item, removed)]

    def _fits(self, changes: list[Change]) -> bool:
        """Whether the changed text is read as the changed value, without a new fault."""
        self.left -= 1
        try:
            text = apply(self.source.text, self._edits(changes))
        except RefusedError:
            return False
        now = read_matter(Source(self.source.path, text))
        faults = Counter(finding.rule.code for finding in now.findings)
        before = Counter(finding.rule.code for finding in self.matter.findings)
        is_sound = not now.is_broken and not faults - before
        return is_sound and plain(now.data) == outcome(self.matter.data, changes)
