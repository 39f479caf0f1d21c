"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(file: Path, text: str) -> None:
    """Write a file beside its place and move it there: nobody ever reads a half of it."""
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=file.parent, prefix=f".{file.name}.", delete=False
    ) as written:
        try:
            written.write(text)
            written.close()
            Path(written.name).chmod(0o666 & ~_umask())
            Path(written.name).replace(file)
        except BaseException:
            Path(written.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    """Rights that the user's files go without; a temporary file is the owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
