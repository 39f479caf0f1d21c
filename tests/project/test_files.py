"""Pages on disk: those that the host would read, and nothing outside their folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files

from mkdocs_journey.project import ProjectError, files, loader, read_pages


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for path in (
        "index.md", "README.md", "a/README.md", "b/c/page.markdown", "b/picture.svg", "draft.md",
        "b/old.md", ".hidden.md", ".git/x.md", "templates/t.md", "b/templates/t.md", "C.MD",
    ):  # fmt: skip
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {path}\n", encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"exclude_docs": "old.md\n/a/\n"},
        {"exclude_docs": "!.hidden.md\n*.markdown\n", "draft_docs": "draft.md\n"},
    ],
)
def test_pages_are_those_that_mkdocs_shows(docs: Path, settings: dict[str, str]) -> None:
    configuration = docs.parent / "mkdocs.yml"
    configuration.write_text("site_name: T\n", encoding="utf-8")
    config = load_config(str(configuration), **settings)
    shown = get_files(config).documentation_pages(inclusion=InclusionLevel.is_included)
    assert list(read_pages(docs, settings).contents) == sorted(file.src_uri for file in shown)


def test_links_out_and_in_circles_are_left_out(docs: Path) -> None:
    outside = docs.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (docs / "out").symlink_to(outside)
    (docs / "out.md").symlink_to(outside / "secret.md")
    (docs / "b" / "loop").symlink_to(docs)
    (docs / "b" / "dead.md").symlink_to(docs / "nothing.md")
    (docs / "within").symlink_to(docs / "a")
    pages = read_pages(docs, {})
    assert b"secret" not in b"".join(pages.contents.values())
    assert "within/README.md" in pages.contents
    assert sorted(entry.split(" ")[0] for entry in pages.left_out) == ["b/loop", "out", "out.md"]


def test_links_to_each_other_end(docs: Path) -> None:
    for one in "xyz":
        (docs / one).mkdir()
    for one in "xyz":
        for other in "xyz":
            (docs / one / f"to-{other}").symlink_to(docs / other)
    pages = read_pages(docs, {})
    assert len(pages.contents) == 6
    assert pages.left_out


def test_there_are_bounds(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    (docs / "large.md").write_bytes(b"x" * 101)
    pages = read_pages(docs, {})
    assert "large.md" not in pages.contents
    assert pages.left_out[0].startswith("large.md (")
    monkeypatch.setattr(files, "MOST_BYTES_TOGETHER", 50)
    with pytest.raises(ProjectError, match="docs_dir"):
        read_pages(docs, {})
    monkeypatch.setattr(files, "MOST_FILES", 5)
    with pytest.raises(ProjectError, match="docs_dir"):
        read_pages(docs, {})


def test_patterns_that_are_none_are_said_so(docs: Path) -> None:
    with pytest.raises(ProjectError, match="exclude_docs"):
        read_pages(docs, {"exclude_docs": ["a"]})


def test_a_map_of_its_own_file_is_read_within_the_pages_only(docs: Path) -> None:
    load = loader(docs)
    assert load("index.md") == b"# index.md\n"
    assert load("nothing.md") is None
    assert load("a\0b") is None
    (docs / "out.yml").symlink_to(docs.parent)
    for path in ("../mkdocs.yml", "out.yml"):
        with pytest.raises(PermissionError):
            load(path)


def test_links_in_a_ring_are_no_file(docs: Path) -> None:
    (docs / "ring.journey.yml").symlink_to(docs / "ring.journey.yml")
    assert loader(docs)("ring.journey.yml") is None


def test_what_a_site_adds_to_its_theme_may_be_linked_to(docs: Path) -> None:
    (docs.parent / "theme/img").mkdir(parents=True)
    (docs.parent / "theme/img/logo.png").write_bytes(b"")
    found = read_pages(docs, {"theme": {"custom_dir": "theme"}}, docs.parent).files
    assert found is not None and {"img/logo.png", "b/picture.svg"} <= found
    assert found - {"img/logo.png"} == read_pages(docs, {"theme": "mkdocs"}, docs.parent).files
