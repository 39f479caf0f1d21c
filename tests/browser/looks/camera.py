"""Pictures of pages, taken so that the same page gives the same picture on every machine.

Letters come from fonts of the npm registry and not from the machine, of which each has others:
words then break where they break for everybody.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Page, Route

from tests.browser.visits import NODE_MODULES

# What most readers of a Material site see, and one with the signs and scripts that it lacks.
FONTS = {
    "roboto-400.woff2": "@fontsource/roboto/files/roboto-latin-400-normal.woff2",
    "roboto-400i.woff2": "@fontsource/roboto/files/roboto-latin-400-italic.woff2",
    "roboto-700.woff2": "@fontsource/roboto/files/roboto-latin-700-normal.woff2",
    "signs-400.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    "signs-700.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
    "code-400.ttf": "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
}
FACE = """@font-face {{
  font-family: {name}; font-weight: {weight}; font-style: {style}; src: url(/looks-fonts/{file});
}}"""
STYLE = """
:not(code, code *, pre, kbd) { font-family: "looks-roboto", "looks-signs" !important; }
:is(code, code *, pre, kbd) { font-family: "looks-code" !important; }
* { content-visibility: visible !important; }
"""
LOAD = "() => Promise.all([...document.fonts].map((font) => font.load()))"
SHOWN = """([css, most]) => {
  const box = document.querySelector(css).getBoundingClientRect();
  const height = Math.min(box.height, most);
  return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height};
}"""
HEIGHT = 2800
"""Pixels of a page that are pictured: what comes below on a long one repeats what stands above."""
SHRINK = 2
SHEET_SCALE = 0.75
"""Pixels of a picture for each point of paper."""


def load_fonts(page: Page) -> None:
    """Give an open page the fonts of all pictures, and wait until it is laid out in them."""
    page.route("**/looks-fonts/*", _answer)
    faces = [
        FACE.format(
            name=f"looks-{file.partition('-')[0]}",
            weight="400 599" if "-400" in file else "600 900",
            style="italic" if "i." in file else "normal",
            file=file,
        )
        for file in FONTS
    ]
    page.add_style_tag(content="\n".join([*faces, STYLE]))
    page.evaluate(LOAD)


def _answer(route: Route) -> None:
    name = Path(route.request.url).name
    route.fulfill(path=NODE_MODULES / FONTS[name])


def photograph(page: Page, part: str) -> Image.Image:
    """Return a part of a page, also what of it lies below the window, at half its size."""
    clip = page.evaluate(SHOWN, [part, HEIGHT])
    taken = page.screenshot(clip=clip, full_page=True, animations="disabled")
    return Image.open(io.BytesIO(taken)).convert("RGB").reduce(SHRINK)


def print_out(page: Page, most: int = 2) -> Image.Image:
    """Return a page's first sheets as a printer gets them, one below the other."""
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(paper)
    sheets = [
        document[at].render(scale=SHEET_SCALE).to_pil() for at in range(min(most, len(document)))
    ]
    document.close()
    width, height = max(sheet.width for sheet in sheets), sum(sheet.height for sheet in sheets)
    together = Image.new("RGB", (width, height), "white")
    for at, sheet in enumerate(sheets):
        together.paste(sheet, (0, sum(above.height for above in sheets[:at])))
    return together
