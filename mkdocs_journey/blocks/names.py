"""Names of the views that a block can place, and of the options that each takes."""

from __future__ import annotations

from mkdocs_journey.queries import OPTIONS

MAP_VIEWS = ("map", "curve", "blueprint", "flow", "insights", "persona")
"""Views of one map that a block can place."""
ACROSS_VIEWS = (
    "portfolio",
    "personas",
    "pains",
    "opportunities",
    "actions",
    "channels",
    "systems",
    "owners",
    "compare",
    "hierarchy",
    "lifecycle",
    "segments",
)
"""Views of all maps of the site together."""
VIEWS = (*MAP_VIEWS, *ACROSS_VIEWS)
ALL = ""
"""View of a block that names none: everything that a map's page shows."""
PATHS = ("of", "with")
"""Options that are the path of a page."""


def options_of(view: str) -> tuple[str, ...]:
    """Options that a view takes."""
    match view:
        case "compare":
            return (*PATHS, *OPTIONS)
        case _ if view in ACROSS_VIEWS:
            return OPTIONS
        case _ if view in (ALL, *MAP_VIEWS):
            return ("of",)
        case _:  # A name that no view has is one finding; its options are not to blame.
            return (*PATHS, *OPTIONS)
