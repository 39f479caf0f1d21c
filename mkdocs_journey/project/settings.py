"""`mkdocs.yml`, or what another engine calls it, read without its engine.

Maps are read with places and without YAML's types (`front_matter`). Here it is the other way round:
what the plugin is given must have the types that YAML gives it, and no place. So this file has a
loader of its own, which never builds anything but plain values.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.front_matter.rules import ALIAS_CYCLE
from mkdocs_journey.project.errors import ProjectError
from mkdocs_journey.source import Source

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml")
"""Configurations by their names; where a folder has several, the first counts."""
MOST_BYTES = 2_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Settings:
    """What a site's configuration says, with that of the files that it inherits from."""

    file: Path
    source: Source
    """The file's own text, for findings in it."""
    values: Mapping[str, Any]


def find_settings(start: Path) -> Path:
    """The configuration in a folder or the nearest one above it; raises `ProjectError`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
    message = f"no mkdocs.yml in {start} or above it: go to the site's folder, or name the file"
    raise ProjectError(f"{message} with `--config`")


def read_settings(file: Path, environment: Mapping[str, str]) -> Settings:
    """Read a configuration as MkDocs does, tags that would run code left alone.

    `INHERIT` names a file whose mappings this one's are merged into; `!ENV` takes a variable of
    the environment. Raises `ProjectError` for what cannot be read.
    """
    source, values = _read(file, environment, ())
    return Settings(file, source, values)


def configuration_source(file: Path) -> Source:
    """Text of a configuration, for findings in it."""
    return Source(file.name, file.read_text(encoding="utf-8", errors="replace"))


def _read(
    file: Path, environment: Mapping[str, str], below: tuple[Path, ...]
) -> tuple[Source, dict[str, Any]]:
    if file in below:
        raise ProjectError(f"{file} inherits from itself: take its `INHERIT` out")
    try:
        size = file.stat().st_size
        source = configuration_source(file) if size <= MOST_BYTES else None
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise ProjectError(f"{file}: {reason}: write the path of a mkdocs.yml") from None
    if source is None:
        raise ProjectError(f"{file} has {size:,} bytes: keep it below {MOST_BYTES:,}")
    values = _load(file, source, environment)
    parent = values.pop("INHERIT", None)
    if parent is None:
        return source, values
    if not isinstance(parent, str):
        raise ProjectError(f"{file}: `INHERIT` is no path: write the path of one file")
    _, inherited = _read((file.parent / parent).resolve(), environment, (*below, file))
    return source, _merge(inherited, values)


def _load(file: Path, source: Source, environment: Mapping[str, str]) -> dict[str, Any]:
    if file.suffix == ".toml":
        return _load_toml(file, source)
    matter = read_yaml(source)  # bounded in depth, size and aliases, which PyYAML is not
    fatal = [item for item in matter.findings if matter.is_broken or item.rule is ALIAS_CYCLE]
    if fatal and source.text.strip():
        first = matter.recovery.findings[0] if matter.recovery else fatal[-1]
        line, column = first.position
        raise ProjectError(f"{file}:{line}:{column}: {first.message}")
    try:
        values = yaml.load(source.text, Loader=_loader(environment))  # noqa: S506 (a safe one)
    except (yaml.YAMLError, ValueError) as error:
        raise ProjectError(f"{file}: {' '.join(str(error).split())}: mend this value") from None
    return values if isinstance(values, dict) else {}


def _load_toml(file: Path, source: Source) -> dict[str, Any]:
    """Values of Zensical's own format, which may all stand below `project`."""
    try:
        values = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProjectError(f"{file}: {' '.join(str(error).split())}: mend this line") from None
    project = values.get("project", values)
    return project if isinstance(project, dict) else {}


def _loader(environment: Mapping[str, str]) -> Any:
    """A loader of plain values that knows `!ENV`, and takes other tags' values as they stand."""

    class Loader(_LOADER):  # type: ignore[misc, valid-type]
        """Own constructors stay out of everybody else's loader."""

    def variable(loader: Any, node: yaml.Node) -> Any:
        """Value of the first variable that is set, else the default, as `pyyaml-env-tag` reads."""
        names = [node] if isinstance(node, yaml.ScalarNode) else list(node.value)
        default = loader.construct_object(names.pop()) if len(names) > 1 else None
        for name in names:
            value = environment.get(str(name.value))
            if value is not None:
                tag = loader.resolve(yaml.ScalarNode, value, (True, False))
                return loader.construct_object(yaml.ScalarNode(tag, value))
        return default

    def leave(loader: Any, _tag: str, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return loader.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node, deep=True)
        return loader.construct_scalar(node)

    Loader.add_constructor("!ENV", variable)
    Loader.add_multi_constructor("", leave)
    return Loader


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Mappings merged key by key; of all else the upper one's."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        both = isinstance(under, dict) and isinstance(value, dict)
        merged[key] = _merge(under, value) if both else value  # type: ignore[arg-type]
    return merged


def named_folder(docs: str, configuration: str | None) -> str:
    """Folder of the pages as messages name it: relative to the configuration file."""
    root = Path(configuration).parent if configuration else Path.cwd()
    return Path(os.path.relpath(docs, root)).as_posix()
