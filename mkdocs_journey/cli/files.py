"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from mkdocs_journey.project import ProjectError


def write_whole(file: Path, text: str | bytes) -> None:
    """Write a file beside its place and move it there: nobody ever reads a half of it."""
    with NamedTemporaryFile(
        "wb", dir=file.parent, prefix=f".{file.name}.", delete=False
    ) as written:
        try:
            written.write(text.encode() if isinstance(text, str) else text)
            written.close()
            Path(written.name).chmod(0o666 & ~_umask())
            Path(written.name).replace(file)
        except BaseException:
            Path(written.name).unlink(missing_ok=True)
            raise


def write_new(texts: Mapping[Path, str | bytes], *, is_forced: bool) -> None:
    """Write files and the folders on the way to them; where one is there already, none of them.

    Raises `ProjectError` that names the first of those that would be overwritten.
    """
    there = [file for file in texts if file.exists() or file.is_symlink()]
    if there and not is_forced:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise ProjectError(
            f"{there[0]}{more} would be overwritten: name another one, or use `--force`"
        )
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)


def _umask() -> int:
    """Rights that the user's files go without; a temporary file is the owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
