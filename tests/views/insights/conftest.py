"""Maps in a line, for numbers that can be checked by hand."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.values.base import Reading

MakeJourney: TypeAlias = Callable[..., Journey]


@pytest.fixture(scope="session")
def make_journey() -> MakeJourney:
    """One stage `Buy` of the touchpoints given, or the stages and other keys given."""

    def make(*touchpoints: dict[str, Any], **keys: Any) -> Journey:
        stages = keys.pop("stages", [{"name": "Buy", "touchpoints": list(touchpoints)}])
        data = {"stages": stages, **keys}
        personas = frozenset(item for item in keys.get("personas", ()) if isinstance(item, str))
        return identify(Journey.model_validate(data, context=Reading(BUILT_IN, personas)))

    return make
