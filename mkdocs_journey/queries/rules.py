"""Rules of what a view across maps is asked for."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Rule, Severity

_PAGE = "---\njourney: {stages: [{name: Buy, feeling: 4}]}\n---\n\n# Buying\n\n"
_GOOD = _PAGE + "/// journey | pains\n    where: {severity: high}\n    sort: -rank\n///\n"

UNKNOWN_QUERY_FIELD = Rule(
    code="J508",
    name="unknown-view-field",
    severity=Severity.ERROR,
    summary="`where`, `sort`, `group` and `columns` of a view name fields that the view has.",
    why="A test of a field that there is not would let everything through, or nothing.",
    bad=_PAGE + "/// journey | pains\n    where: {severty: high}\n///\n",
    good=_GOOD,
)
BAD_QUERY_VALUE = Rule(
    code="J509",
    name="bad-view-value",
    severity=Severity.ERROR,
    summary="A field of a view is tested for a value that it can have.",
    why="A view that asks for what cannot be stays empty, and readers think that all is well.",
    bad=_PAGE + "/// journey | pains\n    where: {severity: urgent}\n///\n",
    good=_GOOD,
)

RULES = (UNKNOWN_QUERY_FIELD, BAD_QUERY_VALUE)
