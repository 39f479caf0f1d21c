"""What a site's catalogue is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

KindName: TypeAlias = Literal[
    "current-state",
    "future-state",
    "day-in-the-life",
    "experience",
    "service-blueprint",
    "lifecycle",
]
Ownership: TypeAlias = Literal["direct", "indirect"]
MetricFormat: TypeAlias = Literal["number", "percent", "score", "duration", "currency"]
Better: TypeAlias = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A way in which customers and the organisation meet."""

    id: str
    label: str
    """What readers see, in the site's language."""
    icon: str = "dot"
    """The name of an icon of the set; `dot` for a channel that names none."""
    ownership: Ownership = "direct"
    """Whose channel it is; a touchpoint's own `ownership` wins."""


@dataclass(frozen=True, slots=True)
class MetricKind:
    """How a metric is written, where its values lie and which of them are good."""

    id: str
    label: str
    format: MetricFormat = "number"
    """`percent` holds a share of 1, `score` a number with one decimal."""
    unit: str | None = None
    """What a bare number counts: an ISO 4217 code for `currency`, `hour` or the like for
    `duration`."""
    low: float | None = None
    """The least possible value, where the bar begins; none if there is none."""
    high: float | None = None
    """The greatest possible value, where the bar ends."""
    good: float | None = None
    """From here on (in the direction of *better*) a value is good without a target of its own."""
    bad: float | None = None
    """From here on (against the direction of *better*) a value is bad."""
    better: Better | None = None
    """Which way is improvement; none where neither is."""


@dataclass(frozen=True, slots=True)
class System:
    """A system or partner that a service rests on, which blueprint cards name."""

    id: str
    label: str
    description: str = ""
    owner: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How far a map's evidence has come."""

    id: str
    label: str
    sign: str = "own"
    """The sign beside the label: `idea`, `progress`, `done`, `dropped`; `own` for a site's own."""


@dataclass(frozen=True, slots=True)
class CustomLane:
    """A lane that a site adds to the built-in ones; its cells are cards."""

    id: str
    label: str
    icon: str = "dot"
    after: str | None = None
    """The lane that it follows; none puts it last."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """Everything that a site can name in its maps: the built-in values with its own merged in.

    All mappings are by id, in the order in which lists show them, and read-only. Labels are
    finished text in the site's language, so nothing that reads them translates again. Catalogues
    compare and hash by identity, so that what is derived from one can be kept beside it.
    """

    language: str
    """The language of the labels, a BCP 47 tag."""
    channels: Mapping[str, Channel]
    metrics: Mapping[str, MetricKind]
    statuses: Mapping[str, Status]
    systems: Mapping[str, System]
    lanes: Mapping[str, CustomLane]
    kinds: Mapping[str, tuple[str, ...]]
    """The default lanes of the kinds of map whose own defaults the site replaces."""
    feelings: Mapping[str, float]
    """Folded word or emoji -> score from 1 (worst) to 5 (best); ask `feeling_score`."""
