"""View blocks in Python-Markdown: a slot stands where the view will be."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from mkdocs_journey.blocks import END, START, read_block
from mkdocs_journey.extension.conversion import Conversion

_START = re.compile(rf"^{START.pattern}$", re.IGNORECASE | re.MULTILINE)


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
        """Put slots in the place of the view blocks of a text, and what follows the last one back.

        They are read in one walk: a page may hold thousands, one right below the other.
        """
        lines, at, text = blocks.pop(0).split("\n"), 0, 0
        while at < len(lines):
            if START.fullmatch(lines[at]) is None:
                at += 1
                continue
            before = "\n".join(lines[text:at])
            if before.strip():
                self.parser.parseBlocks(parent, [before])
            block, at = read_block(lines, at)
            if self.conversion.is_active:
                self.conversion.add(block, SubElement(parent, "div"))
            if at == len(lines) and blocks and END.match(blocks[0].split("\n", 1)[0]):
                lines, at = blocks.pop(0).split("\n"), 0  # Its end may stand behind a blank line.
            at = text = at + bool(at < len(lines) and END.fullmatch(lines[at]))
        rest = "\n".join(lines[text:])
        if rest.strip():
            blocks.insert(0, rest)
        return True
