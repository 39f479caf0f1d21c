"""Which format a file is of, by its name and its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats import csv, json, markdown, mermaid, xlsx, yaml
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, decode_text
from mkdocs_journey.front_matter import find_front_matter, mentions
from mkdocs_journey.source import Source

_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "csv",
        "tsv": "csv",
        "xlsx": "xlsx",
        "json": "json",
        "yml": "yaml",
        "yaml": "yaml",
        "md": "markdown",
        "markdown": "markdown",
        "mmd": "mermaid",
        "mermaid": "mermaid",
    }
)
"""Format of the files that can be read, by their endings."""


def find_format(name: str, content: bytes) -> str:
    """Format of a file, as exports name it; raises `FormatError` where it is none of them.

    A Markdown file is `yaml` where it has a map in its front matter, else `mermaid` where it has a
    `journey` diagram, else `markdown`, which is a table.
    """
    check_bytes(content)
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    if ending not in _ENDINGS:
        endings = ", ".join(f".{item}" for item in _ENDINGS)
        message = "no map is read from a file like this: its name must end with"
        raise FormatError(f"{message} {endings}")
    found = _ENDINGS[ending]
    return _find_in_page(decode_text(content)) if found == "markdown" else found


def _find_in_page(text: str) -> str:
    source = Source("", text)
    front = find_front_matter(source)
    if front is not None and mentions(source, front[0]) is not None:
        return "yaml"
    is_diagram = any(line.strip().lower() == "journey" for line in text.splitlines())
    return "mermaid" if is_diagram else "markdown"


def read_file(name: str, content: bytes, catalog: Catalog) -> Imported:
    """The map of a file, its title made from the name where it has none; raises `FormatError`."""
    found = _read(find_format(name, content), content, catalog)
    if found.title:
        return found
    stem = PurePosixPath(name).name.split(".")[0].replace("-", " ").replace("_", " ").strip()
    return replace(found, title=stem.capitalize())


def _read(format: str, content: bytes, catalog: Catalog) -> Imported:
    match format:
        case "csv":
            return csv.read(content, catalog)
        case "xlsx":
            return xlsx.read(content, catalog)
        case "json":
            return json.read(decode_text(content))
        case "yaml":
            return yaml.read(decode_text(content))
        case "mermaid":
            return mermaid.read(decode_text(content), catalog)
    return markdown.read(decode_text(content), catalog)
