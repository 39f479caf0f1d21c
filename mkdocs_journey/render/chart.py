"""What stands on a page for the chart of a flow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from mkdocs_journey.render.escape import Html, escape

Chart: TypeAlias = Callable[[str], Html | None]
"""The chart of a Mermaid source, or `None` on a site that draws none; the host chooses one."""


def no_chart(_source: str) -> None:
    """Of a site without any Mermaid: the list and the source say the same."""


def mermaid_chart(source: str) -> Html:
    """The source where the site's own Mermaid finds it and draws it in the browser."""
    return Html(
        f'<pre class="mermaid"><code class="language-mermaid">{escape(source)}</code></pre>'
    )
