"""Files are written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NoReturn

import pytest

from mkdocs_journey.cli.files import write_new, write_whole
from mkdocs_journey.project import ProjectError


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was written cannot be put into its place."""

    def fail(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)


@pytest.mark.usefixtures("full_disk")
def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "map.md"
    file.write_text("before", "utf-8")
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, "after")
    assert [path.name for path in tmp_path.iterdir()] == ["map.md"]
    assert file.read_text("utf-8") == "before"


def test_one_file_in_the_way_keeps_all_from_being_written(tmp_path: Path) -> None:
    there, new = tmp_path / "b.md", tmp_path / "a.md"
    there.symlink_to(tmp_path / "nowhere")  # a link to nothing is something, too
    with pytest.raises(ProjectError, match=r"b\.md would be overwritten"):
        write_new({new: "x", there: "x"}, is_forced=False)
    assert not new.exists()


def test_others_may_read_what_was_written_as_usual(tmp_path: Path) -> None:
    usual, written = tmp_path / "usual", tmp_path / "written"
    usual.write_text("x", "utf-8")
    write_whole(written, "x")
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
