"""What the last check found, kept until anything changes that it rests on.

A finding of one map may rest on any other: on its persona's page, its parent, the site's catalogue.
So the findings of the whole site are kept under one key, made from the content of all that was
read. What is kept is found again only where the same check would come to the same end.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs_journey.cli.files import write_whole
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.project import Pages, Project
from mkdocs_journey.source import Source, Span

FOLDER = ".mkdocs-journey-cache"
_PACKAGE = Path(__file__).parents[1]
_PARTS = ("mkdocs-journey", "babel", "pydantic", "PyYAML", "mermaid-render")
"""Packages whose version may change what is found, or how it is said."""

Load = Callable[[str], bytes | None]
"""`pages.Load`, which takes long to import."""


@dataclass(frozen=True)
class Outcome:
    """What a check of a whole site came to."""

    findings: tuple[Finding, ...]
    checked: int
    """Pages with a map or persona."""
    loaded: Mapping[str, str]
    """Digests of the files that pages name as their maps, by path."""


class Loads:
    """Reads maps' own files, and notes the digest of each."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self.digests: dict[str, str] = {}

    def __call__(self, path: str) -> bytes | None:
        """Read a file as the reader within does."""
        self.digests[path] = digest(self._load, path)
        return self._load(path)


def digest(load: Load, path: str) -> str:
    """What stands for a file's content, and for its not being there."""
    try:
        content = load(path)
    except PermissionError:
        return "outside"
    return "missing" if content is None else sha256(content).hexdigest()


def make_key(project: Project, pages: Pages) -> str:
    """Digest of all that a check rests on, but for maps' own files."""
    whole = sha256()
    for part in _key_parts(project, pages):
        whole.update(f"{len(part)}:{part}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _key_parts(project: Project, pages: Pages) -> Iterator[str]:
    yield platform.python_version()
    yield from map(_version, _PARTS)
    for folder, names, files in os.walk(_PACKAGE):
        names[:] = sorted(set(names) - {"__pycache__"})  # It is written while a check runs.
        for file in sorted(files):
            stat = Path(folder, file).stat()
            yield f"{folder}/{file} {stat.st_size} {stat.st_mtime_ns}"
    yield project.source.path
    yield project.source.text
    yield repr(project.options)
    yield project.today.isoformat()
    yield repr(sorted(pages.outside))
    yield "\0".join(sorted(pages.files or ()))
    yield repr(project.settings.values.get("exclude_docs"))
    for path, content in chain(pages.contents.items(), pages.linked.items()):
        yield path
        yield sha256(content).hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def recall(folder: Path, key: str, load: Load) -> Outcome | None:
    """What was kept under a key; `None` where nothing was, or a map's own file has changed."""
    try:
        kept = json.loads((folder / "check.json").read_text(encoding="utf-8"))
        if kept["key"] != key:
            return None
        outcome = _read(kept)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None  # Nothing there, or not by this program: it is written anew.
    is_same = all(digest(load, path) == was for path, was in outcome.loaded.items())
    return outcome if is_same else None


def keep(folder: Path, key: str, outcome: Outcome) -> None:
    """Keep what a check found; a folder that cannot be written to costs time, no more."""
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            write_whole(ignore, "# Made by mkdocs-journey; it may be deleted.\n*\n")
        write_whole(folder / "check.json", json.dumps({"key": key, **_written(outcome)}))
    except OSError:
        return


def _written(outcome: Outcome) -> dict[str, Any]:
    rules: dict[str, Rule] = {}
    sources: dict[Source, int] = {}
    for finding in outcome.findings:
        rules[finding.rule.name] = finding.rule
        sources.setdefault(finding.source, len(sources))
    return {
        "checked": outcome.checked,
        "loaded": outcome.loaded,
        "rules": {name: asdict(rule) for name, rule in rules.items()},
        "sources": [[source.path, source.text] for source in sources],
        "findings": [
            [found.rule.name, found.message, sources[found.source], *found.span, found.severity]
            for found in outcome.findings
        ],
    }


def _read(kept: dict[str, Any]) -> Outcome:
    rules = {
        name: Rule(**{**rule, "severity": Severity(rule["severity"])})
        for name, rule in kept["rules"].items()
    }
    sources = [Source(path, text) for path, text in kept["sources"]]
    findings = tuple(
        Finding(rules[rule], message, sources[source], Span(start, end), Severity(severity))
        for rule, message, source, start, end, severity in kept["findings"]
    )
    return Outcome(findings, int(kept["checked"]), dict(kept["loaded"]))
