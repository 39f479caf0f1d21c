"""Rules of view blocks: what an author writes into a page to place a view."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Rule, Severity

_PAGE = "---\njourney: {stages: [{name: Buy, feeling: 4}]}\n---\n\n# Buying\n\n"
_GOOD = _PAGE + "/// journey | curve\n///\n"

UNKNOWN_VIEW = Rule(
    code="J501",
    name="unknown-view",
    severity=Severity.ERROR,
    summary="A view block names a view that there is.",
    why="Nothing can be drawn in its place, so the page has a hole where readers expect a view.",
    bad=_PAGE + "/// journey | curv\n///\n",
    good=_GOOD,
)
UNKNOWN_VIEW_OPTION = Rule(
    code="J502",
    name="unknown-view-option",
    severity=Severity.ERROR,
    summary="A view block has only options that its view knows.",
    why="An option that nobody reads does not do what its author meant.",
    bad=_PAGE + "/// journey | curve\n    off: other.md\n///\n",
    good=_GOOD,
)
VIEW_BLOCK_NOT_CLOSED = Rule(
    code="J503",
    name="view-block-not-closed",
    severity=Severity.ERROR,
    summary="A view block ends with `///` on a line of its own.",
    why="Without its end, Markdown takes the rest of the page for a part of the block.",
    bad=_PAGE + "/// journey | curve\n\nMore text.\n",
    good=_GOOD,
)
VIEW_OPTION_NOT_INDENTED = Rule(
    code="J504",
    name="view-option-not-indented",
    severity=Severity.ERROR,
    summary="A view block's options are indented by four spaces, directly below its first line.",
    why="Options that stand elsewhere are printed as text instead of being read.",
    bad=_PAGE + "/// journey | curve\nof: other.md\n///\n",
    good=_GOOD,
)
VIEW_OF_UNKNOWN_PAGE = Rule(
    code="J505",
    name="view-of-unknown-page",
    severity=Severity.ERROR,
    summary="A view block shows a map (or persona) that there is.",
    why="A view of a page without a map has nothing to show.",
    bad="# A page without a map\n\n/// journey | curve\n///\n",
    good=_GOOD,
)
BAD_VIEW_OPTION = Rule(
    code="J506",
    name="bad-view-option",
    severity=Severity.ERROR,
    summary="A view block's options are YAML whose values can be read.",
    why="Options that cannot be read are left out, and the view shows something else.",
    bad=_PAGE + "/// journey | curve\n    of: [a, b]\n///\n",
    good=_GOOD,
)
VIEW_WITHOUT_CONTENT = Rule(
    code="J507",
    name="view-without-content",
    severity=Severity.ERROR,
    summary="A view block shows a view that its page has: of a persona, the persona.",
    why="A persona has no curve and a map without personas no cards: nothing would be shown.",
    bad=_PAGE + "/// journey | curve\n    of: ../personas/ana.md\n///\n",
    good=_PAGE
    + "/// journey | persona\n    of: ../personas/ana.md\n///\n\n"
    + "/// journey\n///\n",
)

RULES = (
    UNKNOWN_VIEW,
    UNKNOWN_VIEW_OPTION,
    VIEW_BLOCK_NOT_CLOSED,
    VIEW_OPTION_NOT_INDENTED,
    VIEW_OF_UNKNOWN_PAGE,
    BAD_VIEW_OPTION,
    VIEW_WITHOUT_CONTENT,
)
