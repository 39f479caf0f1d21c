"""`explain`: what a check is for, and what to write instead."""

from __future__ import annotations

from textwrap import fill, indent

import click

from mkdocs_journey.cli.output import write_out
from mkdocs_journey.cli.rules import complete_rule, find_rule
from mkdocs_journey.diagnostics import Rule

_WIDTH = 80


@click.command(epilog="Example: mkdocs-journey explain unknown-key")
@click.argument("rule", shell_complete=complete_rule)
def command(rule: str) -> None:
    """Say why the check RULE is there, with a bad and a good example.

    RULE is its name or its code, as they stand in every finding.
    """
    write_out(explain(find_rule(rule)) + "\n")


def explain(rule: Rule) -> str:
    """A check as text."""
    examples = "\n\n".join(
        f"{title}:\n\n{indent(example.rstrip(), '    ')}"
        for title, example in (("Reported", rule.bad), ("Mended", rule.good))
    )
    repair = fill(f"`mkdocs-journey fix` mends it: it {rule.repair}", _WIDTH)
    return (
        f"{rule.code} {rule.name} ({rule.severity})\n\n"
        f"{fill(f'{rule.summary} {rule.why}', _WIDTH)}\n\n{examples}"
        + (f"\n\n{repair}" if rule.repair else "")
    )
