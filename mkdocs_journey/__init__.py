"""Customer journey maps, service blueprints and campaign flows from the front matter of pages."""

from __future__ import annotations

from typing import Any


def makeExtension(**options: Any) -> Any:  # noqa: N802 (Python-Markdown's name)
    """Entry point of Python-Markdown for `markdown_extensions: [mkdocs_journey]`."""
    from mkdocs_journey.extension import JourneyExtension

    return JourneyExtension(**options)
