"""View blocks in Python-Markdown: a slot stands where the view will be."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from mkdocs_journey.blocks import END, START, read_block
from mkdocs_journey.extension.conversion import Conversion

_START = re.compile(rf"(?:^|\n){START.pattern}(?:\n|$)", re.IGNORECASE)


class ViewBlockProcessor(BlockProcessor):
    """Takes `/// journey | VIEW` blocks out of the text wherever Markdown reads blocks.

    It is a processor of our own, not a pymdownx Block: that one prints a block as text where an
    option is unknown and fails on an option called `off`; here every block is understood, and
    what is wrong with it is a finding.
    """

    def __init__(self, parser: BlockParser, conversion: Conversion) -> None:
        super().__init__(parser)
        self.conversion = conversion

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block of text begins a view block, on a page that is drawn or left out."""
        conversion = self.conversion
        return (conversion.is_active or conversion.is_excerpt) and _START.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> Any:
        """Put a slot in the place of the view block, and the text around it back."""
        text = blocks.pop(0)
        match = _START.search(text)
        assert match is not None
        before = text[: match.start()].rstrip("\n")
        if before.strip():
            self.parser.parseBlocks(parent, [before])
        block, below = read_block(text[match.start() :].lstrip("\n").split("\n"))
        if self.conversion.is_active:
            self.conversion.add(block, SubElement(parent, "div"))
        self._put_back(below, blocks)
        return True

    def _put_back(self, lines: list[str], blocks: list[str]) -> None:
        """Drop the block's end, which may stand behind a blank line, and keep what follows."""
        if not lines and blocks and END.match(blocks[0].split("\n", 1)[0]):
            lines = blocks.pop(0).split("\n")
        if lines and END.fullmatch(lines[0]):
            lines = lines[1:]
        rest = "\n".join(lines)
        if rest.strip():
            blocks.insert(0, rest)
