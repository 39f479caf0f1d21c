"""The rooms' order: each imports only from those before it, and hosts only where they belong."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = "mkdocs_journey"
FOLDER = Path(__file__).parents[1] / PACKAGE

# CONTRIBUTING.md says what lives in each room, in the same order.
ROOMS = (
    "source",
    "diagnostics",
    "days",
    "front_matter",
    "edits",
    "languages",
    "translations",
    "catalog",
    "values",
    "lanes",
    "model",
    "pages",
    "repairs",
    "surroundings",
    "atlas",
    "differences",
    "queries",
    "blocks",
    "rules",
    "views",
    "reference",
    "render",
    "diagrams",
    "formats",
    "merging",
    "reporters",
    "drawing",
    "compilation",
    "project",
    "extension",
    "plugin",
    "cli",
)

# Shells that know nothing of each other, although one stands after the other.
STRANGERS = {"cli": ("extension", "plugin")}

# What reaches out of the pure core, or may be swapped one day, is imported in one room.
ONLY_IN = {
    "babel": ("translations",),
    "click": ("cli",),
    "logging": ("extension", "plugin"),
    "markdown": ("extension",),
    "mermaid_render": ("diagrams",),
    "mkdocs": ("plugin",),
    "openpyxl": ("formats",),
    "pathspec": ("project",),
    "pymdownx": ("extension",),
    # Maps are read with places and without YAML's types, the configuration the other way round.
    # Maps are written by neither.
    "yaml": ("formats", "front_matter", "project"),
}


class Import(NamedTuple):
    """One imported name, with dots: `mkdocs_journey.source.Span`, `yaml`."""

    line: int
    name: str


def read_imports(code: str, package: str) -> Iterator[Import]:
    """List every import, in functions and under `TYPE_CHECKING` too: both are knowledge."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            base = ".".join(parents[: len(parents) - node.level + 1]) if node.level else ""
            source = ".".join(filter(None, [base, node.module]))
            yield from (Import(node.lineno, f"{source}.{alias.name}") for alias in node.names)


def find_room(name: str) -> str | None:
    """Return the room that a name belongs to, the inner one first: `model.cards`, then `model`."""
    inside = name.removeprefix(f"{PACKAGE}.")
    found = [room for room in ROOMS if f"{inside}.".startswith(f"{room}.")]
    return max(found, key=len, default=None)


def find_breaches(code: str, module: str, package: str) -> list[str]:
    """Say which imports of a module break the order, and how."""
    room = find_room(module)
    rank = ROOMS.index(room) if room else -1
    breaches = []
    for line, name in read_imports(code, package):
        top = name.split(".")[0]
        target = find_room(name) if top == PACKAGE else None
        if target and ROOMS.index(target) > rank:
            breaches.append(f"{module}:{line}: `{room}` imports `{target}`, which stands after it")
        elif target in STRANGERS.get(room or "", ()):
            breaches.append(f"{module}:{line}: `{room}` and `{target}` know nothing of each other")
        elif room not in ONLY_IN.get(top, (room,)):
            breaches.append(f"{module}:{line}: only {ONLY_IN[top]} import `{top}`")
    return breaches


def list_modules() -> Iterator[tuple[str, str, Path]]:
    """Yield each module's name, its package's and its file."""
    for file in sorted(FOLDER.rglob("*.py")):
        parts = [PACKAGE, *file.relative_to(FOLDER).with_suffix("").parts]
        package = ".".join(parts[:-1])
        yield (package if parts[-1] == "__init__" else ".".join(parts)), package, file


MODULES = list(list_modules())


@pytest.mark.parametrize(
    ("module", "package", "file"), MODULES, ids=[module for module, _, _ in MODULES]
)
def test_a_module_imports_only_from_rooms_before_its_own(
    module: str, package: str, file: Path
) -> None:
    assert module == PACKAGE or find_room(module), f"{module} stands in no room: add one to ROOMS"
    assert find_breaches(file.read_text(encoding="utf-8"), module, package) == []


@pytest.mark.parametrize(
    "code",
    [
        "import mkdocs_journey.plugin",
        "from mkdocs_journey.plugin import JourneyPlugin",
        "from mkdocs_journey import plugin",
        "from .. import plugin",
        "from ..plugin import JourneyPlugin",
        "def late():\n    from mkdocs_journey import plugin",
        "if TYPE_CHECKING:\n    from mkdocs_journey import plugin",
        "import mkdocs.plugins",
        "from markdown import Markdown",
        "import logging",
    ],
)
def test_every_way_to_reach_ahead_is_seen(code: str) -> None:
    assert find_breaches(code, "mkdocs_journey.views.grid", "mkdocs_journey.views")


def test_the_command_line_and_the_plugin_do_not_know_each_other() -> None:
    code = "from mkdocs_journey.plugin import JourneyPlugin"
    assert find_breaches(code, "mkdocs_journey.cli.check", "mkdocs_journey.cli")


def test_looking_back_and_sideways_is_allowed() -> None:
    code = "from mkdocs_journey.model import Journey\nfrom . import curve\nfrom .curve import Piece"
    assert find_breaches(code, "mkdocs_journey.views.grid", "mkdocs_journey.views") == []


def test_contributing_shows_the_rooms_in_their_order(repository: Path) -> None:
    text = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## The rooms")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `([\w.]+)` \|", table, flags=re.MULTILINE)) == ROOMS
