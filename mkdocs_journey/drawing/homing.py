"""Links of a lone view to parts of the map that it does not show."""

from __future__ import annotations

import re

from mkdocs_journey.drawing.landings import ids_in

_LINK = re.compile(r'href="#([^"]+)"')


def lead_home(html: str, prefix: str, home: str) -> str:
    """HTML of a view whose links into the map lead to the map's page where it stands.

    A view without columns (a flow, insights) links to moments as if the whole map stood around
    it. `prefix` begins the view's own ids; `home` is the address of the map's page, empty on
    that page itself.

    Quotes in a text or attribute are escaped, so what looks like an attribute is one.
    """
    own = ids_in(html)

    def link(match: re.Match[str]) -> str:
        id = match[1]
        if id in own or not id.startswith(prefix):
            return match[0]
        return f'href="{home}#{id.removeprefix(prefix)}"'

    return _LINK.sub(link, html)
