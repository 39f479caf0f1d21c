"""The sites that are pictured: the demo, and small ones for what the demo does not hold.

Each is built as of one day, so that no picture changes because a map has become a day older.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

TODAY = "2026-11-02"
CASES = Path(__file__).parent / "cases"
NEWSLETTER = (
    "journeys/newsletter-to-first-order.md",
    "journeys/first-order-with-guest-checkout.md",
    "personas/ana.md",
    "personas/bruno.md",
)
PORTUGUESE = (
    "journeys/geladeira-nova.md",
    "journeys/um-dia-na-padaria.md",
    "personas/cida.md",
    "personas/marina.md",
    "personas/osvaldo.md",
)
# Material goes on following the reader's system where the first of its schemes says so.
SWITCH = {"icon": "material/brightness-auto", "name": "Switch"}
SCHEMES = [
    {"media": "(prefers-color-scheme)", "toggle": SWITCH},
    {"media": "(prefers-color-scheme: light)", "scheme": "default", "toggle": SWITCH},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "toggle": SWITCH},
]
EXTENSIONS = ["attr_list", "pymdownx.superfences"]


@dataclass(frozen=True)
class Site:
    """A site of a few pages: some of the demo's, and cases of its own."""

    content: str
    """Where the page's own text stands in this theme, as a selector."""
    theme: Mapping[str, object] = field(default_factory=dict)
    demo_pages: tuple[str, ...] = ()
    cases: Mapping[str, str] = field(default_factory=dict)
    """Files of `cases/` by the path that they get."""

    def write(self, demo: Path, folder: Path) -> Path:
        """Write the site into a folder; the path of its configuration."""
        sources = {page: demo / page for page in self.demo_pages}
        sources |= {"index.md": CASES / "index.md"}
        sources |= {page: CASES / case for page, case in self.cases.items()}
        for page, source in sources.items():
            target = folder / "docs" / page
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        settings = {
            "site_name": "Looks",
            "theme": {"font": False, "palette": SCHEMES, **self.theme},
            "plugins": [{"journey": {"today": TODAY, "diagrams": "svg"}}],
            "markdown_extensions": EXTENSIONS,
        }
        return _write(folder, yaml.safe_dump(settings))


def write_demo(repository: Path, folder: Path) -> Path:
    """Write the demo's own configuration as of the pictures' day; its path."""
    text = (repository / "mkdocs.yml").read_text(encoding="utf-8")
    changes = {
        "docs_dir: maps\n": f"docs_dir: {repository / 'maps'}\n",
        "  - journey:\n": f"  - journey:\n      today: {TODAY}\n",
    }
    for written, wanted in changes.items():
        assert text.count(written) == 1, f"mkdocs.yml has no line {written!r}"
        text = text.replace(written, wanted)
    return _write(folder, text)


def _write(folder: Path, settings: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    return file


MATERIAL = ".md-content"
SITES = {
    "cases": Site(
        MATERIAL,
        {"name": "material"},
        NEWSLETTER,
        {"blocks.md": "blocks.md", "broken.md": "broken.md"},
    ),
    "portuguese": Site(
        MATERIAL,
        {"name": "material", "language": "pt-BR"},
        PORTUGUESE,
        {"all.md": "portuguese.md"},
    ),
    "hebrew": Site(
        MATERIAL,
        {"name": "material", "language": "he"},
        cases={"map.md": "hebrew.md"},
    ),
    "mkdocs": Site("[role=main]", {"name": "mkdocs"}, NEWSLETTER),
    "readthedocs": Site("[role=main]", {"name": "readthedocs"}, NEWSLETTER),
}
