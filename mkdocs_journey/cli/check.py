"""`check`: every finding of every map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from mkdocs_journey.cli.baseline import let_through, read_baseline, write_baseline
from mkdocs_journey.cli.cache import FOLDER, Loads, Outcome, keep, make_key, recall
from mkdocs_journey.cli.options import find_project, format_option, seen_from_here, site_options
from mkdocs_journey.cli.output import choose_paint, write_out
from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.project import Project
from mkdocs_journey.reporters import FORMATS, find_reporter
from mkdocs_journey.reporters.identity import identify
from mkdocs_journey.reporters.verdict import Verdict

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _complete_rule(*asked: Any) -> list[CompletionItem]:
    from mkdocs_journey.cli.rules import complete_rule  # all checks: only where they are asked for

    return complete_rule(*asked)


def _rules_option(name: str, help: str) -> Callable[[_Function], _Function]:
    return click.option(
        name, multiple=True, metavar="RULES", help=help, shell_complete=_complete_rule
    )


@click.command(epilog="Example: mkdocs-journey check --strict --format github")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@site_options
@format_option(*FORMATS)
@_rules_option("--select", "Only these checks: names or codes.")
@_rules_option("--ignore", "All checks but these.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Let through what this file lists.",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Write the file of --baseline; one that is there only loses what was mended.",
)
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    config: Path | None,
    today: str,
    format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    baseline: Path | None,
    update_baseline: bool,
    no_cache: bool,
) -> None:
    """Report everything that is wrong with the maps of a site, or with those in PATHS.

    The whole site is read even so, for a map may refer to any other. Exit code: 0 without errors
    (with --strict without warnings, too), 1 with findings, 2 where the check could not be done.
    """
    if update_baseline and (baseline is None or paths or select or ignore):
        hint = "name its file with --baseline" if baseline is None else "leave PATHS and rules out"
        raise click.UsageError(f"--update-baseline is for the whole site: {hint}")
    project = find_project(config, today, paths[0] if paths else None)
    outcome = _check(project, is_kept=not no_cache)
    verdict = Verdict(
        outcome.findings,
        pages=seen_from_here(project.docs),
        root=seen_from_here(project.root),
        checked=outcome.checked,
        is_strict=strict,
        version=version("mkdocs-journey"),
        paint=choose_paint(),
    )
    findings = _choose(outcome.findings, _rules(select), _rules(ignore))
    if paths:
        wanted = [path.resolve() for path in paths]
        findings = tuple(item for item in findings if _stands_in(verdict.path(item), wanted))
    if baseline is not None:
        findings = _without_old(findings, baseline, is_updated=update_baseline)
    verdict = replace(verdict, findings=findings)
    write_out(find_reporter(format)(verdict))
    ctx.exit(1 if verdict.is_failure else 0)


def _check(project: Project, *, is_kept: bool) -> Outcome:
    """What is wrong with a site, from the last check where nothing has changed since."""
    pages = project.read_pages()
    for path in pages.left_out:
        click.echo(f"mkdocs-journey: left out {path}", err=True)
    folder, key = project.root / FOLDER, make_key(project, pages)
    known = recall(folder, key, project.load) if is_kept else None
    if known is not None:
        return known
    from mkdocs_journey.cli.compiling import compile_pages  # only where something has changed

    loads = Loads(project.load)
    compiled = compile_pages(project, pages, loads)
    outcome = Outcome(compiled.findings, len(compiled.atlas.pages), loads.digests)
    if is_kept:
        keep(folder, key, outcome)
    return outcome


def _rules(given: tuple[str, ...]) -> frozenset[str]:
    """Names of the checks that an option lists by name or code."""
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    if not words:
        return frozenset()
    from mkdocs_journey.cli.rules import find_rule  # all checks: only where they are asked for

    return frozenset(find_rule(word).name for word in words)


def _choose(
    findings: tuple[Finding, ...], select: frozenset[str], ignore: frozenset[str]
) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in findings
        if finding.rule.name not in ignore and (not select or finding.rule.name in select)
    )


def _stands_in(path: str, wanted: list[Path]) -> bool:
    return any(Path(path).resolve().is_relative_to(place) for place in wanted)


def _without_old(
    findings: tuple[Finding, ...], file: Path, *, is_updated: bool
) -> tuple[Finding, ...]:
    """Findings that the baseline does not let through; writes it first where that is asked."""
    if is_updated and not file.exists():
        write_baseline(file, identify(findings))
    baseline = read_baseline(file)
    new, still = let_through(findings, baseline)
    gone = len(baseline) - len(still)
    if is_updated and gone:
        write_baseline(file, still)
    is_stale = gone and not is_updated
    hint = f"; no longer found: {gone} (take out with --update-baseline)" if is_stale else ""
    click.echo(f"mkdocs-journey: let through by {file}: {len(still)}{hint}", err=True)
    return new
