"""The corpus of attacks: what each gives, through a build and the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_journey.cli.main import main
from tests.builds import Built, make, write_site
from tests.hostile.attacks import REMOVED
from tests.html import Page

FOLDER = Path(__file__).parents[1] / "data" / "attacks"
ATTACKS: dict[str, dict[str, Any]] = {
    f"attacks/{file.stem}/{re.sub('[^a-z]+', '-', attack['name'])}": attack
    for file in sorted(FOLDER.glob("*.yml"))
    for attack in yaml.safe_load(file.read_text(encoding="utf-8"))
}
"""Attacks by the path of their page, without its ending."""
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
SECRET = "SECRET"


def page_of(attack: dict[str, Any]) -> bytes:
    if "bytes" in attack:
        return bytes.fromhex(attack["bytes"])
    text, times = attack.get("fill", ("", 0))
    return str(attack["page"]).replace("{fill}", text * times).encode()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """A site with all attacks, and the same site without any."""
    root = tmp_path_factory.mktemp("corpus")
    outside = root / "outside"
    outside.mkdir()
    for name in ("secret.yml", "map.md", "shot.png"):
        (outside / name).write_text(f"stages: [{{name: {SECRET}}}]\n", encoding="utf-8")
    nav = ["index.md", "map.md", "shop.md", {"Ana": "personas/ana.md"}]
    pages = {f"{path}.md": page_of(attack) for path, attack in ATTACKS.items()}
    attacked = write_site(root / "attacked", pages, nav=nav)
    for path, attack in ATTACKS.items():
        folder = (root / "attacked/docs" / path).parent
        for name, target in attack.get("links", {}).items():
            (folder / name).symlink_to(target.replace("/outside", str(outside)))
    return make(attacked), make(write_site(root / "innocent", {}, nav=nav))


@pytest.mark.parametrize("path", ATTACKS)
def test_an_attack_gives_its_findings_and_no_more(sites: tuple[Built, Built], path: str) -> None:
    attack, built = ATTACKS[path], sites[0]
    assert not built.aborted
    own = [line for line in built.messages if f"docs/{path}.md:" in line]
    assert sorted(line.rpartition("[")[2][:-1] for line in own) == sorted(attack["findings"])
    html = built.read(f"{path}/index.html")
    page = Page(html[html.index('role="main">') : html.index("<footer")])
    assert page.dangers() == []
    assert [text for text in attack.get("absent", ()) if text in html] == []
    assert [text for text in attack.get("shown", ()) if text not in page.text] == []
    assert not REMOVED.keys() & set(map(ord, html))


def test_other_pages_and_files_are_untouched(sites: tuple[Built, Built]) -> None:
    attacked, innocent = sites
    for path in ("index.html", "map/index.html", "map/map.csv", "map/map.json", "shop/index.html"):
        date = re.compile("Build Date UTC : .*")
        assert date.sub("", attacked.read(path)) == date.sub("", innocent.read(path)), path


def test_nothing_from_outside_the_site_comes_in(sites: tuple[Built, Built]) -> None:
    built = sites[0]
    for file in built.folder.rglob("*"):
        if file.suffix in (".html", ".json", ".csv"):
            assert SECRET not in file.read_text(encoding="utf-8"), file
    assert not [line for line in built.messages if SECRET in line]


def test_logs_hold_nothing_that_a_terminal_obeys(sites: tuple[Built, Built]) -> None:
    for line in sites[0].messages:
        if "journey: " in line:
            assert not REMOVED.keys() & set(map(ord, line))
            assert "\n" not in line


@pytest.mark.parametrize("format", FORMATS)
def test_checks_report_attacks_as_text(sites: tuple[Built, Built], format: str) -> None:
    config = sites[0].folder.parent / "mkdocs.yml"
    run = CliRunner().invoke(main, ["check", "--config", str(config), "--format", format])
    assert run.exit_code == 1
    controls = REMOVED.keys() & set(map(ord, run.stdout))
    assert not controls
    if format in ("json", "gitlab", "sarif"):
        assert json.loads(run.stdout)
    if format == "github":
        assert all(
            re.match("::(?:error|warning|notice) ", line) for line in run.stdout.split("\n")[:-1]
        )
