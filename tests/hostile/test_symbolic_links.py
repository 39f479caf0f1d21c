"""Symbolic links out of the site, and in a ring, at every key that takes a path."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Template

import pytest
from click.testing import CliRunner

from mkdocs_journey.cli.main import main
from tests.builds import Built, make, write_site

SECRET = "SECRET"
MAP = "---\njourney: {stages: [{name: Buy, %s}]}\n---\n\n# Title\n"
HEADER = "---\njourney: {%s, stages: [{name: Buy}]}\n---\n\n# Title\n"
BLOCK = "# Title\n\n/// journey | %s\n    %s\n///\n"
PLACES = {
    "journey": "---\njourney: $yaml\n---\n\n# Title\n",
    "avatar": "---\npersona: {name: Ana, avatar: $picture}\n---\n\n# Title\n",
    "image": MAP % "image: {src: $picture, alt: A}",
    "parent": HEADER % "parent: $page",
    "improves": HEADER % "kind: future-state, improves: $page",
    "stage": MAP % "journey: $page",
    "link": MAP % "links: [{text: A, url: $page}]",
    "text": MAP % 'doing: "[A]($page)"',
    "of": BLOCK % ("curve", "of: $page"),
    "with": BLOCK % ("compare", "of: ../map.md\n    with: $page"),
}
"""Pages that name a file, by the key that does."""
WAYS = {
    "file": {"page": "out.md", "picture": "out.png", "yaml": "out.yml"},
    "folder": {"page": "out/map.md", "picture": "out/shot.png", "yaml": "out/secret.yml"},
    "ring": {"page": "ring/map.md", "picture": "ring/shot.png", "yaml": "ring/secret.yml"},
}
"""Files behind a link that is the file, behind one that is its folder, and behind one to itself."""
EXPECTED = {
    "out.md": ["outside-site"],
    **{f"{key}-{way}.md": ["outside-site"] for key in PLACES for way in ("file", "folder")},
    **{f"{key}-{way}.md": ["view-of-unknown-page"] for key in ("of", "with") for way in WAYS},
    **{f"{key}-ring.md": ["unknown-map"] for key in ("parent", "improves", "stage")},
    "journey-ring.md": ["missing-file"],
    "avatar-ring.md": ["broken-link"],
}
"""Findings of each page."""
BROKEN = {f"{key}-ring.md": ["broken-link"] for key in ("image", "link", "text")}
"""Pictures and pages that are nowhere: of them a check speaks, and in a build MkDocs itself."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("links")
    outside = root / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text(f"stages: [{{name: {SECRET}}}]\n", encoding="utf-8")
    (outside / "map.md").write_text(
        f"---\njourney: {{stages: [{{name: {SECRET}, {SECRET}: 1}}]}}\n---\n", encoding="utf-8"
    )
    (outside / "readme.md").write_text("# Read me\n\nfile:///tmp\n", encoding="utf-8")
    (outside / "shot.png").write_text(SECRET, encoding="utf-8")
    pages: dict[str, str | bytes] = {
        f"l/{key}-{way}.md": Template(page).substitute(names)
        for key, page in PLACES.items()
        for way, names in WAYS.items()
    }
    # MkDocs would copy the ring, and stop there: a site may leave it out, maps may name it.
    config = write_site(root / "site", pages, exclude_docs="ring")
    folder = config.parent / "docs/l"
    links = {
        "out.md": outside / "map.md",
        "out.png": outside / "shot.png",
        "out.yml": outside / "secret.yml",
        "out": outside,
        "ring": folder / "ring",
        "readme.md": outside / "readme.md",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    return make(config)


def rules_by_page(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        match = re.search(r"docs/l/([\w./-]+):\d+:\d+: .* \[([\w-]+)\]$", line)
        if match is not None:
            found.setdefault(match[1], []).append(match[2])
    return found


def test_a_build_names_every_link_out_of_the_site(site: Built) -> None:
    found = rules_by_page(list(site.messages))
    assert found == {**EXPECTED, "out/map.md": ["outside-site"]}


def test_a_check_finds_what_a_build_finds(site: Built) -> None:
    config = site.folder.parent / "mkdocs.yml"
    for _ in range(2):  # The second is answered from what the first has kept.
        run = CliRunner().invoke(main, ["check", "--config", str(config), "--format", "json"])
        found: dict[str, list[str]] = {}
        for item in json.loads(run.stdout)["findings"]:
            if "/docs/l/" in item["path"]:
                found.setdefault(Path(item["path"]).name, []).append(item["rule"])
        assert found == {**EXPECTED, **BROKEN}
        assert SECRET not in run.output


def test_nothing_behind_a_link_is_read_as_a_map(site: Built) -> None:
    assert not [line for line in site.messages if SECRET in line]
    assert SECRET not in site.read("journeys.json")
    for key in PLACES:
        for way in WAYS:
            assert SECRET not in site.read(f"l/{key}-{way}/index.html")
    assert 'class="journey ' not in site.read("l/out/index.html")
