"""Maps with flows, and what a renderer needs to draw them."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.pages import read_page
from mkdocs_journey.render.context import Context
from mkdocs_journey.source import Source
from mkdocs_journey.translations import translator
from mkdocs_journey.views.anchors import Anchors

Blocks = list[dict[str, Any]]

CAMPAIGN = Path(__file__).parent / "data" / "flows" / "win-back.md"
STAGES = [
    {
        "name": "Consider",
        "touchpoints": [
            {"name": "Product page", "channel": "web", "owner": "Web team"},
            {"name": "Store visit", "channel": "store"},
        ],
    },
    {"name": "Buy", "touchpoints": [{"name": "Checkout"}, {"name": "Product page"}]},
    {"name": "Wait for it"},
]


def map_of(blocks: list[dict[str, Any]] | None = None, **journey: Any) -> Map:
    """A small map with this flow."""
    whole = {"stages": STAGES, "flow": blocks or [], **journey}
    return Map("orders.md", "Orders", identify(Journey.model_validate(whole)))


def read_map(path: Path) -> Map | None:
    """The map of a page, as a site reads it; `None` for a page without one."""

    def load(name: str) -> bytes:
        return (path.parent / Path(name).name).read_bytes()

    source = Source(path.name, path.read_text(encoding="utf-8"))
    page = read_page(source, BUILT_IN, load)
    return Map(page.path, page.title, page.journey) if page and page.journey else None


def context_in(language: str = "en") -> Context:
    """A page of an English site, or of another language."""
    return Context(translator(language), BUILT_IN, Anchors(), lambda _: None)


_LAST = st.sampled_from(
    [{"end": "done"}, {"goto": "i"}, {"goto": "gone"}, {"email": "E", "goto": "i"}]
)


def flows_of(plain: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Blocks]:
    """Flows of some blocks, nested in conditions and splits as deeply as one likes."""
    return _lists(st.recursive(plain, _branching, max_leaves=12)).filter(bool)


def _lists(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Blocks]:
    """Blocks in a row; only the last one may end or jump, so that each can be reached."""
    return st.tuples(st.lists(blocks, max_size=3), st.none() | _LAST).map(
        lambda pair: pair[0] + ([dict(pair[1])] if pair[1] else [])
    )


def _branching(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = _lists(blocks)
    way = st.fixed_dictionaries({"share": st.just("50%"), "do": lists})
    return st.fixed_dictionaries({"if": st.just("Q"), "then": lists, "else": lists}) | (
        st.fixed_dictionaries({"split": st.lists(way, min_size=1, max_size=3)})
    )
