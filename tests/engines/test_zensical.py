"""Zensical draws the same maps by the Markdown extension alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.engines.sites import Built, copy, engine, run

PAGES = ("all", "journeys/buying", "journeys/devolução", "journeys/returning", "personas/ana")
ARTICLE = re.compile(r'<article\b.*?(<div class="journey\b.*)</article>', re.DOTALL)
NOT_ON_ZENSICAL = re.compile(
    r'<a [^>]* download>.*?</a>|<symbol id="journey-i-file".*?</symbol>| data-journey-js hidden'
    r"| data-search-exclude",  # Zensical takes it out once search has read it.
    re.DOTALL,
)
FRONT = "---\ntitle: Odd\njourney: {stages: [{name: Buy, chanel: web}]}\n---\n"


def write(folder: Path, assets: bool = True) -> Path:
    """The site as Zensical's users have it."""
    configuration = copy(folder, "zensical.yml")
    if assets:
        command = engine("zensical").executable.with_name("mkdocs-journey")
        subprocess.run([str(command), "assets"], cwd=folder, check=True, capture_output=True)
    return configuration


def build(configuration: Path, *options: str) -> Built:
    return run([str(engine("zensical").executable), "build", *options], configuration)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site, which Zensical finds every link and anchor of."""
    return build(write(tmp_path_factory.mktemp("zensical")), "--strict")


def test_it_shows_the_maps_that_mkdocs_shows(built: Built, tmp_path: Path) -> None:
    expected = run([sys.executable, "-m", "mkdocs", "build", "--strict"], copy(tmp_path))
    for page in PAGES:
        assert views(built, page) == views(expected, page)


def views(built: Built, page: str) -> list[str]:
    """Elements of a page's views, with where their links lead, but for what cannot be there."""
    found = ARTICLE.search(built.read(f"{page}/index.html"))
    assert found is not None
    html = NOT_ON_ZENSICAL.sub("", found[1])
    html = re.sub(r'href="([^"]*)"', lambda link: f'href="{urljoin(f"/{page}/", link[1])}"', html)
    return [part for part in html.replace("<", "\n<").splitlines() if part.strip()]


def test_nothing_is_said_of_a_site_without_faults(built: Built) -> None:
    said = [line.strip() for line in built.output.splitlines() if line.strip()]
    assert said[0] == "Build started"
    assert {"No issues found"} == {line for line in said[1:] if not line.startswith("Build fin")}


def test_contents_and_search_know_the_moments(built: Built) -> None:
    page = built.read("journeys/buying/index.html")
    assert 'href="#buy-checkout" class="md-nav__link"' in page
    assert "No grind is named" in built.read("search.json")


def test_pages_load_the_stylesheet_and_the_script(built: Built) -> None:
    page = built.page("journeys/buying/index.html")
    for tag, name in (("link", "href"), ("script", "src")):
        addresses = [found.get(name, "") for found_tag, found in page.elements if found_tag == tag]
        (address,) = [address for address in addresses if "mkdocs-journey" in address]
        assert (built.folder / "journeys/buying" / address).resolve().stat().st_size > 1000


def test_findings_stand_in_the_build_s_output(tmp_path: Path) -> None:
    configuration = write(tmp_path, assets=False)
    (tmp_path / "docs" / "odd.md").write_text(FRONT, encoding="utf-8")
    settings = configuration.read_text(encoding="utf-8")
    wrong = settings.replace("extra_css:", "extra:\n  other:").replace("svg", "png")
    configuration.write_text(wrong, encoding="utf-8")
    output = build(configuration).output
    for message in (
        "mkdocs.yml:19:17: error J601 `diagrams` is `png`",
        "docs/odd.md:3:32: error J201 unknown key `chanel`: did you mean `channel`",
        "docs/odd.md: Zensical draws nothing of a page without text: write its heading, `# Odd`, "
        "below the front matter",
        "no `journey.css` in `extra_css`: run `mkdocs-journey assets`, and write "
        "`assets/mkdocs-journey/journey.css` there",
        "docs/assets/mkdocs-journey/journey.js is of another version, or missing: "
        "run `mkdocs-journey assets`",
    ):
        assert output.count(message) == 1, output


def test_a_clean_build_sees_what_a_page_depends_on(tmp_path: Path) -> None:
    configuration = write(tmp_path)
    build(configuration)
    persona = tmp_path / "docs" / "personas" / "ana.md"
    text = persona.read_text(encoding="utf-8").replace("Ana Martins", "Ana Souza")
    persona.write_text(text, encoding="utf-8")
    again = build(configuration, "--clean")
    assert "Ana Souza" in again.page("journeys/buying/index.html").text


def test_pages_may_be_files_instead_of_folders(tmp_path: Path) -> None:
    configuration = write(tmp_path)
    settings = configuration.read_text(encoding="utf-8")
    configuration.write_text(settings.replace("urls: true", "urls: false"), encoding="utf-8")
    page = build(configuration, "--strict").read("journeys/buying.html")
    assert 'href="../shop.html#beans"' in page
    assert 'href="returning.html#send-back-label"' in page


def test_its_own_format_of_settings_is_read(tmp_path: Path) -> None:
    configuration = write(tmp_path)
    configuration.unlink()
    (tmp_path / "zensical.toml").write_text(
        '[project]\nsite_name = "Coffee"\n[project.theme]\nlanguage = "pt-BR"\n'
        '[project.markdown_extensions.mkdocs_journey]\nlanes = { risks = "Riscos" }\n'
        '[project.markdown_extensions.mkdocs_journey.channels]\nkiosk = "Quiosque"\n',
        encoding="utf-8",
    )
    built = build(tmp_path / "zensical.toml")
    text = built.page("journeys/buying/index.html").text
    assert "Quiosque" in text and "Riscos" in text and "Ponto de contato" in text
