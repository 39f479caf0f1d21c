"""Rules of the text itself: what YAML forbids, and what it allows but nobody means."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Rule, Severity

NOT_UTF8 = Rule(
    code="J101",
    name="not-utf-8",
    severity=Severity.ERROR,
    summary="A page is saved in UTF-8.",
    why="Other encodings show accents as noise on other machines, or stop the build.",
    bad="(a file saved as Latin-1)",
    good="---\njourney: {stages: [{name: Informação}]}\n---\n",
)
BROKEN_YAML = Rule(
    code="J102",
    name="broken-yaml",
    severity=Severity.ERROR,
    summary="The front matter is YAML that can be read.",
    why="A page whose front matter is broken shows no map, and MkDocs alone prints it as text.",
    bad="---\njourney:\n  stages:\n    - name: Buy: online\n---\n",
    good='---\njourney:\n  stages:\n    - name: "Buy: online"\n---\n',
)
DUPLICATE_KEY = Rule(
    code="J103",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="A key stands once in its mapping.",
    why="YAML readers silently keep one of the two, and the other's text is lost.",
    bad="---\njourney:\n  stages:\n    - name: Buy\n      doing: Looks\n      doing: Pays\n---\n",
    good="---\njourney:\n  stages:\n    - name: Buy\n      doing: [Looks, Pays]\n---\n",
)
TAB = Rule(
    code="J104",
    name="tab-indentation",
    severity=Severity.ERROR,
    summary="Front matter is indented with spaces.",
    why="YAML forbids tabs as indentation, and the error that it gives elsewhere is hard to see.",
    bad="---\njourney:\n  stages:\n\t- name: Buy\n---\n",
    good="---\njourney:\n  stages:\n    - name: Buy\n---\n",
)
ALIAS_BOMB = Rule(
    code="J105",
    name="alias-bomb",
    severity=Severity.ERROR,
    summary="Aliases (`*name`) repeat a bounded amount of text.",
    why="A few nested aliases can stand for millions of values, which no build survives.",
    bad=(
        "---\njourney:\n  stages:\n    - name: Buy\n  about:\n"
        "    a: &a [x, x, x, x, x, x, x, x, x]\n"
        "    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        "    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
        "    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
        "    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
        "    f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n---\n"
    ),
    good="---\njourney:\n  stages:\n    - &a {name: A, doing: x}\n---\n",
)
ALIAS_CYCLE = Rule(
    code="J106",
    name="alias-cycle",
    severity=Severity.ERROR,
    summary="An alias (`*name`) does not stand inside what it repeats.",
    why="A text that contains itself has no end.",
    bad="---\njourney:\n  stages: &all\n    - {name: Buy, touchpoints: *all}\n---\n",
    good="---\njourney:\n  stages:\n    - {name: Buy, touchpoints: [{name: Pay}]}\n---\n",
)
TOO_DEEP = Rule(
    code="J107",
    name="too-deep",
    severity=Severity.ERROR,
    summary="Front matter is nested at most 60 levels deep.",
    why="Text that is nested without bound crashes the programs that read it.",
    bad="---\njourney: " + "[" * 80 + "]" * 80 + "\n---\n",
    good="---\njourney: {stages: [{name: Buy}]}\n---\n",
)
TOO_LARGE = Rule(
    code="J108",
    name="too-large",
    severity=Severity.ERROR,
    summary=(
        "Front matter holds at most 2 MB of text and 200,000 values, a name 500 characters, an id "
        "200; at most 24 personas have a curve of their own, and a page 200 view blocks."
    ),
    why=(
        "One page must not stop the build of all others. Names are shown wherever something "
        "refers to them, and each curve crosses the whole map: split a map this large into several."
    ),
    bad="(front matter of more than two million characters)",
    good="---\njourney: {stages: [{name: Buy}]}\n---\n",
)
CONTROL_CHARACTER = Rule(
    code="J109",
    name="control-character",
    severity=Severity.ERROR,
    summary="Front matter holds no control characters.",
    why="They are invisible, come from copying out of other programs, and stop YAML readers.",
    bad="---\njourney:\n  stages:\n    - name: Buy\x07\n---\n",
    good="---\njourney:\n  stages:\n    - name: Buy\n---\n",
)
READ_AS_BOOLEAN = Rule(
    code="J110",
    name="read-as-boolean",
    severity=Severity.WARNING,
    summary="A word that YAML reads as true or false stands in quotes where text is meant.",
    why="`no` without quotes is false to most YAML readers, so other tools show another text.",
    bad="---\njourney:\n  stages:\n    - name: Buy\n      thinking: no\n---\n",
    good='---\njourney:\n  stages:\n    - name: Buy\n      thinking: "no"\n---\n',
)
READ_AS_NUMBER = Rule(
    code="J111",
    name="read-as-number",
    severity=Severity.WARNING,
    summary="A time of day stands in quotes.",
    why="`12:30` without quotes is the number 750 to most YAML readers.",
    bad="---\njourney:\n  stages:\n    - name: Lunch\n      when: 12:30\n---\n",
    good='---\njourney:\n  stages:\n    - name: Lunch\n      when: "12:30"\n---\n',
)
CUT_OFF_TEXT = Rule(
    code="J112",
    name="cut-off-text",
    severity=Severity.WARNING,
    summary="A text with ` #` in it, or with `&` before it, stands in quotes.",
    why="YAML takes ` #` for a comment and `&` for a mark, so a part of the text is never shown.",
    bad="---\njourney:\n  stages:\n    - name: Buy\n      doing: Opens order #42\n---\n",
    good='---\njourney:\n  stages:\n    - name: Buy\n      doing: "Opens order #42"\n---\n',
)
UNKNOWN_TAG = Rule(
    code="J113",
    name="yaml-tag",
    severity=Severity.ERROR,
    summary="A map holds no YAML tags (`!name`).",
    why="Tags ask the reader to run code or to build objects; a map is only text.",
    bad="---\njourney:\n  stages:\n    - name: !secret Buy\n---\n",
    good="---\njourney:\n  stages:\n    - name: Buy\n---\n",
)
SILENCED_WITHOUT_REASON = Rule(
    code="J114",
    name="silenced-without-reason",
    severity=Severity.WARNING,
    summary="A comment that silences a finding says why.",
    why="A finding that was silenced without a reason is a fault nobody dares to mend later.",
    bad=(
        "---\njourney:\n  stages:\n    - name: Lunch\n"
        "      when: 12:30  # journey: ignore[read-as-number]\n---\n"
    ),
    good=(
        "---\njourney:\n  stages:\n    - name: Lunch\n"
        "      when: 12:30  # journey: ignore[read-as-number] only MkDocs reads this page\n---\n"
    ),
)
NOT_A_MAPPING = Rule(
    code="J115",
    name="file-without-keys",
    severity=Severity.ERROR,
    summary="A map's own file holds `key: value` lines, as front matter does.",
    why="Without keys there is nothing that says which part is a stage.",
    bad="---\njourney: list.journey.yml\n---\n",
    good="---\njourney: map.journey.yml\n---\n",
)
NOT_CLOSED = Rule(
    code="J116",
    name="front-matter-not-closed",
    severity=Severity.ERROR,
    summary="Front matter ends with `---` on a line of its own.",
    why="Without its end it is no front matter: the page shows the YAML instead of the map.",
    bad="---\njourney:\n  stages:\n    - name: Buy\n\n# Buying\n",
    good="---\njourney:\n  stages:\n    - name: Buy\n---\n\n# Buying\n",
)
MISSING_FILE = Rule(
    code="J117",
    name="missing-file",
    severity=Severity.ERROR,
    summary="The file that `journey:` names is there.",
    why="Without it the page has no map.",
    bad="---\njourney: nowhere.journey.yml\n---\n",
    good="---\njourney: map.journey.yml\n---\n",
)
OUTSIDE_SITE = Rule(
    code="J118",
    name="outside-site",
    severity=Severity.ERROR,
    summary="Paths stay inside the site's pages.",
    why="What lies outside is not published, and a build must not read it.",
    bad="---\njourney: ../../secrets.yml\n---\n",
    good="---\njourney: map.journey.yml\n---\n",
)
DASH_WITHOUT_SPACE = Rule(
    code="J119",
    name="dash-without-space",
    severity=Severity.WARNING,
    summary="A space stands after the dash of a list's item.",
    why="Without it the lines are one text to YAML, and the cell shows them in a row.",
    bad=(
        "---\njourney:\n  stages:\n    - name: Buy\n"
        "      doing:\n        -Looks\n        -Pays\n---\n"
    ),
    good=(
        "---\njourney:\n  stages:\n    - name: Buy\n"
        "      doing:\n        - Looks\n        - Pays\n---\n"
    ),
)
SILENCED_UNKNOWN_RULE = Rule(
    code="J120",
    name="silenced-unknown-rule",
    severity=Severity.WARNING,
    summary="A comment that silences a finding names a rule that there is.",
    why="Under another name nothing is silenced, and what was meant stays reported.",
    bad=(
        "---\njourney:\n  stages:\n    - name: Lunch\n"
        '      when: "12:30"  # journey: ignore[read-as-numbr] only MkDocs reads this page\n---\n'
    ),
    good=(
        "---\njourney:\n  stages:\n    - name: Lunch\n"
        "      when: 12:30  # journey: ignore[read-as-number] only MkDocs reads this page\n---\n"
    ),
)
TEXT_SPLIT_BY_COMMA = Rule(
    code="J212",
    name="text-split-by-comma",
    severity=Severity.ERROR,
    summary="A text with a comma stands in quotes inside braces.",
    why="Inside `{ }` a comma ends the text, and the rest of it is lost.",
    bad=(
        "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n        - name: Checkout\n"
        "          pains:\n            - {text: Slow, and no progress bar}\n---\n"
    ),
    good=(
        "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n        - name: Checkout\n"
        '          pains:\n            - {text: "Slow, and no progress bar"}\n---\n'
    ),
)
"""Among the rules of form, which tell most of such texts by what they become."""

RULES = (
    NOT_UTF8,
    BROKEN_YAML,
    DUPLICATE_KEY,
    TAB,
    ALIAS_BOMB,
    ALIAS_CYCLE,
    TOO_DEEP,
    TOO_LARGE,
    CONTROL_CHARACTER,
    READ_AS_BOOLEAN,
    READ_AS_NUMBER,
    CUT_OFF_TEXT,
    UNKNOWN_TAG,
    SILENCED_WITHOUT_REASON,
    NOT_A_MAPPING,
    NOT_CLOSED,
    MISSING_FILE,
    OUTSIDE_SITE,
    DASH_WITHOUT_SPACE,
    SILENCED_UNKNOWN_RULE,
)
