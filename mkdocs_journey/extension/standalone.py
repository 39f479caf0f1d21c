"""A text that brings its own front matter: drawn without any host."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from mkdocs_journey.compilation import compile_site
from mkdocs_journey.diagrams import drawn_or, find_engine
from mkdocs_journey.drawing import Site
from mkdocs_journey.extension.conversion import PageRequest
from mkdocs_journey.front_matter import find_front_matter, mentions
from mkdocs_journey.project import read_day
from mkdocs_journey.render.chart import no_chart
from mkdocs_journey.source import Source

PATH = "page.md"
"""Name of the text in messages, and the page that its links are relative to."""


def read_request(text: str, options: Mapping[str, Any]) -> tuple[PageRequest, str] | None:
    """The page that a text with front matter describes, and its body.

    Returns `None` for a text without a map. Its findings are not shown: a pipeline that wants
    them checks the site's files.
    """
    source = Source(PATH, text)
    found = find_front_matter(source)
    if found is None or mentions(source, found[0]) is None:
        return None
    nothing, today = Source("", ""), read_day(options.get("today"), os.environ)
    compilation = compile_site([(source, ())], options, nothing, lambda _: None, today)
    draw = find_engine() if options.get("diagrams") == "svg" else None
    site = Site(compilation.atlas, compilation.translator, today, drawn_or(draw, no_chart))
    return PageRequest(site, PATH), text[found[1] :]
