"""Writes the reference pages of the demo site from the declarations in the code."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journey.reference import pages

FOLDER = Path(__file__).parents[1] / "maps" / "reference"


def write(folder: Path = FOLDER) -> None:
    """Write every page, and delete those that no rule has any more."""
    wanted = {folder / path: text for path, text in pages().items()}
    for file in folder.rglob("*.*"):
        if file not in wanted:
            file.unlink()
    for file, text in wanted.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
