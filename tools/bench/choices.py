"""What a site's owner can do about a build's time: one choice at a time, in the same site of maps.

`python -m tools.bench.choices 300` prints how many times the processor's time of the recommended
site each takes: folders of 25 maps, `navigation.prune`, Material's own Mermaid. It is no part of
`make bench`, as it takes some minutes of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from tools.bench.builds import write_pages
from tools.bench.places import lend_folder
from tools.bench.turns import run_quickest
from tools.corpus import SETTINGS, site

Pages: TypeAlias = Callable[[int], Iterator[tuple[str, str]]]
_FOLDER = re.compile(r"group-\d+/")


@dataclass(frozen=True, eq=False)
class Choice:
    """One way to set up a site."""

    label: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What `mkdocs.yml` says otherwise than the recommended one."""
    pages: Pages = site
    times: float = 1
    """How many times as long as the recommended site it is expected to take, about."""


def flat_site(maps: int) -> Iterator[tuple[str, str]]:
    """The same pages, all maps in one folder."""
    for path, text in site(maps):
        yield _FOLDER.sub("maps/", path), _FOLDER.sub("maps/", text)


def own_files(maps: int) -> Iterator[tuple[str, str]]:
    """The same pages, each with its map in a file of its own beside it."""
    for path, text in site(maps):
        _, block, body = text.split("---\n", 2)
        front = yaml.load(block, yaml.CSafeLoader)
        if "journey" not in front:
            yield path, text
            continue
        file = path.removesuffix(".md") + ".journey.yml"
        yield file, _yaml(front["journey"])
        front["journey"] = Path(file).name
        yield path, f"---\n{_yaml(front)}---\n{body}"


def _yaml(data: object) -> str:
    text: str = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    return text


_THEME = {"name": "material", "font": False}
RUNS = 3
_SECONDS = 0.016
"""What most of these sites take for each map, about."""
RECOMMENDED = Choice("folders of 25, navigation.prune")
CHOICES = (
    RECOMMENDED,
    Choice("folders of 25, no navigation.prune", {"theme": _THEME}),
    Choice("one folder, navigation.prune", pages=flat_site),
    Choice("one folder, no navigation.prune", {"theme": _THEME}, flat_site),
    Choice("each map in a file of its own", pages=own_files),
    Choice("diagrams: svg", {"plugins": ["search", {"journey": {**SETTINGS, "diagrams": "svg"}}]}),
    Choice(
        "mermaid2 beside Material",
        {"plugins": ["search", {"journey": SETTINGS}, "mermaid2"]},
        times=6,
    ),
    Choice("no search", {"plugins": [{"journey": SETTINGS}]}),
)


def main(maps: int) -> None:
    """Print a line a choice, of the quickest of some runs in which all sites are built."""
    with lend_folder() as folder:
        folders = {folder / str(number): choice for number, choice in enumerate(CHOICES)}
        for place, choice in folders.items():
            write_site(place, choice, maps)
        expected = {place: _SECONDS * maps * choice.times for place, choice in folders.items()}
        costs = run_quickest(expected, RUNS)
    times = {choice: costs[place].cpu for place, choice in folders.items()}
    recommended = times.pop(RECOMMENDED)
    print(f"{maps} maps, {RECOMMENDED.label}: {recommended:.1f} s")
    for choice, seconds in times.items():
        print(f"× {seconds / recommended:.2f}  {choice.label}")


def write_site(folder: Path, choice: Choice, maps: int) -> None:
    """The pages of a site, and its configuration as the choice has it."""
    write_pages(folder / "docs", choice.pages(maps))
    settings = {
        "site_name": "Bench",
        "theme": {**_THEME, "features": ["navigation.prune"]},
        "plugins": ["search", {"journey": SETTINGS}],
        **choice.settings,
    }
    (folder / "mkdocs.yml").write_text(_yaml(settings), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]))
