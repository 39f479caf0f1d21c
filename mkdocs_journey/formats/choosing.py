"""Which format a file is of, by its name and its text."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats import csv, json, markdown, mermaid, xlsx, yaml
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, decode_text
from mkdocs_journey.front_matter import find_front_matter, mentions
from mkdocs_journey.source import Source

READ = ("csv", "tsv", "xlsx", "json", "yml", "yaml", "md", "markdown", "mmd", "mermaid")
"""Endings of the files that can be read."""


def read_file(name: str, content: bytes, catalog: Catalog) -> Imported:
    """The map of a file, its title made from the name where it has none; raises `FormatError`."""
    check_bytes(content)
    path = PurePosixPath(name)
    found = _read(path.suffix.lower().lstrip("."), content, catalog)
    if found.title:
        return found
    stem = path.name.split(".")[0].replace("-", " ").replace("_", " ").strip()
    return Imported(found.journey, stem.capitalize(), found.tags, found.notes)


def _read(ending: str, content: bytes, catalog: Catalog) -> Imported:
    match ending:
        case "csv" | "tsv":
            return csv.read(content, catalog)
        case "xlsx":
            return xlsx.read(content, catalog)
        case "json":
            return json.read(decode_text(content))
        case "yml" | "yaml":
            return yaml.read(decode_text(content))
        case "md" | "markdown":
            return _read_text(decode_text(content), catalog)
        case "mmd" | "mermaid":
            return mermaid.read(decode_text(content), catalog)
    endings = ", ".join(f".{item}" for item in READ)
    raise FormatError(f"no map is read from a file like this: its name must end with {endings}")


def _read_text(text: str, catalog: Catalog) -> Imported:
    """A Markdown file: its front matter, else a `journey` diagram, else a table."""
    source = Source("", text)
    front = find_front_matter(source)
    if front is not None and mentions(source, front[0]) is not None:
        return yaml.read(text)
    if any(line.strip().lower() == "journey" for line in text.splitlines()):
        return mermaid.read(text, catalog)
    return markdown.read(text, catalog)
