"""Attacks in every text of a map, in each file that it can be taken along as."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import openpyxl
import pytest
import yaml
from markdown import Markdown

from mkdocs_journey.cli.export import FORMATS
from mkdocs_journey.compilation import Compilation, compile_site
from mkdocs_journey.formats import site
from mkdocs_journey.project import open_project
from mkdocs_journey.source import Source
from tests.hostile.attacks import ATTACKS, REMOVED, Attacker
from tests.hostile.test_places import TODAY
from tests.strict_html import Drawn

MORE = {
    "formula": "=HYPERLINK(\"http://x\",\"y\")",
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(1)",
    "tab": "\t=1",
    "yaml": "a: b # c\n- d",
    "terminal": "\x1b]0;x\x07\x1b[31mred",
}  # fmt: skip
EVERY = {**ATTACKS, **MORE}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> object:
    root = tmp_path_factory.mktemp("site")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: T\nplugins: [journey]\n", encoding="utf-8")
    return open_project(root / "mkdocs.yml", "", {})


def compiled(attack: str) -> Compilation:
    value = json.dumps(Attacker(attack).journey())
    title = json.dumps(attack + " title")
    text = f"---\ntitle: {title}\njourney: {value}\n---\n\n# Title\n"
    nothing = Source("mkdocs.yml", "")
    sources = [(Source("map.md", text), ())]
    return compile_site(sources, {"language": "en"}, nothing, lambda _: None, TODAY)


def write(format: str, made: Compilation, project: object) -> str | bytes:
    return FORMATS[format][1](made.atlas.maps["map.md"], made, project)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", EVERY)
def test_no_export_runs_or_breaks(name: str, project: object) -> None:
    made = compiled(EVERY[name])
    for format in FORMATS:
        content = write(format, made, project)
        if isinstance(content, str) and format not in ("json", "yaml", "csv"):  # which are data
            assert not REMOVED.keys() & set(map(ord, content)), format
        CHECKS[format](content)
    data = b"".join(site.write(made.atlas, lambda path: path, "schema.json"))
    assert json.loads(data)["maps"]


def check_data(text: str | bytes) -> None:
    assert json.loads(text)
    assert not re.search("[\x00-\x09\x0b-\x1f]", str(text))


def check_yaml(text: str | bytes) -> None:
    assert yaml.safe_load(text)["stages"]


def check_csv(text: str | bytes) -> None:
    assert isinstance(text, str)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    for row in csv.reader(io.StringIO(text)):
        assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def check_workbook(content: str | bytes) -> None:
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                link = cell.hyperlink.target if cell.hyperlink else ""
                assert not re.match(r"(?i)\s*(javascript|data|file):", link or "")


def check_markdown(text: str | bytes) -> None:
    assert isinstance(text, str)
    page = Drawn(Markdown(extensions=["tables", "attr_list", "toc"]).convert(text))
    assert {name for name, _ in page.elements} <= {
        "h1", "h2", "table", "thead", "tbody", "tr", "th", "td", "br", "p", "strong",
    }  # fmt: skip
    assert {key for _, found in page.elements for key in found} <= {"id", "style"}


def check_mermaid(text: str | bytes) -> None:
    assert isinstance(text, str)
    assert not re.search(r"[<>\"`%&\\]|javascript:", text)
    for line in text.splitlines():
        assert re.fullmatch(r"journey|    title .*|    section .*|    .+: [0-5](?:: .*)?|\s*", line)


def check_svg(text: str | bytes) -> None:
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.rpartition("}")[2]
        assert name in {"svg", "g", "path", "line", "text", "tspan", "circle", "rect", "title",
                        "desc", "style", "polyline"}, name  # fmt: skip
        assert not [key for key in element.attrib if key.startswith("on") or "href" in key]


def check_page(text: str | bytes) -> None:
    assert isinstance(text, str)
    main = text.partition('<main class="md-typeset">')[2].partition("</main>")[0]
    assert Drawn(main).faults() == []


CHECKS = {
    "json": check_data,
    "yaml": check_yaml,
    "csv": check_csv,
    "xlsx": check_workbook,
    "markdown": check_markdown,
    "mermaid": check_mermaid,
    "svg": check_svg,
    "html": check_page,
}
