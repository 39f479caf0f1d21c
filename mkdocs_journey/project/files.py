"""Files of a site's pages: those that its host would read, and nothing outside their folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from mkdocs_journey.project.errors import ProjectError

MOST_FILES = 100_000
MOST_BYTES = 10_000_000
"""Of one page."""
MOST_BYTES_TOGETHER = 500_000_000

_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and bytes that are no UTF-8: reports have a line a file."""
_NEVER = (".*", "/templates/")
"""What MkDocs leaves out whatever is configured (mkdocs.structure.files._default_exclude)."""


@dataclass(frozen=True)
class Pages:
    """What was read of a site's folder."""

    contents: Mapping[str, bytes]
    """Bytes of each page by its path below the folder, with forward slashes."""
    left_out: tuple[str, ...]
    """Paths that a check does without, each with the reason."""
    linked: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of pages that are links out of the folder: whether one has a map may be asked of them,
    no more."""
    outside: frozenset[str] = frozenset()
    """Paths of all links out of the folder, also of pictures and folders."""
    files: frozenset[str] | None = None
    """Paths of all files in the folder and of what the site adds to its theme, pictures and what a
    build leaves out among them; `None` where only pages were looked at."""
    hides: Callable[[str], bool] = lambda _: False
    """Whether a build leaves a file out."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A folder that waits to be walked."""

    folder: Path
    path: str
    above: frozenset[str]
    """Real paths of itself and all folders on the way to it."""


def read_pages(root: Path, values: Mapping[str, Any], base: Path | None = None) -> Pages:
    """Read every page that a build shows, in the order of their paths.

    `values` is the configuration, of which `exclude_docs` and `draft_docs` count, and of its theme
    `custom_dir`, a folder below `base`: what stands there, too, may be linked to. Links that lead
    out of the folder, or round in circles, are left out. Raises `ProjectError` where there is more
    than can be meant.
    """
    left_out: list[str] = []
    outside: dict[str, Path] = {}
    found = dict(_walk(root, left_out, outside))
    contents: dict[str, bytes] = {}
    linked: dict[str, bytes] = {}
    total = 0
    for path in choose_pages({**found, **outside}, values):
        content = _read(found.get(path) or outside[path])
        total += len(content or b"")
        if total > MOST_BYTES_TOGETHER:
            raise ProjectError(
                f"more than 500 MB of pages in {root}: name the folder in `docs_dir`"
            )
        if path in outside:
            linked |= {path: content} if content is not None else {}
        elif content is None:
            left_out.append(f"{path} (cannot be read, or is larger than 10 MB)")
        else:
            contents[path] = content
    theme = _list_theme(base, values)
    files = None if theme is None else theme.union(found)
    hides = _patterns(values, "exclude_docs", _NEVER)
    return Pages(contents, tuple(left_out), linked, frozenset(outside), files, hides)


def _list_theme(base: Path | None, values: Mapping[str, Any]) -> frozenset[str] | None:
    """Paths of what a site adds to its theme; `None` where there is too much to know."""
    theme = values.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    if base is None or not folder or not isinstance(folder, str):
        return frozenset()
    try:
        return frozenset(path for path, _ in _walk(base / folder, [], {}))
    except ProjectError:
        return None


def choose_pages(paths: Iterable[str], values: Mapping[str, Any]) -> list[str]:
    """Those of some paths that are pages which a build shows, in order."""
    excluded = _patterns(values, "exclude_docs", _NEVER)
    drafts = _patterns(values, "draft_docs")
    found = {
        path
        for path in paths
        if path.endswith(_ENDINGS) and not excluded(path) and not drafts(path)
    }
    return sorted(path for path in found if not _is_second_index(path, found))


def find_links_out(root: str | Path, paths: Iterable[str]) -> frozenset[str]:
    """Those of some files below a folder which links lead out of it, their folders' links too."""
    base = os.path.realpath(root)
    inside = base.rstrip(os.sep) + os.sep
    real = cache(os.path.realpath)  # Most files have their folder in common with others.
    found = set()
    for path in paths:
        folder, _, name = f"{base}/{path}".rpartition("/")
        file = os.path.join(real(folder), name)  # noqa: PTH118 (a `Path` of each takes ten times as long)
        if os.path.islink(file):  # noqa: PTH114
            file = os.path.realpath(file)
        if not file.startswith(inside):
            found.add(path)
    return frozenset(found)


def loader(folder: str | Path) -> Callable[[str], bytes | None]:
    """Reader of files that `journey:` names: inside the site's pages only, links followed."""
    root = Path(folder).resolve()

    def load(path: str) -> bytes | None:
        try:
            file = (root / path).resolve()
            is_inside = file.is_relative_to(root)
            content = file.read_bytes() if is_inside and file.is_file() else None
        except (OSError, ValueError, RuntimeError):  # No right, no such name, or links in a ring.
            return None
        if not is_inside:
            raise PermissionError(path)
        return content

    return load


def _patterns(
    values: Mapping[str, Any], key: str, always: tuple[str, ...] = ()
) -> Callable[[str], bool]:
    written = values.get(key) or ""
    if not isinstance(written, str):
        raise ProjectError(
            f"`{key}` in mkdocs.yml is no text: write `{key}: |` and a pattern a line"
        )
    try:
        spec = GitIgnoreSpec.from_lines([*always, *written.splitlines()])
    except ValueError as error:
        raise ProjectError(f"`{key}` in mkdocs.yml: {error}") from None
    return spec.match_file


def _is_second_index(path: str, found: Container[str]) -> bool:
    """A README beside an index: both would become the folder's page, and the index wins."""
    place = PurePosixPath(path)
    return place.stem == "README" and str(place.with_stem("index")) in found


def _read(file: Path) -> bytes | None:
    """A file's bytes; none of what is no plain file, such as a pipe that nobody writes to."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        return None
    return content if len(content) <= MOST_BYTES else None


def _walk(root: Path, left_out: list[str], outside: dict[str, Path]) -> Iterator[tuple[str, Path]]:
    """Every file below a folder; links out of it and in circles go to `left_out`.

    Those out of it go to `outside` as well.
    """
    base = os.path.realpath(root)
    waiting = [_Entry(root, "", frozenset((base,)))]
    seen = 0
    while waiting:
        here = waiting.pop()
        for entry in _list(here.folder):
            seen += 1
            if seen > MOST_FILES:
                raise ProjectError(f"more than {MOST_FILES:,} files in {root}: check `docs_dir`")
            path = f"{here.path}/{entry.name}".lstrip("/")
            real = os.path.realpath(entry.path) if entry.is_symlink() else ""
            if _UNSHOWABLE.search(path):
                left_out.append(f"{path!a} (a name that cannot be shown)")
            elif real and not Path(real).is_relative_to(base):
                left_out.append(f"{path} (a link that leads out of the site's pages)")
                outside[path] = Path(entry.path)
            elif _answers(entry.is_file):
                yield path, Path(entry.path)
            elif _answers(entry.is_dir):
                real = real or os.path.realpath(entry.path)
                if real in here.above:
                    left_out.append(f"{path} (a link to a folder that it stands in)")
                else:
                    waiting.append(_Entry(Path(entry.path), path, here.above | {real}))


def _answers(question: Callable[[], bool]) -> bool:
    """What the disk says of an entry; no where it cannot say, as of a link to itself."""
    try:
        return question()
    except OSError:
        return False


def _list(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
