"""The published schema as tests ask it."""

from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from mkdocs_journey.model.schema import journey_schema, page_schema


class Loader(yaml.SafeLoader):
    """Leaves dates as the texts that they are to YAML 1.2."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_json(value: Any) -> Any:
    """YAML as editors hand it to a validator: keys as texts."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value


@cache
def validator(name: str) -> Draft202012Validator:
    schema = journey_schema() if name == "journey" else page_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def complaints(text: str, name: str = "journey") -> list[str]:
    """What the schema rejects in a YAML text."""
    data = as_json(yaml.load(text, Loader))  # noqa: S506
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(data)]
