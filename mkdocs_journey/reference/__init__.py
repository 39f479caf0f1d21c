"""The reference as Markdown: keys, views and checks, each from its declarations in the code."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.model.schema import journey_schema, page_schema
from mkdocs_journey.reference.checks import rule_page, rules_page
from mkdocs_journey.reference.keys import keys_page
from mkdocs_journey.reference.markdown import NOTE
from mkdocs_journey.reference.views import views_page
from mkdocs_journey.rules import RULES

Pages = dict[str, str]


def pages(catalog: Catalog = BUILT_IN) -> Pages:
    """Every page of the reference by its path below the reference's folder."""
    rules = {f"rules/{rule.name}.md": rule_page(rule) for rule in RULES.values()}
    return {
        "index.md": index_page(),
        "keys.md": keys_page(catalog),
        "views.md": views_page(),
        "rules/index.md": rules_page(),
        **rules,
        "journey.schema.json": schema_page(journey_schema(catalog)),
        "front-matter.schema.json": schema_page(page_schema(catalog)),
    }


def index_page() -> str:
    """Entry to the reference."""
    return (
        f"---\ntitle: Reference\n---\n\n{NOTE}\n# Reference\n\n"
        "- [Keys](keys.md): everything that a map or a persona may hold, with an example each.\n"
        "- [Views across maps](views.md): what their blocks can ask for.\n"
        f"- [Checks](rules/index.md): all {len(RULES)} of them, with why, and what to write "
        "instead.\n"
        "- JSON Schemas, for editors that check and complete while you write: of "
        "[a map's own file](journey.schema.json), and of "
        "[a page's front matter](front-matter.schema.json).\n"
    )


def schema_page(schema: dict[str, Any]) -> str:
    """A JSON Schema with a line for each definition, so that changes can be read."""
    definitions = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(definition, ensure_ascii=False)}"
        for name, definition in schema["$defs"].items()
    )
    rest = ",\n".join(
        f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in schema.items()
        if key != "$defs"
    )
    return f'{{\n{rest},\n "$defs": {{\n{definitions}\n }}\n}}\n'
