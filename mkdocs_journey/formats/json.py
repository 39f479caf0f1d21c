"""A map as data for scripts and other tools, and back; `data` says in which form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from mkdocs_journey.atlas import Map
from mkdocs_journey.formats.data import map_data
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, check_map
from mkdocs_journey.formats.language import in_language


def write(map: Map) -> str:
    """The map as JSON, indented by two, with a line break at its end."""
    return write_data(map_data(map)).decode()


def write_data(data: Mapping[str, Any]) -> bytes:
    """Data of a map, as `map_data` gives it, as the same file in UTF-8."""
    return encode(data, indent=2) + b"\n"


def encode(data: Mapping[str, Any], *, indent: int | None = None) -> bytes:
    """Data as JSON in UTF-8, on one line where nothing is indented.

    Pydantic's encoder is compiled, where the library indents with its encoder in Python alone.
    """
    try:
        return to_json(data, indent=indent)
    except PydanticSerializationError:  # for lone surrogates, which are rare
        text = without_surrogates(json.dumps(data, ensure_ascii=False))
        return to_json(json.loads(text), indent=indent)


def read(content: str) -> Imported:
    """The map of a JSON file that `write` wrote, or of a bare `journey` in the language's forms.

    Raises `FormatError`.
    """
    check_bytes(content)
    try:
        data = json.loads(content.removeprefix("\ufeff"), parse_constant=_no_constant)
        journey = data.get("journey", data) if isinstance(data, dict) else None
        found = in_language(journey)
    except RecursionError:
        raise FormatError("brackets nested too deep for a map: export it anew") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"{place}: no JSON here ({error.msg.lower()}): mend it") from None
    except ValueError as error:
        raise FormatError(f"no JSON that a map can hold: {error}") from None
    if not isinstance(found, dict):
        raise FormatError("no map here: write an object with `journey`, or with `stages`")
    check_map(found)
    is_whole = found is not data and "journey" in data
    title, tags = (data.get("title"), data.get("tags")) if is_whole else (None, None)
    return Imported(
        found,
        title if isinstance(title, str) else "",
        tuple(map(str, tags)) if isinstance(tags, list) else (),
    )


def _no_constant(name: str) -> None:
    raise ValueError(f"`{name}` is no number: leave it out")


def without_surrogates(text: str) -> str:
    """Text that a UTF-8 file can hold: YAML can spell lone surrogates, which none can."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "ignore").decode("utf-8")
    return text
