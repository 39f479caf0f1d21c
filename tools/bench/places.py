"""Where sites are built that are measured."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_MEMORY = Path("/dev/shm")
_NEEDED = 1 << 30
"""Bytes; pages and built sites of a thousand maps take a third of that."""


@contextmanager
def lend_folder() -> Iterator[Path]:
    """A folder that goes when it was used, in memory where the machine has room for one there.

    On a disk with ext4 a new file can cost twenty times as much of the processor's time while it
    is minutes ago that others were deleted: each freed inode is looked at before one is taken
    (`recently_deleted` in Linux' `fs/ext4/ialloc.c`). A site of maps has three files where the
    others have one, so that a measurement would tell of what was deleted before it.
    """
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _NEEDED
    with TemporaryDirectory(dir=_MEMORY if has_room else None) as folder:
        yield Path(folder)
