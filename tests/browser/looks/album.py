"""The stored pictures: compared with what a page shows now, or accepted in its place.

A picture that differs is laid beside the stored one into a folder that git ignores, with one page
to look through all of them.
"""

from __future__ import annotations

import fcntl
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image

from tests.browser.looks.comparison import difference

PALETTES = ((16, 32), (24, 72), (32, 144), (32, 224))
"""Colours of a stored picture: its commonest as they are, and some that cover all others."""
MARGIN = 0.5
"""How much of what a reader does not see may go into reducing the colours."""
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures that differ</title>
<style>
body {{ margin: 1em; background: #777; font: 16px sans-serif; }}
section {{ display: flex; gap: 1em; align-items: start; margin-block: 1em 3em; overflow-x: auto; }}
figure {{ flex: none; margin: 0; }}
h2, figcaption {{ color: #fff; font-size: 1em; }}
</style>
<h1>Pictures that differ</h1>
<p>Are all of them meant? <code>make looks</code> accepts them.</p>
{items}
</html>
"""
ITEM = "<h2>{name}</h2><section>{figures}</section>"
FIGURE = '<figure><figcaption>{kind}</figcaption><img src="{file}" alt="{name}, {kind}"></figure>'
KINDS = ("stored", "now", "difference")


@dataclass(frozen=True)
class Album:
    """A folder of stored pictures, and one for those that differ from them."""

    stored: Path
    review: Path
    accepts: bool = False
    """Whether a picture that differs takes the place of the stored one."""

    def check(self, name: str, now: Image.Image) -> str | None:
        """Compare a picture with the stored one: what is wrong, or None.

        A stored picture that looks the same is left as it is, so that a commit holds changes only.
        """
        file = self.stored / f"{name}.png"
        before = Image.open(file).convert("RGB") if file.exists() else None
        differing = difference(before, now) if before else None
        if before and differing is None:
            self._forget(name)
            return None
        if self.accepts:
            file.parent.mkdir(parents=True, exist_ok=True)
            _reduced(now).save(file, optimize=True)
            self._forget(name)
            return None
        self._lay_out(name, {"stored": before, "now": now, "difference": differing})
        return f"{name}: looks different" if before else f"{name}: no picture is stored"

    def others(self, names: set[str]) -> list[str]:
        """Return stored pictures of nothing that has one of these names; accepting drops them."""
        files = [file for file in self.stored.glob("*.png") if file.stem not in names]
        if self.accepts:
            for file in files:
                file.unlink()
            return []
        return sorted(file.stem for file in files)

    def _lay_out(self, name: str, pictures: dict[str, Image.Image | None]) -> None:
        self.review.mkdir(parents=True, exist_ok=True)
        for kind, picture in pictures.items():
            if picture:
                picture.save(self.review / f"{name}.{kind}.png")
        self._write_page()

    def _forget(self, name: str) -> None:
        """Drop what an earlier run laid out."""
        files = [self.review / f"{name}.{kind}.png" for kind in KINDS]
        if any(file.exists() for file in files):
            for file in files:
                file.unlink(missing_ok=True)
            self._write_page()

    def _write_page(self) -> None:
        """Write the page of all that differs; of several processes the last one knows all."""
        with (self.review / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            names = sorted(
                file.name.removesuffix(".now.png") for file in self.review.glob("*.now.png")
            )
            items = "".join(self._item(name) for name in names)
            (self.review / "index.html").write_text(PAGE.format(items=items), encoding="utf-8")

    def _item(self, name: str) -> str:
        figures = "".join(
            FIGURE.format(kind=kind, file=escape(f"{name}.{kind}.png"), name=escape(name))
            for kind in KINDS
            if (self.review / f"{name}.{kind}.png").exists()
        )
        return ITEM.format(name=escape(name), figures=figures)


def _reduced(picture: Image.Image) -> Image.Image:
    """Reduce a picture to as few colours as make no difference, for a small repository."""
    counted = picture.getcolors(picture.width * picture.height) or []
    commonest = [colour for _, colour in sorted(counted, reverse=True)]
    for common, far in PALETTES:
        levels = [level for colour in commonest[:common] for level in colour]
        method = Image.Quantize.MAXCOVERAGE
        covering = picture.quantize(far, method=method).getpalette() or []
        palette = Image.new("P", (1, 1))
        palette.putpalette([*levels, *covering[: 3 * far]])
        reduced = picture.quantize(palette=palette, dither=Image.Dither.NONE)
        if difference(picture, reduced.convert("RGB"), MARGIN) is None:
            break
    return reduced
