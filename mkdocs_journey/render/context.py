"""What every renderer is given besides its view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import Lane
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import inline, is_plain, unlinked
from mkdocs_journey.translations import Translator, translator
from mkdocs_journey.views.anchors import Anchors


def _lacks_none(_address: str) -> bool:
    """Of a host that does not know which pictures there are."""
    return False


@dataclass(frozen=True, slots=True)
class Context:
    """Language, catalogue, ids and links of the page that is drawn.

    The host passes in how a link is resolved, so that no renderer knows of a site.
    """

    translator: Translator
    catalog: Catalog
    anchors: Anchors
    resolve: Callable[[str], str | None]
    """Final address of a link as it was written on the map's page; `None` leaves it as it is."""
    lacks_face: Callable[[str], bool] = _lacks_none
    """Whether the picture of a persona, as it was written on the map's page, is not there."""
    label: Callable[[str], Html] = field(init=False, repr=False, compare=False)
    """A label without fields as HTML, made once a language: each page shows hundreds."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", _labels(self.translator.language).__getitem__)

    def text(self, msgid: str, **values: object) -> str:
        """A label in the page's language; the caller escapes it."""
        return self.translator.text(msgid, **values)

    def lane(self, lane: Lane) -> Html:
        """Name of a lane; the site's own lanes bring finished labels."""
        return escape(lane.label) if lane.is_custom else self.label(lane.label)

    def markdown(self, text: str) -> Html:
        """User text with its inline Markdown as HTML.

        All user text on a page is drawn so, a name like any other; inside a link as `in_link`
        does. Where markup has no place (attributes, charts, files) it is `plain`.
        """
        return text if is_plain(text) else inline(text, self.resolve)

    def in_link(self, text: str) -> Html:
        """User text with its inline Markdown as HTML, but for its links."""
        return unlinked(text)


class _Labels(dict[str, Html]):
    """Finished labels by msgid, each made when it is first looked up."""

    def __init__(self, language: str) -> None:
        self._translator = translator(language)

    def __missing__(self, msgid: str) -> Html:
        made = self[msgid] = escape(self._translator.text(msgid))
        return made


_labels = lru_cache(maxsize=32)(_Labels)
