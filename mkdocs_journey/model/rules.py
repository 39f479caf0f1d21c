"""Rules of a map's form: its keys, and the type and range of each value."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Rule, Severity
from mkdocs_journey.front_matter.rules import TEXT_SPLIT_BY_COMMA, TOO_LARGE


def _rule(
    code: str, name: str, summary: str, why: str, bad: str, good: str, repair: str = ""
) -> Rule:
    """A rule of form: always an error, because something that was written is not shown."""
    bad, good = page_with(bad), page_with(good)
    return Rule(code, name, Severity.ERROR, summary, why, bad, good, repair)


def page_with(journey: str) -> str:
    """Page of an example: a whole `journey:`, or only what stands in its one touchpoint."""
    if journey.startswith("journey:"):
        return f"---\n{journey}---\n"
    lines = "".join(f"          {line}\n" for line in journey.splitlines())
    return (
        "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n        - name: Checkout\n"
        f"{lines}---\n"
    )


UNKNOWN_KEY = _rule(
    "J201",
    "unknown-key",
    "A key is one of the language's, or a lane that the site declares.",
    "What stands under a misspelt key is not shown, and nobody misses it until a reader asks.",
    "chanel: web",
    "channel: web",
    "writes the right key where it can only have been meant as that one.",
)
MISSING_KEY = _rule(
    "J202",
    "missing-key",
    "What must be there is there: names, texts, the stages.",
    "A column without a name cannot be read, linked to or searched for.",
    "pains:\n  - {id: slow, severity: high}",
    "pains:\n  - {id: slow, text: It takes a minute, severity: high}",
)
WRONG_TYPE = _rule(
    "J203",
    "wrong-type",
    "A value has the form that its key asks for: a text, a number, keys, a list.",
    "A value of another form cannot be drawn.",
    "volume: many",
    "volume: 1200",
)
UNKNOWN_VALUE = _rule(
    "J204",
    "unknown-value",
    "Where the language has a list of words, one of them is written.",
    "Filters, rankings and badges know these words only.",
    "pains:\n  - {text: It takes a minute, severity: huge}",
    "pains:\n  - {text: It takes a minute, severity: critical}",
    "writes the right word where one in Portuguese or Spanish stands for no other (`alta`).",
)
BAD_ID = _rule(
    "J205",
    "bad-id",
    "Ids are lower-case letters, digits, hyphens and underscores.",
    "Ids become addresses that people share; spaces and capitals break them.",
    "id: Check Out",
    "id: check-out",
)
BAD_DURATION = _rule(
    "J206",
    "bad-duration",
    "A duration has a number and a unit.",
    "Waits are added up and compared, which words alone do not allow.",
    "wait: 3",
    "wait: 3 days",
)
BAD_DATE = _rule(
    "J207",
    "bad-date",
    "A date is written year first, as `2026-10-02`, or only to the month or year.",
    "`03/04/26` is another day in another country.",
    "journey:\n  reviewed: 2/10/2026\n  stages: [{name: Buy}]\n",
    "journey:\n  reviewed: 2026-10-02\n  stages: [{name: Buy}]\n",
)
SCORE_OUT_OF_RANGE = _rule(
    "J208",
    "score-out-of-range",
    "A feeling's score lies between 1 (worst) and 5 (best), health between 0 and 100.",
    "A curve is comparable between maps because all use one scale.",
    "feeling: 7",
    "feeling: 5",
)
SHARE_OUT_OF_RANGE = _rule(
    "J209",
    "share-out-of-range",
    "A share lies between 0 % and 100 %.",
    "More than all cannot leave, and a funnel computed from it is wrong.",
    "drop_off: 120%",
    "drop_off: 20%",
)
UNKNOWN_FEELING = _rule(
    "J210",
    "unknown-feeling",
    "A feeling's word has a score: built in, declared by the site, or written beside it.",
    "Without a score the moment has no place on the curve.",
    "feeling: flabbergasted",
    "feeling: {score: 2, emotion: flabbergasted}",
)
UNKNOWN_BLOCK = _rule(
    "J211",
    "unknown-block",
    "A block of a flow has one key that says what kind of block it is.",
    "A block that nobody knows leaves a hole in the flow.",
    "journey:\n  stages: [{name: Buy}]\n  flow:\n    - stp: Check the address\n",
    "journey:\n  stages: [{name: Buy}]\n  flow:\n    - step: Check the address\n",
)
TEXT_SPLIT_BY_COLON = _rule(
    "J213",
    "text-split-by-colon",
    "A text with a colon and a space stands in quotes.",
    "YAML takes what stands before the `: ` for a key.",
    "thinking:\n  - First question: what does it cost?",
    'thinking:\n  - "First question: what does it cost?"',
)
MAP_AND_PERSONA = _rule(
    "J214",
    "map-and-persona",
    "A page holds a map or a persona, not both.",
    "A page has one heading, one address and one set of findings: only its map is shown.",
    "journey:\n  stages: [{name: Buy}]\npersona: {name: Ana}\n",
    "journey:\n  stages: [{name: Buy}]\n  personas: {name: Ana}\n",
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    BAD_ID,
    BAD_DURATION,
    BAD_DATE,
    SCORE_OUT_OF_RANGE,
    SHARE_OUT_OF_RANGE,
    UNKNOWN_FEELING,
    UNKNOWN_BLOCK,
    TEXT_SPLIT_BY_COMMA,
    TEXT_SPLIT_BY_COLON,
    MAP_AND_PERSONA,
)
BY_NAME = {rule.name: rule for rule in (*RULES, TOO_LARGE)}
