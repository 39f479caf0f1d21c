"""What `make fuzz` found once, read again: each input by the target that it is named after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.fuzz.targets import FAILURES, TARGETS, read, seeds

FOUND = sorted(file for file in FAILURES.iterdir() if not file.name.startswith("."))


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_failed_once_no_longer_does(file: Path) -> None:
    TARGETS[file.name.partition("-")[0]](read(file.read_bytes()))


@pytest.mark.parametrize("name", TARGETS)
def test_targets_begin_with_the_pages_of_the_demo(name: str) -> None:
    texts = [seed.decode() for seed in seeds(name) if seed.strip()]
    assert len(texts) > 1
    TARGETS[name](max(texts, key=len))
