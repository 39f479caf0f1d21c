"""Pages of a site as git keeps them at a revision.

git runs with fixed lists of arguments and no shell. It is asked for raw objects only (`ls-tree`,
`cat-file`), so that no filter, text conversion or other program that a repository may name is run,
and nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journey.project import ProjectError, choose_pages
from mkdocs_journey.project.files import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES

_SECONDS = 120
_FILES = ("100644", "100755")
"""Modes of plain files in a tree: links and modules are left out."""


@dataclass(frozen=True)
class Revision:
    """The files below one folder at one revision."""

    folder: Path
    """Any folder of the repository: git is run there."""
    objects: Mapping[str, str]
    """Id of each file's content by its path below the site's pages, with forward slashes."""

    def read(self, paths: Sequence[str]) -> dict[str, bytes]:
        """Contents of some files, with one call of git."""
        names = [self.objects[path] for path in paths]
        asked = "".join(f"{name}\n" for name in names).encode()
        answer = _git(self.folder, ["cat-file", "--batch"], asked) if names else b""
        return dict(zip(paths, _contents(answer), strict=True))

    def load(self, path: str) -> bytes | None:
        """One file, as maps name theirs; `None` where there is none."""
        return self.read([path])[path] if path in self.objects else None


def read_range(text: str) -> tuple[str, str]:
    """Both revisions of `REV1..REV2`, of which a missing one is HEAD; raises `ProjectError`."""
    before, dots, after = text.partition("..")
    if not dots or after.startswith(".") or not (before or after):
        hint = "`diff HEAD~1..HEAD`, or two maps or folders, as `diff old.md new.md`"
        raise ProjectError(f"{text!r} is not a range of revisions: write {hint}")
    return before or "HEAD", after or "HEAD"


def open_revision(docs: Path, name: str) -> Revision:
    """A revision of the repository that the site's pages are in; raises `ProjectError`."""
    if name.startswith("-") or not name.isprintable():
        raise ProjectError(f"{name!r} is no revision: write a branch, a tag or a commit")
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    commit = _git(docs, asked, unknown=f"no revision {name!r} here: see `git log`, or fetch it")
    prefix = _git(docs, ["rev-parse", "--show-prefix"]).decode("utf-8", "surrogateescape")
    tree = f"{commit.decode('ascii').strip()}:{prefix.removesuffix(chr(10))}"
    listed = _git(
        docs,
        ["ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", tree],
        unknown=f"no folder {prefix.strip()} at {name!r}: the site's pages were elsewhere then",
    )
    return Revision(docs, dict(_objects(listed)))


def read_pages_at(revision: Revision, values: Mapping[str, object]) -> dict[str, bytes]:
    """Every page that a build would show, by its path; `values` is the site's configuration."""
    return revision.read(choose_pages(revision.objects, values))


def _objects(listed: bytes) -> Iterator[tuple[str, str]]:
    """Files of `ls-tree -z -l` that may be read: `mode type id size<tab>path`."""
    entries = listed.split(b"\0")[:-1]
    if len(entries) > MOST_FILES:
        raise ProjectError(f"more than {MOST_FILES:,} files at this revision: check `docs_dir`")
    total = 0
    for entry in entries:
        facts, _, path = entry.partition(b"\t")
        mode, _, name, size = facts.decode("ascii").split()
        shown = path.decode("utf-8", "replace")
        if mode not in _FILES or int(size) > MOST_BYTES or not shown.isprintable():
            continue
        total += int(size) if path.endswith((b".md", b".yml", b".yaml")) else 0
        if total > MOST_BYTES_TOGETHER:
            raise ProjectError("more than 500 MB of pages at this revision: check `docs_dir`")
        yield shown, name


def _contents(answer: bytes) -> Iterator[bytes]:
    """Contents of `cat-file --batch`: a line `id type size`, the content, a line break."""
    start = 0
    while start < len(answer):
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + size + 2


def _git(folder: Path, arguments: list[str], given: bytes = b"", unknown: str = "") -> bytes:
    """What git answers; `unknown` is said where it knows no such thing."""
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }
    try:
        done = subprocess.run(
            ["git", "--no-pager", *arguments],
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise ProjectError("git is not installed: name two maps or folders instead") from None
    except subprocess.TimeoutExpired:
        raise ProjectError(f"git took longer than {_SECONDS} seconds: try it once more") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else "git failed"
        raise ProjectError(unknown if unknown and "not a git repo" not in reason else reason)
    return done.stdout
