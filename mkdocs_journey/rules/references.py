"""References: ids that a map names are somewhere declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.catalog.labels import Sort, channel_of_platform, id_for
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import TOO_LARGE
from mkdocs_journey.lanes import lane_ids
from mkdocs_journey.model import Journey, Message, PersonaReference, Touchpoint
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.pages import Page
from mkdocs_journey.rules.walking import Checked, Later, Told
from mkdocs_journey.source import Span
from mkdocs_journey.values.cards import Card, ServiceCard
from mkdocs_journey.values.choices import MUCH_ALIKE, closest, in_order, suggest
from mkdocs_journey.values.feelings import MOST_CURVES, STRANGER, Feeling
from mkdocs_journey.values.measures import Metric
from mkdocs_journey.values.notes import Pain, Quote


def _rule(
    code: str, name: str, summary: str, why: str, bad: str, good: str,
    severity: Severity = Severity.WARNING, repair: str = "",
) -> Rule:  # fmt: skip
    return Rule(code, name, severity, summary, why, page_with(bad), page_with(good), repair)


UNKNOWN_PERSONA = _rule(
    "J301", "unknown-persona",
    "A map names personas that have a page, or describes them in place.",
    "Readers who want to know whose journey it is find nobody.",
    "journey:\n  personas: [anna]\n  stages: [{name: Buy}]\n",
    "journey:\n  personas: [ana]\n  stages: [{name: Buy}]\n",
)  # fmt: skip
UNKNOWN_CHANNEL = _rule(
    "J302", "unknown-channel",
    "A channel is built in or declared by the site.",
    "An unknown channel has no icon and no label, and filters do not find it.",
    "channel: e-mail",
    "channel: email",
    repair="writes the id in place of the channel's name in any language (`E-mail`, `Loja`).",
)  # fmt: skip
CHANNEL_OUT_OF_SCOPE = _rule(
    "J303", "channel-out-of-scope",
    "A touchpoint's channel is among the map's `channels`, where the map lists them.",
    "Either the map's scope or the touchpoint is wrong, and readers cannot tell which.",
    "journey:\n  channels: [email]\n  stages:\n    - name: Buy\n      touchpoints:\n"
    "        - {name: Checkout, channel: web}\n",
    "journey:\n  channels: [email, web]\n  stages:\n    - name: Buy\n      touchpoints:\n"
    "        - {name: Checkout, channel: web}\n",
)  # fmt: skip
UNKNOWN_SOURCE = _rule(
    "J304", "unknown-source",
    "A claim names sources that the map lists under `sources`.",
    "A claim whose evidence cannot be found is an assumption in disguise.",
    "pains:\n  - {text: It takes a minute, sources: [survey]}",
    "journey:\n  sources:\n    survey: {title: Survey of buyers, method: survey, n: 90}\n"
    "  stages:\n    - name: Buy\n      pains:\n"
    "        - {text: It takes a minute, sources: [survey]}\n",
)  # fmt: skip
UNKNOWN_STATUS = _rule(
    "J305", "unknown-status",
    "A map's status is draft, review, validated, archived, or one that the site declares.",
    "A badge that nobody knows says nothing about how far the map can be trusted.",
    "journey:\n  status: valid\n  stages: [{name: Buy}]\n",
    "journey:\n  status: validated\n  stages: [{name: Buy}]\n",
    repair="writes the id in place of the status's name in any language (`Rascunho`).",
)  # fmt: skip
UNKNOWN_LANE = _rule(
    "J306", "unknown-lane",
    "`lanes:` names lanes that are built in or declared by the site.",
    "A lane that nobody knows is not shown.",
    "journey:\n  lanes: [doing, feelings]\n  stages: [{name: Buy}]\n",
    "journey:\n  lanes: [doing, feeling]\n  stages: [{name: Buy}]\n",
)  # fmt: skip
UNKNOWN_PATH = _rule(
    "J307", "unknown-path",
    "A touchpoint's `path` is one of the map's `paths`.",
    "A reader who follows a path would miss the touchpoint.",
    "path: happy",
    "journey:\n  paths: {happy: All goes well}\n  stages:\n    - name: Buy\n      touchpoints:\n"
    "        - {name: Checkout, path: happy}\n",
)  # fmt: skip
UNKNOWN_METRIC = _rule(
    "J308", "unknown-metric",
    "A metric's id is not a misspelling of one that is built in or declared.",
    "Under another id the value has no label, no range, and is compared to nothing.",
    "metrics: {convertion: 41%}",
    "metrics: {conversion: 41%}",
)  # fmt: skip
UNKNOWN_SYSTEM = _rule(
    "J309", "unknown-system",
    "A card's `system` is one that the site declares, where it declares any.",
    "Cards of one system are found together only under one name.",
    "support: {text: Payments, system: paymens}",
    "support: {text: Payments, system: payments}",
)  # fmt: skip

RULES = (
    UNKNOWN_PERSONA, UNKNOWN_CHANNEL, CHANNEL_OUT_OF_SCOPE, UNKNOWN_SOURCE, UNKNOWN_STATUS,
    UNKNOWN_LANE, UNKNOWN_PATH, UNKNOWN_METRIC, UNKNOWN_SYSTEM,
)  # fmt: skip


def check_references(checked: Checked) -> Iterator[Finding]:
    """Ids that are declared nowhere."""
    yield from _check_sources(checked)
    yield from _check_channels(checked)
    if isinstance(checked.part, Journey):
        yield from _check_header(checked, checked.part)
        yield from _check_metrics(checked, checked.part)
        yield from _check_curves(checked, checked.part)
        yield from _check_systems(checked)


def find_personas(checked: Checked) -> Iterator[Later]:
    """Personas that a map names, and does not describe itself."""
    cast = checked.of(PersonaReference)
    own = {item.id: "" for _, item in cast if item.persona}
    named = [(checked.place((*path, "id")), item.id) for path, item in cast if item.persona is None]
    quoted = [
        (checked.place((*path, "persona")), quote.persona)
        for path, quote in checked.of(Quote)
        if quote.persona and quote.persona not in own
    ]
    if named:
        yield partial(_check_personas, named, {})
    if quoted:
        yield partial(_check_personas, quoted, own)


def _check_personas(
    named: Iterable[tuple[Span, str]], own: Mapping[str, str], atlas: Atlas
) -> Iterator[Told]:
    """Personas that no page describes, and that are not a map's own."""
    pages = atlas.persona_ids
    known = {**pages, **own} if own else pages
    otherwise = "write a page `{name}.md` with `persona:` in its front matter"
    for place, name in named:
        if name and name not in known:
            yield Told(
                UNKNOWN_PERSONA, place, _unknown(atlas.catalog, "persona", name, known, otherwise)
            )


def _check_each(
    checked: Checked, rule: Rule, what: str, path: Path, ids: Collection[str],
    known: Collection[str], otherwise: str, sort: Sort | None = None,
    excused: Collection[str] = (),
) -> Iterator[Finding]:  # fmt: skip
    """Findings for the ids, written as a lone value or a list at a path, that are not known.

    `sort` says whose labels may stand for ids; who names one that is `excused` is not at fault.
    """
    for place, name in enumerate(ids):
        if name and name not in known and name not in excused:
            message = _unknown(checked.catalog, what, name, known, otherwise, sort)
            yield checked.report(rule, (*path, place), message)


def _unknown(
    catalog: Catalog, what: str, name: str, known: Collection[str], otherwise: str,
    sort: Sort | None = None,
) -> str:  # fmt: skip
    """What to write for an id that is not known, or for a label that was written for one."""
    words = in_order(known)
    labelled = id_for(catalog, sort, name) if sort else None
    meant = labelled or name
    near = closest(meant, words)
    hints = [suggest(meant, words, most=6)] if known else []
    if sort == "channels" and not labelled and (found := channel_of_platform(catalog, name)):
        near, hints = None, [f"write `{found}`"]
    hints += [otherwise.format(name=name)] if otherwise and near is None else []
    return f"unknown {what} `{name}`: {', or '.join(hints)}"


def _check_sources(checked: Checked) -> Iterator[Finding]:
    known = checked.part.sources
    otherwise = "list it under `sources:` of the map"
    naming_one: list[tuple[Path, Quote | Metric]] = [*checked.of(Quote), *checked.of(Metric)]
    unknown: list[tuple[Path, tuple[str, ...]]] = [
        ((*path, "source"), (part.source,))
        for path, part in naming_one
        if part.source and part.source not in known
    ]
    naming_several: list[tuple[Path, Card | Feeling | Pain]] = [
        *checked.of(Card), *checked.of(Feeling), *checked.of(Pain)
    ]  # fmt: skip
    unknown += [
        ((*path, "sources"), part.sources)
        for path, part in naming_several
        if part.sources and not known.keys() >= set(part.sources)
    ]
    excused = checked.page.left_out.sources
    for path, ids in unknown:
        yield from _check_each(
            checked, UNKNOWN_SOURCE, "source", path, ids, known, otherwise, excused=excused
        )


def _check_channels(checked: Checked) -> Iterator[Finding]:
    known = checked.catalog.channels
    scope = checked.part.channels if isinstance(checked.part, Journey) else ()
    fitting = {"", *(known.keys() & scope if scope else known)}
    otherwise = "declare it under `channels:` of the plugin in `mkdocs.yml`"

    def check(path: Path, ids: tuple[str, ...]) -> Iterator[Finding]:
        yield from _check_each(
            checked, UNKNOWN_CHANNEL, "channel", path, ids, known, otherwise, "channels"
        )

    yield from check(("channels",), checked.part.channels)
    for path, message in checked.of(Message):
        yield from check((*path, "channel"), (message.channel,))
    for path, touchpoint in checked.of(Touchpoint):
        if fitting.issuperset((touchpoint.channel, *touchpoint.channels)):
            continue
        for key, ids in (("channel", (touchpoint.channel,)), ("channels", touchpoint.channels)):
            yield from check((*path, key), ids)
            for place, name in enumerate(ids):
                if scope and name in known and name not in scope:
                    message_ = (
                        f"channel `{name}` is not among the map's `channels`: "
                        "add it there, or correct it here"
                    )
                    yield checked.report(CHANNEL_OUT_OF_SCOPE, (*path, key, place), message_)


def _check_curves(checked: Checked, journey: Journey) -> Iterator[Finding]:
    felt = journey.felt_by if len(journey.personas) > MOST_CURVES else ()
    if len(felt) > MOST_CURVES:
        message = (
            f"{len(felt):,} personas with feelings of their own, of which {MOST_CURVES} have a "
            "curve: write one persona for those who feel alike, or a map for each group"
        )
        yield checked.report(TOO_LARGE, ("personas",), message)


def hold_back(atlas: Atlas, page: Page) -> list[Finding]:
    """A page's own findings without those at feelings of personas that its map only misspells.

    Whether a stranger among feelings is somebody, no page alone can tell.
    """
    part = page.journey or page.draft
    if not isinstance(part, Journey) or all(STRANGER not in item.message for item in page.findings):
        return [*page.findings]
    known = in_order(atlas.persona_ids)
    strangers = (item.id for item in part.personas if item.persona is None)
    meant = {closest(name, known) for name in strangers if name not in atlas.persona_ids}
    text = page.map_source.at_hand.text if meant else ""
    return [
        item
        for item in page.findings
        if STRANGER not in item.message or text[slice(*item.span)].strip("\"'") not in meant
    ]


def _check_header(checked: Checked, journey: Journey) -> Iterator[Finding]:
    catalog: Catalog = checked.catalog
    yield from _check_each(
        checked, UNKNOWN_STATUS, "status", ("status",), (journey.status,), catalog.statuses, "",
        "statuses",
    )  # fmt: skip
    yield from _check_each(
        checked, UNKNOWN_LANE, "lane", ("lanes",), journey.lanes, lane_ids(catalog), ""
    )
    for path, touchpoint in checked.of(Touchpoint):
        if touchpoint.path:
            yield from _check_each(
                checked, UNKNOWN_PATH, "path", (*path, "path"), touchpoint.path, journey.paths,
                "list it under `paths:` of the map",
                excused=checked.page.left_out.paths,
            )  # fmt: skip


def _check_metrics(checked: Checked, journey: Journey) -> Iterator[Finding]:
    """Only what is nearly a known metric is reported: a team may measure whatever it likes."""
    known = checked.catalog.metrics
    for path, _ in checked.of(Metric):
        name = str(path[-1])
        near = None if name in known else _metric_meant(checked, name)
        if near is not None:
            message = f"unknown metric `{name}`: did you mean `{near}`?"
            yield checked.report(UNKNOWN_METRIC, path, message, at_key=True)
    measured = {str(path[-1]) for path, _ in checked.of(Metric)} | {*known, "health"}
    words = sorted(measured)
    for place, alert in enumerate(journey.alerts):
        if alert.metric not in measured:
            hint = suggest(alert.metric, words)
            message = f"unknown metric `{alert.metric}`: {hint}"
            yield checked.report(UNKNOWN_METRIC, ("alerts", place, "metric"), message)


def _metric_meant(checked: Checked, name: str) -> str | None:
    catalog: Catalog = checked.catalog
    label = id_for(catalog, "metrics", name)
    return label or closest(name, sorted(catalog.metrics), MUCH_ALIKE)


def _check_systems(checked: Checked) -> Iterator[Finding]:
    systems = checked.catalog.systems
    known = {*systems, *(system.label for system in systems.values())}
    for path, card in checked.of(ServiceCard):
        if systems and card.system and card.system not in known:
            message = f"unknown system `{card.system}`: {suggest(card.system, in_order(systems))}"
            yield checked.report(UNKNOWN_SYSTEM, (*path, "system"), message)
