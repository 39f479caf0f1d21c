"""What maps name by id: channels, metrics, statuses, systems, lanes and feelings of a site."""

from mkdocs_journey.catalog.built_in import SCALE
from mkdocs_journey.catalog.configuration import (
    KINDS,
    ConfigurationFault,
    built_in,
    read_configuration,
)
from mkdocs_journey.catalog.feelings import feeling_score
from mkdocs_journey.catalog.values import (
    Better,
    Catalog,
    Channel,
    CustomLane,
    KindName,
    MetricFormat,
    MetricKind,
    Ownership,
    Status,
    System,
)

BUILT_IN: Catalog = built_in("en")
"""The catalogue of an English site without configuration."""

__all__ = [
    "BUILT_IN",
    "KINDS",
    "SCALE",
    "Better",
    "Catalog",
    "Channel",
    "ConfigurationFault",
    "CustomLane",
    "KindName",
    "MetricFormat",
    "MetricKind",
    "Ownership",
    "Status",
    "System",
    "built_in",
    "feeling_score",
    "read_configuration",
]
