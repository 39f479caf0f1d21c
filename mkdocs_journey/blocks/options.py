"""What stands below the first line of a view block: options in YAML, and comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mkdocs_journey.blocks import rules
from mkdocs_journey.blocks.names import PATHS, options_of
from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import FrontMatter, Mapping, Recovery, Silence, locate, read_yaml
from mkdocs_journey.front_matter import rules as text_rules
from mkdocs_journey.front_matter.silences import find_silences
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.choices import suggest


@dataclass(frozen=True, slots=True)
class Options:
    """A block's options as far as they can be read, and what is wrong with them."""

    data: Mapping = field(default_factory=Mapping)
    paths: dict[str, str] = field(default_factory=dict)
    silences: tuple[Silence, ...] = ()
    """Comments in the block that silence findings."""
    recovery: Recovery | None = None
    """How options were read on whose YAML is broken."""
    findings: tuple[Finding, ...] = ()

    def hold_back(self, findings: Iterator[Finding]) -> Iterator[Finding]:
        """Findings in the block without those that only follow from its broken YAML."""
        recovery = self.recovery
        return (item for item in findings if recovery is None or not recovery.follows(item))


NO_OPTIONS = Options()


def read_options(source: Source, view: str, first: Span, span: Span) -> Options:
    """The options of a view in a span of whole lines, which is empty where there are none.

    `first` is the block's first line. Queries are read where maps are known.
    """
    lines = [line.strip() for line in source.text[span.start : span.end].split("\n")]
    if all(line.startswith("#") or not line for line in lines):
        silences, findings = find_silences(source, span)
        return Options(silences=_speaking(silences, source, first, span), findings=findings)
    matter = read_yaml(source, span)
    read = Options(
        matter.data,
        _paths(matter.data),
        _speaking(matter.silences, source, first, span),
        matter.recovery,
        tuple(_text_findings(source, matter)),
    )
    checked = read.hold_back(_check(source, view, matter.data, first))
    return replace(read, findings=(*read.findings, *checked))


def _speaking(
    silences: tuple[Silence, ...], source: Source, first: Span, span: Span
) -> tuple[Silence, ...]:
    """Silences of a block: a comment with no option below it speaks of the block's first line."""
    last = source.position(max(span.end - 1, 0)).line
    start = source.position(first.start).line
    return tuple(replace(item, line=start) if item.line > last else item for item in silences)


def _text_findings(source: Source, matter: FrontMatter) -> Iterator[Finding]:
    """Faults of the YAML, by the one rule that blocks have for them."""
    for finding in matter.findings:
        if finding.rule is text_rules.SILENCED_WITHOUT_REASON:
            yield finding
        elif finding.rule is text_rules.NOT_A_MAPPING:
            message = "no options here: write a name, a colon and a value on each line"
            yield find(rules.BAD_VIEW_OPTION, source, finding.span, message)
        elif finding.rule is not text_rules.READ_AS_BOOLEAN:  # `answered: no` means what it says
            yield find(rules.BAD_VIEW_OPTION, source, finding.span, finding.message)


def _paths(data: Mapping) -> dict[str, str]:
    paths = {key: value for key, value in data.items() if key in PATHS and isinstance(value, str)}
    return {key: value.strip() for key, value in paths.items() if value.strip()}


def _check(source: Source, view: str, data: Mapping, first: Span) -> Iterator[Finding]:
    """Options that the view does not know, and paths that are none."""
    known, paths = options_of(view), _paths(data)
    for key in data:
        if key not in known:
            place = locate(data, (key,), first, key=True)
            message = f"unknown option `{key}`: {suggest(key, known)}"
            yield find(rules.UNKNOWN_VIEW_OPTION, source, place, message)
        elif key in PATHS and key not in paths:
            place = locate(data, (key,), first)
            message = f"`{key}` takes one path: write it like `{key}: checkout.md`"
            yield find(rules.BAD_VIEW_OPTION, source, place, message)
