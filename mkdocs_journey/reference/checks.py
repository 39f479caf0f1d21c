"""The reference pages of the checks: one a rule, and a list of all."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.reference.markdown import NOTE, cell, fenced
from mkdocs_journey.rules import FAMILIES


def rules_page() -> str:
    """All rules by family."""
    sections = [
        f"---\ntitle: Checks\n---\n\n{NOTE}\n# Checks\n\n"
        "Every finding names its rule. [What to do about mistakes](../../guide/mistakes.md) says "
        "how a site sets how much a rule weighs, and how one finding is silenced.\n"
    ]
    for title, family in FAMILIES.items():
        rows = [
            f"| {rule.code} | [`{rule.name}`]({rule.name}.md) | {rule.severity} | "
            f"{cell(rule.summary)} |\n"
            for rule in family
        ]
        sections.append(
            f"## {title}\n\n| Code | Name | Severity | What is checked |\n"
            f"| --- | --- | --- | --- |\n{''.join(rows)}"
        )
    return "\n".join(sections)


def rule_page(rule: Rule) -> str:
    """One rule: what is checked, why, both examples, and how to silence it."""
    is_setting = rule in FAMILIES["Configuration"]
    silence = (
        "Set how much it weighs in `mkdocs.yml`:\n\n"
        f"```yaml\nplugins:\n  - journey:\n      rules:\n        {rule.name}: warning\n```\n"
    )
    if not is_setting and rule not in FAMILIES["View blocks"]:
        silence += (
            "\nor silence one finding where it stands, with the reason:\n\n"
            f"```yaml\n# journey: ignore[{rule.name}] why it is right here\n```\n"
        )
    repair = (
        f"[`mkdocs-journey fix`](../../guide/repairs.md) mends it: it {rule.repair}\n\n"
        if rule.repair
        else ""
    )
    language = "yaml" if is_setting else "markdown"
    return (
        f"---\ntitle: {rule.name}\nsearch: {{boost: 0.5}}\n---\n\n{NOTE}\n"
        f"# {rule.name}\n\n`{rule.code}` · {rule.severity}\n\n{rule.summary} {rule.why}\n\n"
        f"## Reported\n\n{fenced(rule.bad, language)}\n"
        f"## Mended\n\n{fenced(rule.good, language)}\n{repair}"
        f"## When it is wrong\n\n{silence}"
    )
