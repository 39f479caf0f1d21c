"""Pages of maps and personas: what they say, that they are whole, that text stays text."""

import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser

import pytest
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.diagnostics import Rule, Severity, find
from mkdocs_journey.model import Persona
from mkdocs_journey.render.assets import STYLES, script, stylesheet
from mkdocs_journey.render.blueprint import draw_blueprint
from mkdocs_journey.render.chart import mermaid_chart, no_chart
from mkdocs_journey.render.escape import Html
from mkdocs_journey.render.grid import draw_grid
from mkdocs_journey.render.header import draw_header, draw_persona_card
from mkdocs_journey.render.page import (
    Downloads,
    findings_card,
    map_page,
    map_view,
    persona_page,
)
from mkdocs_journey.source import Source, Span
from mkdocs_journey.views.header import PersonaCard, header
from mkdocs_journey.views.layout import lay_out
from tests.drawing_maps import blueprint_of, grid_of, make_context, make_map, sheet_of

TODAY = date(2026, 11, 23)
VOID = {"img", "br", "input", "col", "use", "stop", "path", "meta"}

RICH = """
kind: lifecycle
owner: Care
reviewed: 2026-01-01
review_every: 1 months
segments: [Offices, Shops]
scenario: Ana *orders* once.
goals: [Order once]
expectations: [No calls]
about: {Frequency: Monthly}
feeling: {score: 4, emotion: glad}
parent: {map: all.md, stage: buy}
improves: before.md
sources: {talks: {title: 12 talks, method: interview, n: 12, date: 2026-09, url: talks.md}}
paths: {happy: All goes well}
lanes: [goal, when, doing, thinking, feeling, quotes, pains, gains, opportunities, metrics, image,
  links, health, checkpoint, times]
stages:
  - name: Find & buy
    phase: before
    duration: 2 days
    journey: detail.md
    goal: Something that fits
    health: {value: 64, previous: 70}
    checkpoint: [{text: Signed, met: true}, {text: Paid, met: false}, Used]
    touchpoints:
      - name: Shop
        channels: [web, app]
        path: happy
        owner: Web team
        volume: 1200
        drop_off: 12%
        moment_of_truth: true
        when: Day 1
        doing:
          - {text: Compares, actor: Ana, sources: [talks], note: Twice}
          - {text: Pays, fail_point: true}
        thinking: Which one?
        feeling: [{score: 2, emotion: confused}, {score: 4, why: Found it, intensity: 3}]
        quotes: [{text: At last!, source: talks, who: A buyer}]
        pains:
          - {text: No sizes, id: sizes, severity: critical, frequency: 30%, impact: They leave,
             who: customer}
        gains: [Fast]
        opportunities:
          - {text: Show sizes, solves: [sizes], impact: high, effort: low, status: doing,
             owner: Web team, ticket: "https://example.org/T-1", horizon: next}
        metrics: {nps: {value: 46, target: 40, previous: 44, n: 84, date: 2026-10, source: talks},
          conversion: {target: "55%"}}
        image: {src: shop.png, alt: The shop}
        links: [{text: Design, url: design.md}]
        duration: 5 min
        wait: PT2H
      - name: Courier
        channel: courier
  - name: After
"""

BLUEPRINT = """
kind: service-blueprint
stages:
  - name: S
    touchpoints:
      - name: A
        feeling: 2
        evidence: Letter
        doing: Reads
        pains: [Too long]
        frontstage: {text: Answers, id: answers, actor: Clerk, to: [{id: far, label: asks}]}
        support: {text: Mail, system: crm, owner: IT, duration: 5 min, wait: 1 h}
      - name: B
        doing: Calls
        backstage:
          text: Looks up
          id: far
          fail_point: true
          to: [{id: crm, label: saves, two_way: true}]
        support: {text: CRM, id: crm}
        policy: Data protection
"""


class Checked(HTMLParser):
    """Reads a fragment and holds it to being whole: every element closed, every id once."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.targets: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []
        assert [id for id, n in self.ids.items() if n > 1] == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        if "id" in found:
            self.ids[found["id"] or ""] += 1
        for name in ("href", "popovertarget", "aria-labelledby"):
            value = found.get(name) or ""
            if name != "href" or value.startswith("#"):
                self.targets += [value.removeprefix("#")] if value else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(found: Map, language: str = "en", prefix: str = "") -> Html:
    return map_page(
        lay_out(found, BUILT_IN),
        make_context(language, prefix),
        downloads=Downloads("map.csv", "map.json"),
        title_html=Html("<h1>A map</h1>"),
        today=TODAY,
        chart=mermaid_chart,
    )


def lines(html: str) -> str:
    """HTML with a line for each cell and item, so that a difference can be read."""
    return re.sub(r"(<(?:tr|th|td|li|div|section|p|dt|h\d|colgroup)\b)", r"\n\1", html)


def test_the_grid(snapshot: SnapshotAssertion) -> None:
    found = make_map(RICH)
    assert lines("".join(draw_grid(sheet_of(found), found, grid_of(found)))) == snapshot


def test_two_personas_on_one_curve(snapshot: SnapshotAssertion) -> None:
    text = """
    stages:
      - name: S
        touchpoints:
          - {name: A, feeling: {ana: 4, bo: 1}}
          - {name: B, feeling: {ana: {score: 3, emotion: calm}, bo: 3}}
          - {name: C, feeling: {bo: 5}}
          - {name: D, feeling: {ana: 2}}
    """
    found = make_map(text, personas={"ana": "Ana Martins", "bo": "Bo Berg"})
    assert lines("".join(draw_grid(sheet_of(found), found, grid_of(found)))) == snapshot


def test_a_reason_beside_two_curves_says_whose_it_is() -> None:
    touchpoint = "{name: A, feeling: {ana: 5, bo: {score: 2, why: Fears fraud}}}"
    text = f"stages: [{{name: S, touchpoints: [{touchpoint}]}}]"
    found = make_map(text, personas={"ana": "Ana Martins", "bo": "Bo Berg"})
    drawn = "".join(draw_grid(sheet_of(found), found, grid_of(found)))
    assert '<p class="journey-why"><b>Bo:</b> Fears fraud</p>' in drawn


def test_each_of_three_personas_is_named_where_the_heads_of_rows_are_hidden() -> None:
    text = "stages: [{name: S, touchpoints: [{name: A, feeling: {ana: 4, bo: 1, cy: 2}}]}]"
    found = make_map(text, personas={"ana": "Ana Martins", "bo": "Bo Berg", "cy": "Cy Day"})
    drawn = "".join(draw_grid(sheet_of(found), found, grid_of(found)))
    assert '<p class="journey-legend" aria-hidden="true"><span>Ana</span></p>' in drawn
    assert drawn.count('<span class="journey-mark__who journey-sr">Ana:</span>') == 1
    assert 'data-label="Feeling: Bo"' in drawn
    assert 'data-label="Feeling: Cy"' in drawn


def test_the_blueprint(snapshot: SnapshotAssertion) -> None:
    found = make_map(BLUEPRINT)
    assert lines("".join(draw_blueprint(sheet_of(found), found, blueprint_of(found)))) == snapshot


def test_the_header(snapshot: SnapshotAssertion) -> None:
    found = make_map(RICH, personas={"ana": "Ana Martins"})
    drawn = draw_header(header(found, BUILT_IN, TODAY), make_context(), Html("<h1>T</h1>"))
    assert lines(drawn) == snapshot


def test_a_personas_page(snapshot: SnapshotAssertion) -> None:
    persona = Persona.model_validate(
        {
            "name": "Ana Martins", "role": "Manager", "age": 34, "place": "Lisbon",
            "quote": "No fuss.", "bio": "Buys *everything*.", "goals": ["Coffee"],
            "needs": ["Invoice"], "pains": ["Sign-up"], "motivations": ["Thanks"],
            "channels": ["email", "fax"], "segment": "Offices",
            "day": [{"time": "07:30", "text": "Train", "feeling": 3}, {"text": "Work",
                    "feeling": {"score": 1, "emotion": "busy"}}],
            "sources": {"talks": {"title": "12 talks"}},
        }
    )  # fmt: skip
    found = make_map(RICH, personas={"ana": "Ana Martins"})
    drawn = persona_page(
        persona, "personas/ana.md", [found], make_context(),
        title_html=Html("<h1>Ana</h1>"), page_title="Ana",
    )  # fmt: skip
    Checked(drawn)
    assert lines(drawn.split("</svg>", 1)[1]) == snapshot


@pytest.mark.parametrize("text", [RICH, BLUEPRINT, "stages: [{name: Alone}]"])
@pytest.mark.parametrize("prefix", ["", "other."])
def test_a_page_is_whole_and_its_own_links_arrive(text: str, prefix: str) -> None:
    read = Checked(page(make_map(text), prefix=prefix))
    assert set(read.targets) <= set(read.ids)


@pytest.mark.parametrize("name", ["map", "curve", "blueprint", "flow", "insights", "persona"])
def test_each_view_can_stand_alone(name: str) -> None:
    found = make_map(RICH, personas={"ana": "Ana Martins"})
    drawn = map_view(found, name, make_context(), today=TODAY, chart=no_chart)
    Checked(drawn)
    assert "journey-toolbar" not in drawn


@pytest.mark.parametrize(
    ("name", "lane", "words"),
    [
        ("curve", "feeling: 4", "No moment says yet how it feels."),
        ("blueprint", "backstage: Packs", "No layer of the service is filled yet."),
    ],
)
def test_a_view_that_shows_nothing_says_so(name: str, lane: str, words: str) -> None:
    def view(fields: str) -> str:
        found = make_map(f"stages: [{{name: S, touchpoints: [{{name: T, {fields}}}]}}]")
        return map_view(found, name, make_context(), today=TODAY, chart=no_chart)

    Checked(view("goal: All"))
    assert words in view("goal: All")
    assert words not in view(lane)


def test_labels_are_in_the_pages_language() -> None:
    drawn = page(make_map(RICH), "pt-BR")
    assert "Pontos de dor" in drawn
    assert "Pain points" not in drawn


def test_the_same_map_gives_the_same_page() -> None:
    assert page(make_map(RICH)) == page(make_map(RICH))


NASTY = "<img src=x onerror=alert(1)> \"'&"
QUOTED = f"'{NASTY.replace(chr(39), chr(39) * 2)}'"
"""The same as a YAML string."""


def test_an_authors_text_stays_text_wherever_it_stands() -> None:
    keys = "name|text|owner|actor|note|why|emotion|horizon|title|alt|scenario|when|thinking"
    marked = re.sub(rf"\b({keys}): [^,}}\]\n\[]+", lambda match: f"{match[1]}: {QUOTED}", RICH)
    for text in ("Order once", "No calls", "Offices", "Monthly", "They leave", "A buyer", "Fast"):
        assert text in marked
        marked = marked.replace(text, QUOTED)
    found = make_map(marked, personas={"ana": NASTY}, title=NASTY)
    drawn = page(found)
    Checked(drawn)
    assert "<img src=x" not in drawn
    assert drawn.count("&lt;img src=x") > 20


MARKED = """
kind: service-blueprint
owner: Care
sources: {talks: {title: "See [notes](notes.md)", url: talks.md}}
stages:
  - name: Find *it*
    touchpoints:
      - {name: Pay *now*, owner: Team *one*, feeling: 4, wait: 2 days, volume: 9, drop_off: 1%,
         links: [{url: doc.md, text: "the [doc](other.md)"}],
         pains: {text: Slow, frequency: "*often*"}, quotes: {text: Ah, who: A *buyer*},
         opportunities: {text: Faster, owner: Team *two*, horizon: "*soon*"},
         frontstage: {text: Asks, actor: The *clerk*, owner: Team *three*,
                      to: {id: wait, label: "an [order](o.md)"}},
         feedback: {nps: {promoters: 1}}}
      - {name: Wait *long*, id: wait, feeling: 1, expecting: Speed}
lanes: [pains, opportunities, links, quotes, feeling]
"""


def test_names_and_words_show_their_markup_wherever_they_stand() -> None:
    drawn = page(make_map(MARKED))
    text = re.sub(r"<details.*?</details>", "", drawn, flags=re.DOTALL)
    assert re.findall(r".{9}\*\w+\*.{9}", text) == []
    assert "Pay <em>now</em>" in text


def test_no_link_stands_in_a_link() -> None:
    drawn = page(make_map(MARKED))
    assert re.findall(r"<a [^>]*>(?:(?!</a>).)*<a ", drawn, flags=re.DOTALL) == []
    assert "the doc</a>" in drawn
    assert "See notes</a>" in drawn


def test_a_persona_card_that_is_a_link_holds_none() -> None:
    card = PersonaCard("ana", "Ana", "A", ("[Buyer", "4](x.md)"), "See [it](x.md)", "", "ana.md")
    assert draw_persona_card(make_context(), card).count("<a ") == 1
    alone = draw_persona_card(make_context(), card._replace(page=""))
    assert '<q>See <a href="x.md">it</a></q>' in alone
    assert ">[Buyer, 4](x.md)<" in alone


def test_an_unsafe_address_is_no_link() -> None:
    text = """
    stages:
      - name: S
        links: [{text: Run, url: "javascript:alert(1)"}]
        image: {src: "data:text/html,x"}
        opportunities: [{text: O, ticket: "javascript://x"}]
    """
    drawn = page(make_map(text))
    assert 'href="javascript' not in drawn
    assert "data:text" not in drawn


def test_the_card_of_an_unreadable_map_names_each_fault_and_its_place() -> None:
    rule = Rule("J101", "broken-yaml", Severity.ERROR, "", "", "", "")
    source = Source("journeys/a.md", "---\njourney: [\n---\n")
    fault = find(rule, source, Span(13, 14), "a list is not closed: write `]`")
    card = findings_card([fault], make_context())
    Checked(card)
    assert "journeys/a.md:2:10" in card
    assert "error J101 [broken-yaml]" in card
    assert "a list is not closed: write `]`" in card


@pytest.mark.parametrize(("language", "word"), [("pt-BR", "erro"), ("es-MX", "error")])
def test_the_card_speaks_the_language_of_its_site_and_says_what_is_english(
    language: str, word: str
) -> None:
    rule = Rule("J104", "tab-indentation", Severity.ERROR, "", "", "", "")
    fault = find(rule, Source("a.md", "\t- a"), Span(0, 1), "write <spaces>")
    card = findings_card([fault], make_context(language))
    Checked(card)
    assert f"</code> {word} J104 [tab-indentation]</span>" in card
    assert '<span lang="en">write &lt;spaces&gt;</span>' in card
    assert "lang=" not in findings_card([fault], make_context("en-GB"))


def test_a_card_does_not_list_without_end() -> None:
    rule = Rule("J101", "broken-yaml", Severity.ERROR, "", "", "", "")
    source = Source("a.md", "x" * 50)
    faults = [find(rule, source, Span(n, n), f"fault {n}") for n in range(45)]
    card = findings_card(faults, make_context())
    assert card.count("<li>") == 20
    assert "25\N{NO-BREAK SPACE}more" in card


def test_a_sprite_holds_each_icon_of_the_page_once() -> None:
    drawn = page(make_map(RICH))
    used = set(re.findall(r'<use xlink:href="#(journey-i-[^"]+)"', drawn))
    held = re.findall(r'<symbol id="([^"]+)"', drawn)
    assert used == set(held)
    assert len(held) == len(set(held))


def test_the_stylesheet_holds_every_part_and_balances_its_braces() -> None:
    text = stylesheet()
    assert text.count("{") == text.count("}")
    assert len(STYLES) == len(set(STYLES))
    assert "url(" not in text


def test_the_script_needs_no_evaluation_and_no_inline_handlers() -> None:
    assert not re.findall(r"\beval\(|new Function|innerHTML|\.on\w+ =", script())


def test_each_of_two_personas_has_its_own_highest_lowest_and_drop() -> None:
    text = """
    stages:
      - name: S
        touchpoints:
          - {name: A, feeling: {ana: 5, bo: 4}}
          - {name: B, feeling: {ana: 1, bo: 2}}
          - {name: C, feeling: {ana: 4, bo: 5}}
    """
    found = make_map(text, personas={"ana": "Ana Martins", "bo": "Bo Berg"})
    drawn = "".join(draw_grid(sheet_of(found), found, grid_of(found)))
    assert drawn.count("(highest)") == 2
    assert drawn.count("(lowest)") == 2
    assert drawn.count("largest drop") == 2
    assert drawn.count('class="journey-drop"') == 1, "two labels at one place hide each other"


def test_quotes_that_were_typed_are_shown_once_wherever_somebody_speaks() -> None:
    words = "thinking: '“Qual?”', quotes: ['“Cadê?”', {text: '\"Why?\"', who: Bo}]"
    html = page(make_map(f"stages: [{{name: A, touchpoints: [{{name: B, {words}}}]}}]"))
    card = PersonaCard("ana", "Ana", "A", (), "«Sem surpresas»", "", "ana.md")
    html += draw_persona_card(make_context(), card)
    for said in ("Sem surpresas", "Qual?", "Cadê?", "Why?"):
        assert f"<q>{said}</q>" in html
