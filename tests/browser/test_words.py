"""Lines end between words: no usual one is torn where a column is narrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.sites import build
from tests.browser.visits import Visitor

SITE = """\
site_name: A site
theme: {name: material, language: pt-BR}
plugins:
  - journey:
      metrics: {custo: Custo, desempenho: Desempenho}
"""
TORN = r"""(parts) => {
  const torn = [];
  for (const part of document.querySelectorAll(parts)) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const {data, parentElement: own} = texts.currentNode;
      if (!own.checkVisibility({visibilityProperty: true})) continue;
      if (own.closest(".journey-sr, svg, code")) continue;
      for (const word of data.matchAll(/\p{L}{2,}/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) torn.push(word[0]);
      }
    }
  }
  return torn;
}"""


def _moment(name: str, emotion: str, score: int, **more: object) -> dict[str, object]:
    feeling = {"score": score, "emotion": emotion, "sources": ["site"]}
    return {"name": name, "channel": "web", "feeling": feeling, **more}


MAP: dict[str, object] = {
    "sources": {"site": "Navegação no site"},
    "stages": [
        {
            "name": "Reconhecimento",
            "touchpoints": [
                _moment(
                    "Recomendação", "envergonhado", 2,
                    metrics={
                        "custo": {"value": "R$ 1.250,00", "target": "<= R$ 1.000,00"},
                        "desempenho": "12 dias úteis",
                    },
                ),
                _moment("Atendimento", "desconfortável", 1,
                        frontstage={"text": "Entrega", "actor": "Transportadora"}),
                _moment("Desenvolvimento", "comprometida", 3),
                _moment("Contratação", "impressionada", 5),
            ],
        },
        {
            "name": "Experimentação",
            "touchpoints": [
                _moment("Agendamento", "decepcionada", 1,
                        backstage={"text": "Confere", "actor": "Fornecedora", "wait": "PT37M"}),
                *(_moment(f"Indicação {at}", "recompensada", 5) for at in range(5)),
            ],
        },
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve_site: Callable[[Path], str]) -> str:
    """A map of long words at `map/`, and its channels at `channels/`."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / "docs").mkdir()
    front = yaml.safe_dump({"title": "Um mapa", "journey": MAP}, allow_unicode=True)
    pages = {
        "index": "# Home\n",
        "map": f"---\n{front}---\n",
        "channels": "# Canais\n\n/// journey | channels\n///\n",
    }
    for name, text in pages.items():
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return serve_site(folder / "site")


def _torn(page: Page, parts: str = ".journey") -> list[str]:
    torn: list[str] = page.evaluate(TORN, parts)
    return torn


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("view", ["map", "blueprint", "insights"])
def test_no_usual_word_of_a_map_is_torn(site: str, visitor: Visitor, view: str, width: int) -> None:
    page = visitor.open(f"{site}/map/#view.{view}", width=width).page
    assert _torn(page) == []


@pytest.mark.parametrize("width", [390, 768])
def test_no_name_of_a_stage_is_torn_above_the_channels(
    site: str, visitor: Visitor, width: int
) -> None:
    page = visitor.open(f"{site}/channels/", width=width).page
    assert page.locator(".journey-table--channels th").count() > 3
    assert _torn(page) == []


def test_on_a_phone_no_word_of_the_spine_leaves_the_page_or_lies_on_its_moment(
    site: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{site}/map/", width=390).page
    words = page.locator("[id='view.map'] .journey-mark__word").all()
    names = page.locator("[id='view.map'] .journey-tp__name").all()
    start = min(box["x"] for name in names if (box := name.bounding_box()))
    assert len(words) == len(names) == 10
    for word in words:
        box = word.bounding_box()
        assert box
        assert box["x"] >= 0, word.inner_text()
        assert box["x"] + box["width"] <= start + 1, word.inner_text()


def test_on_a_phone_a_word_for_a_feeling_stays_in_one_piece(
    demo_site: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{demo_site}/journeys/returning-a-damaged-parcel/", width=390).page
    assert _torn(page, ".journey-mark__word") == []
