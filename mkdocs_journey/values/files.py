"""Files of a site's pages: which there are, and which one an address probably meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from posixpath import splitext

from mkdocs_journey.values.choices import closest
from mkdocs_journey.values.paths import resolve_address

MOST_NAMES = 300
"""In a folder of more files none is guessed: for each wrong name, all of them are compared."""
_INDEXES = ("index.md", "readme.md")
_OF_THEMES = "assets"
"""Folder in which themes publish files of their own, which no folder of pages has."""
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-zA-Z0-9]{2,4})?")
_IN_LANGUAGE = re.compile(r"\.[a-z]{2}(?:[-_][a-zA-Z]{2})?(?=\.[^./]+$)")
"""What plugins for sites in several languages look for in a name: `map.pt.md` is `map.md`."""
_NOT_PUBLISHED = re.compile(r"(?:^|/)\.|^templates/")
"""What MkDocs leaves out, unless a site says otherwise."""
_NOT_RELATIVE = re.compile(r"[/\\#]|[a-zA-Z][a-zA-Z0-9+.-]*:")
_FOLDER = re.compile(r"[^?#]*/(?:[?#]|$)")
_FILE = re.compile(r"\.(?!(?:html?|csv|json|xml|txt)$)[a-zA-Z][a-zA-Z0-9]{0,7}$")
"""Ending of a file that stands among the pages; the others are what a build writes, or a folder."""


def is_relative(address: str) -> bool:
    """Whether an address leads from its page, and not from a server's root or to a place on it."""
    return bool(address) and _NOT_RELATIVE.match(address) is None


def named_file(page: str, address: str) -> str | None:
    """Path of the file that an address on a page names; `None` of others, and of a folder."""
    if not is_relative(address) or _FOLDER.match(address):
        return None
    return resolve_address(page, address)


@dataclass(frozen=True)
class SiteFiles:
    """Paths of files, relative to the site's pages, with forward slashes."""

    paths: frozenset[str]
    knows: Callable[[str], bool] | None = None
    """Whether a host publishes something at a path, of one that knows of all that it does."""
    hides: Callable[[str], bool] = lambda _: False
    """Whether a site leaves a file out of what it publishes: it is not proposed."""

    def may_have(self, path: str) -> bool:
        """Whether a path leads to something, or may do so once the site is built.

        A plugin may write a whole folder, and one for several languages takes what a language's
        folder has not from that of another, or from above it.
        """
        if self.knows is not None:
            return self.knows(path)
        if not _FILE.search(path) or self._has(path) or path in self._folders:
            return True
        if self._is_written(path):
            return True
        top, _, rest = path.partition("/")
        if not rest or not _LANGUAGE.fullmatch(top):
            return False
        return self._has(rest) or self._has(f"*/{rest}") or self._is_written(rest, "*/")

    def _has(self, path: str) -> bool:
        return path in self.paths or path in self._in_any_language

    def _is_written(self, path: str, above: str = "") -> bool:
        """Whether a path lies in a folder of the theme's, or in one that is not there at all."""
        top, _, rest = path.partition("/")
        return bool(rest) and (top == _OF_THEMES or f"{above}{top}" not in self._folders)

    def find_meant(self, path: str, *, guess: bool) -> str | None:
        """The file that was probably meant by a path that leads to none.

        One of the same name in another folder, or with `guess` of a similar name in the same.
        """
        folder, _, name = path.rpartition("/")
        # Every folder may have an index: that of another one was hardly meant.
        meant = None if name.lower() in _INDEXES else self._by_name.get(name.lower())
        names = self._names_by_folder.get(folder, ())
        if meant is not None or not guess or len(names) > MOST_NAMES:
            return meant
        near = closest(name, names)
        # All pictures end alike: `bia.png` is no misspelt `caio.png`.
        if near is None or closest(splitext(name)[0], [splitext(near)[0]]) is None:
            return None
        return f"{folder}/{near}".lstrip("/")

    @cached_property
    def _in_any_language(self) -> frozenset[str]:
        """Paths without the language in a name, and with `*` for the folder of a language."""
        found = {_IN_LANGUAGE.sub("", path) for path in self.paths}
        for path in self.paths:
            top, _, rest = path.partition("/")
            if rest and _LANGUAGE.fullmatch(top):
                found.add(f"*/{rest}")
        return frozenset(found)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """All folders, those in the folder of a language also with `*` for its name."""
        folders = {path.rpartition("/")[0] for path in self.paths | self._in_any_language}
        above = (accumulate(folder.split("/"), "{}/{}".format) for folder in folders)
        return frozenset(path for paths in above for path in paths)

    @cached_property
    def _published(self) -> list[str]:
        shown = (path for path in self.paths if not _NOT_PUBLISHED.search(path))
        return sorted(path for path in shown if not self.hides(path))

    @cached_property
    def _names_by_folder(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for path in self._published:
            folder, _, name = path.rpartition("/")
            found.setdefault(folder, []).append(name)
        return {folder: tuple(names) for folder, names in found.items()}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The first file of each name, in whatever folder, by its name in small letters."""
        return {path.rpartition("/")[2].lower(): path for path in reversed(self._published)}
