"""What lies around a site's pages, known before the first of them is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from mkdocs_journey.values.files import SiteFiles, named_file


@dataclass(frozen=True)
class Surroundings:
    """Files that pages may lead to, as far as a host or a command knows of them."""

    outside: frozenset[str] = frozenset()
    """Paths of files and folders among the pages that are links out of them."""
    files: frozenset[str] | None = None
    """Paths of all files in the folder of the pages; `None` where the host itself says of links
    that they lead to none."""
    hides: Callable[[str], bool] = lambda _: False
    """Whether the site leaves one of these files out of what it publishes."""
    published: SiteFiles | None = None
    """What such a host publishes, by which pictures of personas are judged before pages show them:
    each stands on many pages, and the host would tell of it on each."""

    @cached_property
    def listed(self) -> SiteFiles | None:
        """The files, as they are asked whether a path leads to one of them."""
        return None if self.files is None else SiteFiles(self.files, hides=self.hides)

    @property
    def faces(self) -> SiteFiles | None:
        """The files that pictures of personas are looked for among, where they are known."""
        return self.published or self.listed

    def missing(self, files: SiteFiles, page: str, address: str) -> str | None:
        """Path of the file that a relative address on a page names and that is not there.

        `None` for others, and in doubt: a false alarm is worse than a link that nobody tells.
        """
        target = named_file(page, address)
        if target is None or self.leads_out(target) or files.may_have(target):
            return None
        return target

    def leads_out(self, path: str) -> bool:
        """Whether a path is one of a link out of the site's pages, or lies behind one."""
        folders = accumulate(path.split("/"), "{}/{}".format)
        return bool(self.outside) and not self.outside.isdisjoint(folders)


UNKNOWN = Surroundings()
"""Of a site whose host tells nothing of its files."""
