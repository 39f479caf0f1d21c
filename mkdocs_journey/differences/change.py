"""What a change is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    RESOLVED = "resolved"
    """Of a pain that is gone, while the moment that it hurt in is still there."""
    MOVED = "moved"
    RENAMED = "renamed"
    """It is called something else, and is still the same thing."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a map something is: by names, since people read it."""

    stage: str = ""
    """Empty in the header and in the flow."""
    moment: str = ""
    """Empty for what is written on a whole stage."""
    way: tuple[str, ...] = ()
    """In the flow: the branches that lead there, from the outermost."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that lead there, the widest first."""
        return tuple(filter(None, (self.stage, self.moment, *self.way)))


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two states of a map."""

    kind: Kind
    what: str
    """Kind of thing: `stage`, `moment`, `pain`, `feeling`, `flow`, or a key such as `status`."""
    spot: Spot = field(default_factory=Spot)
    """Where it is now; of what was removed, where it was."""
    name: str = ""
    """Which of several: a stage's name, a pain's text, a metric's id. As the later state has it."""
    part: str = ""
    """Key of the thing that changed, such as a pain's `severity`; empty for the thing itself."""
    before: str = ""
    """What stood there: a value, a name or a place; empty where nothing did."""
    after: str = ""
    """What stands there now."""
