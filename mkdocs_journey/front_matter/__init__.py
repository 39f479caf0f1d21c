"""A page's front matter, with the place of every value in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from yaml import YAMLError

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken import Trust
from mkdocs_journey.front_matter.nodes import Mapping, Marks, Quoted, Sequence, locate
from mkdocs_journey.front_matter.outline import find_keys
from mkdocs_journey.front_matter.parser import CONTROL, parse
from mkdocs_journey.front_matter.plain import read_plain
from mkdocs_journey.front_matter.recovery import Recovery, move, moved, recover
from mkdocs_journey.front_matter.silences import Silence, find_silences
from mkdocs_journey.front_matter.traps import find_traps
from mkdocs_journey.source import Source, Span

__all__ = [
    "FrontMatter",
    "Mapping",
    "Marks",
    "Quoted",
    "Recovery",
    "Sequence",
    "Silence",
    "Trust",
    "find_front_matter",
    "locate",
    "mentions",
    "read_front_matter",
    "read_yaml",
    "remainder",
]

# The same fences as MkDocs', so that both see the same pages (mkdocs.utils.meta.YAML_RE).
_OPENED = re.compile(r"-{3}[ \t]*\n")
_CLOSED = re.compile(r"\n(?:\.{3}|-{3})[ \t]*(?:\n|\Z)")
_CLOSING = ("\n---", "\n...")
_OURS = re.compile(r"^[\"']?(?P<key>journey|persona)[\"']?[ \t]*:", re.MULTILINE | re.IGNORECASE)
_KEY_LINE = re.compile(r"[\w\"'-]+[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_OUR_KEY_LINE = re.compile(
    r"^[\"']?(?:journey|persona)[\"']?[ \t]*:[ \t]*(?:\n|\{|[\w./-]+\n)", re.MULTILINE
)
# A key's lines in broken YAML: its own, and all below that are indented, empty, comments, items
# or closing.
_OUR_LINES = re.compile(
    r"^[\"']?(?:journey|persona)[\"']?[ \t]*:.*\n(?:(?:[ \t#}\]-].*)?\n)*", re.MULTILINE
)
_REFERRING = re.compile(r"[*&?]")
"""What marks, aliases and keys of more than a word are written with."""
_LONG_KEY = re.compile(r"\n *\?")
"""The mark before a key of more than a word, which is cut off with the key above it."""
_SYNTAX = (rules.BROKEN_YAML, rules.TAB)
OURS = ("journey", "persona")
"""Top-level keys that mark a page as ours; all others belong to the theme and other plugins."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page's front matter (or a map's own file) says, and what is wrong with its YAML."""

    data: Mapping
    """Top-level mapping; empty where the YAML cannot be read."""
    span: Span
    """Where the YAML stands in the file, without its fences."""
    findings: tuple[Finding, ...]
    silences: tuple[Silence, ...]
    is_broken: bool = False
    """The YAML cannot be read as it stands, and findings say why. `data` holds what it was
    probably meant to say; empty where that cannot be told."""
    recovery: Recovery | None = None
    """How broken YAML was read on, and how far that is to be trusted."""
    keys: tuple[tuple[str, int], ...] = ()
    """Top-level keys with their offsets, and under an empty key the end; empty where only another
    reading tells, because they are doubled, merged, within braces or broken."""


def find_front_matter(source: Source) -> tuple[Span, int] | None:
    """Span of the YAML between the `---` fences and the offset where the body begins."""
    text = source.text
    opened = _OPENED.match(text)
    closed = _find_closed(text, opened.end()) if opened else None
    return (Span(opened.end(), closed.start() + 1), closed.end()) if opened and closed else None


def _find_closed(text: str, start: int) -> re.Match[str] | None:
    """The fence that closes front matter: what begins like one is found faster than a pattern."""
    candidates = {sign: text.find(sign, start) for sign in _CLOSING}
    while left := [(at, sign) for sign, at in candidates.items() if at >= 0]:
        at, sign = min(left)
        if closed := _CLOSED.match(text, at):
            return closed
        candidates[sign] = text.find(sign, at + 1)
    return None


def mentions(source: Source, span: Span) -> Span | None:
    """Where the text names `journey:` or `persona:` as a top-level key, broken YAML or not."""
    match = _OURS.search(source.text, span.start, span.end)
    return Span(*match.span("key")) if match else None


def read_front_matter(source: Source) -> FrontMatter | None:
    """Front matter of a page that has some and names a map or a persona in it.

    Pages of others cost one search: their YAML is MkDocs' to read.
    """
    found = find_front_matter(source)
    if found is None:
        return _read_unclosed(source)
    if mentions(source, found[0]) is None:
        return None
    return read_yaml(source, found[0], OURS)


def _read_unclosed(source: Source) -> FrontMatter | None:
    """Front matter whose closing fence is missing: MkDocs prints it as text.

    A page may begin with a rule (`---`) of its own: it is front matter where keys follow at once
    and one of them is ours.
    """
    fence = _OPENED.match(source.text)
    if fence is None or not _KEY_LINE.match(source.text, fence.end()):
        return None
    if _OUR_KEY_LINE.search(source.text, fence.end()) is None:
        return None
    message = "this front matter has no end: write `---` on a line of its own below it"
    finding = find(rules.NOT_CLOSED, source, Span(fence.start(), fence.start() + 3), message)
    whole = Span(fence.end(), len(source.text))
    return FrontMatter(Mapping(), whole, (finding,), (), is_broken=True)


def remainder(source: Source, keys: Collection[tuple[str, int]] = ()) -> str:
    """A page's text without its map and persona: what is left for MkDocs to read.

    `keys` are those of its `FrontMatter`; without them the YAML is read for them. Front matter of
    which no key is left, or none that can be read, is left out: MkDocs would print it. A blank
    line stands for it, without which MkDocs takes a body that begins with `Note: …` for metadata
    in MultiMarkdown's way.
    """
    found = find_front_matter(source)
    if found is None:
        return "" if _read_unclosed(source) else source.text
    span, body = found
    rest = _without_ours(source, span, keys).rstrip()
    if not _leaves_keys(Source(source.path, rest), keys):
        return f"\n{source.text[body:]}"
    return f"---\n{rest}\n---\n{source.text[body:]}"


def _leaves_keys(rest: Source, keys: Collection[tuple[str, int]]) -> bool:
    """Whether keys are left, and can be read: aliases of what was taken out cannot."""
    if keys and _REFERRING.search(rest.text) is None:
        return sum(key not in OURS for key, _ in keys) > 1  # the end is one of them
    left, faults, _ = parse(rest, Span(0, len(rest.text)))
    return bool(left) and all(finding.rule is not rules.BROKEN_YAML for finding in faults)


def _without_ours(source: Source, span: Span, keys: Collection[tuple[str, int]]) -> str:
    """Front matter without our keys; of broken YAML as far as its lines tell."""
    text = source.text[span.start : span.end]
    try:
        places = [(key, at - span.start) for key, at in keys] or find_keys(text)
    except YAMLError:
        return _OUR_LINES.sub("", text)
    kept = [text[: places[0][1]]]
    kept += [text[at:end] for (key, at), (_, end) in pairwise(places) if key not in OURS]
    return "".join([*kept, text[places[-1][1] :]])


def read_yaml(
    source: Source, span: Span | None = None, ours: tuple[str, ...] | None = None
) -> FrontMatter:
    """YAML of a span (or of the whole source) as a mapping, with every fault of its text.

    With `ours`, only what stands under these keys is searched for YAML's traps: how other keys
    are read is not ours to say.
    """
    span = span or Span(0, len(source.text))
    plain = read_plain(source, span)
    value, faults, doubtful = plain or parse(source, span)
    if value is None and any(finding.rule in _SYNTAX for finding in faults):
        return _read_on(source, span, ours, faults)
    findings = list(faults)
    if isinstance(value, Mapping):
        if faults and ours is not None:
            findings = [item for item in faults if _is_ours_to_say(item, value, ours)]
        if doubtful or " #" in source.text[span.start : span.end]:
            findings.extend(find_traps(source, span, value, ours))
        silences, complaints = find_silences(source, span)
        findings.extend(complaints)
        is_sure = plain is not None or _has_plain_keys(source, span, value, faults)
        keys = _keys(value, span) if is_sure else ()
        return FrontMatter(value, span, tuple(findings), silences, keys=keys)
    if not findings:
        message = "no keys here: write `stages:` and the other keys of a map, each on its line"
        findings.append(find(rules.NOT_A_MAPPING, source, span, message))
    return FrontMatter(Mapping(), span, tuple(findings), (), is_broken=True)


def _is_ours_to_say(finding: Finding, value: Mapping, ours: Collection[str]) -> bool:
    if finding.rule is not rules.TEXT_SPLIT_BY_COMMA:
        return True
    spans = (value.marks[key].value for key in ours if key in value)
    return any(start <= finding.span.start < end for start, end in spans)


def _has_plain_keys(source: Source, span: Span, value: Mapping, faults: Iterable[Finding]) -> bool:
    """Whether each key of a mapping is a word that stands there once, as in all that is plain."""
    is_doubled = any(finding.rule is rules.DUPLICATE_KEY for finding in faults)
    text = source.text[span.start : span.end]
    return not (value.flow or is_doubled or "<<" in text or _LONG_KEY.search(text))


def _keys(value: Mapping, span: Span) -> tuple[tuple[str, int], ...]:
    return (*((key, marks.key_start) for key, marks in value.marks.items()), ("", span.end))


def _read_on(
    source: Source, span: Span, ours: tuple[str, ...] | None, faults: tuple[Finding, ...]
) -> FrontMatter:
    """Broken YAML as it was probably meant, with every fault of the text as it stands."""
    text = CONTROL.sub(" ", source.text[span.start : span.end])
    recovery = recover(source, span, text)
    if not recovery.findings:  # no parser's fault: a second document
        return FrontMatter(Mapping(), span, faults, (), is_broken=True)
    if not recovery.is_read:
        others = (finding for finding in faults if finding.rule not in _SYNTAX)
        findings = (*others, *recovery.findings)
        return FrontMatter(Mapping(), span, findings, (), is_broken=True)
    matter = read_yaml(Source(source.path, recovery.text), None, ours)
    controls = (finding for finding in faults if finding.rule is rules.CONTROL_CHARACTER)
    findings = (*controls, *recovery.findings, *moved(matter.findings, source, recovery))
    move(matter.data, recovery)
    silences = tuple(
        replace(item, line=item.line + source.position(span.start).line - 1)
        for item in matter.silences
    )
    return FrontMatter(matter.data, span, findings, silences, is_broken=True, recovery=recovery)
