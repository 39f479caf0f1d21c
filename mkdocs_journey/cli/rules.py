"""Checks as people name them on the command line."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.rules import RULES
from mkdocs_journey.values.choices import suggest


def find_rule(word: str) -> Rule:
    """The check of a name or a code; raises `click.UsageError` with the nearest names."""
    by_code = {rule.code: rule for rule in RULES.values()}
    found = RULES.get(word.lower()) or by_code.get(word.upper())
    if found is None:
        hint = suggest(word.lower(), sorted(RULES), most=3)
        raise click.UsageError(f"unknown check `{word}`: {hint}")
    return found


def complete_rule(
    _context: click.Context, _parameter: click.Parameter, word: str
) -> list[CompletionItem]:
    """Names of checks that begin like a word, for the Tab key."""
    return [
        CompletionItem(name, help=rule.summary)
        for name, rule in sorted(RULES.items())
        if name.startswith(word.lower())
    ]
