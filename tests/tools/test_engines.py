"""An engine that cannot be installed is no failure, but is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import sites
from tools import engines

NAME = "mkdocs-ng"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without a network, on which nothing was installed before."""
    monkeypatch.setattr(engines, "FOLDER", tmp_path)
    monkeypatch.setenv("UV_OFFLINE", "1")
    return tmp_path


def test_what_cannot_be_installed_skips_its_tests_with_the_reason(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engines.main()
    said = capsys.readouterr().out
    assert f"{NAME} is not installed, so its tests are skipped:\n" in said
    with pytest.raises(
        pytest.skip.Exception, match=f"{NAME} could not be installed: .*"
    ) as skipped:
        sites.engine(NAME)
    reason = str(skipped.value).removeprefix(f"{NAME} could not be installed: ")
    assert reason.strip() and reason in said


def test_what_nobody_tried_to_install_is_a_failure(folder: Path) -> None:
    with pytest.raises(AssertionError, match="`make test` installs it"):
        sites.engine(NAME)
