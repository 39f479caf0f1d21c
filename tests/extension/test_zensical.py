"""A host that tells no more than which page it converts, as Zensical does."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

PERSONA = "---\npersona: {name: Ana Martins}\n---\n\n# Ana\n"
BODY = "# Buying\n\nText.\n"
MAP = f"---\njourney: {{personas: [ana], stages: [{{name: Buy, feeling: 2}}]}}\n---\n\n{BODY}"


@dataclass(eq=False)
class Page:
    path: str


class Context(Preprocessor):
    """What Zensical registers, as far as it is known."""

    def __init__(self, md: Markdown, page: Any, config: Any) -> None:
        super().__init__(md)
        self.page = page
        self.config = config

    def run(self, lines: list[str]) -> list[str]:
        return lines


class Telling(Extension):
    """Registers the context, as the first of a page's extensions."""

    def __init__(self, page: Any, config: Any) -> None:
        super().__init__()
        self.told = page, config

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.register(Context(md, *self.told), "rendering_context", 0)


Convert = Callable[..., str]


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages of a site, beside a host that tells its context."""
    module = ModuleType("zensical.extensions.context")
    module.ContextPreprocessor = Context
    monkeypatch.setitem(sys.modules, module.__name__, module)
    folder = tmp_path / "docs"
    (folder / "personas").mkdir(parents=True)
    (folder / "personas" / "ana.md").write_text(PERSONA, encoding="utf-8")
    (folder / "buying.md").write_text(MAP, encoding="utf-8")
    (folder / "plain.md").write_text(BODY, encoding="utf-8")
    return folder


def convert(docs: Path, page: Any, text: str = BODY, **options: Any) -> str:
    """A page's text as the host converts it: without its front matter."""
    config = {"root_dir": str(docs.parent), "docs_dir": "docs", "theme": {"language": "en"}}
    extensions = [Telling(page, {**config, **options.pop("config", {})}), "mkdocs_journey"]
    return Markdown(extensions=extensions, extension_configs={"mkdocs_journey": options}).convert(
        text
    )


def test_a_page_s_map_is_drawn_with_what_it_refers_to(docs: Path) -> None:
    html = convert(docs, Page("buying.md"))
    assert 'id="buy"' in html and "Ana Martins" in html
    assert 'href="personas/ana.md"' in html


def test_the_theme_s_language_counts_unless_another_is_set(docs: Path) -> None:
    theme = {"theme": {"language": "pt-BR"}}
    assert "Pontos de dor" in convert(docs, Page("buying.md"), config=theme)
    assert "Pontos de dor" not in convert(docs, Page("buying.md"), config=theme, language="es")
    assert "Pontos de dor" in convert(docs, Page("buying.md"), config=theme, language="eo")


def test_a_page_without_a_map_is_left_alone(docs: Path) -> None:
    plain = Markdown().convert(BODY)
    assert convert(docs, Page("plain.md")) == plain
    assert convert(docs, Page("none.md")) == plain
    assert convert(docs, Page("buying.md"), config={"draft_docs": "buying.md"}) == plain


def test_what_is_converted_within_a_page_draws_nothing(docs: Path) -> None:
    page = Page("buying.md")
    assert "journey" in convert(docs, page)
    assert convert(docs, page) == Markdown().convert(BODY)


def test_changes_are_seen_with_the_page_that_changed(docs: Path) -> None:
    convert(docs, Page("buying.md"))
    (docs / "personas" / "ana.md").write_text(PERSONA.replace("Martins", "Souza"), "utf-8")
    (docs / "buying.md").write_text(MAP.replace("Buy,", "Pay,"), "utf-8")
    html = convert(docs, Page("buying.md"))
    assert 'id="pay"' in html and "Ana Souza" in html


def test_findings_are_said_once_a_reading(docs: Path, caplog: pytest.LogCaptureFixture) -> None:
    (docs / "buying.md").write_text(MAP.replace("feeling", "feling"), "utf-8")
    caplog.set_level(logging.INFO, "mkdocs_journey")
    for _ in range(3):
        convert(docs, Page("buying.md"))
        convert(docs, Page("plain.md"))
    (line,) = [line for line in caplog.messages if "docs/buying.md:2:" in line]
    assert line.endswith("unknown key `feling`: did you mean `feeling`? [unknown-key]")


def test_links_that_lead_to_no_file_are_said_but_for_those_of_the_theme(
    docs: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (docs.parent / "theme").mkdir()
    (docs.parent / "theme" / "logo.png").write_bytes(b"")
    text = "{name: Buy, goal: '[a](logo.png) [b](personas/anna.md)'}"
    (docs / "buying.md").write_text(f"---\njourney: {{stages: [{text}]}}\n---\n{BODY}", "utf-8")
    convert(docs, Page("buying.md"), config={"theme": {"custom_dir": "theme"}})
    (line,) = [line for line in caplog.messages if "docs/buying.md:2:" in line]
    assert "`personas/anna.md` leads nowhere" in line and line.endswith("[broken-link]")
    assert "did you mean `personas/ana.md`?" in line


@pytest.mark.parametrize("page", [None, object(), Page(path=7)])  # type: ignore[arg-type]
def test_a_context_of_another_form_is_no_host(docs: Path, page: Any) -> None:
    assert convert(docs, page) == Markdown().convert(BODY)
    assert 'id="buy"' in convert(docs, page, text=MAP)


def test_a_configuration_of_another_form_is_no_host(docs: Path) -> None:
    extensions = [Telling(Page("buying.md"), None), "mkdocs_journey"]
    assert Markdown(extensions=extensions).convert(BODY) == Markdown().convert(BODY)
