"""Checks whose answer depends on other pages, or on where in a flow something stands."""

from datetime import date

import pytest

from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.diagnostics import Severity, weigh
from mkdocs_journey.rules import read_severities
from tests.rules.sites import TODAY, atlas_of, check, reports_of

STAGE = "  stages: [{name: Buy}]\n"


def names(pages: dict[str, str]) -> list[str]:
    return [line.rsplit("[", 1)[1].rstrip("]") for line in reports_of(pages)]


def flow(text: str) -> list[str]:
    lines = "".join(f"    {line}\n" for line in text.strip("\n").splitlines())
    return names({"a.md": f"journey:\n{STAGE}  flow:\n{lines}"})


def test_a_finding_stands_at_the_value_itself() -> None:
    text = (
        "journey:\n  personas: [ana]\n  sources: {calls: {title: Calls}}\n  stages:\n"
        "    - name: Buy\n      touchpoints:\n        - name: Checkout\n          channel: wbe\n"
        "          pains: {text: Slow, sources: [calls, survey]}\n"
    )
    assert reports_of({"a.md": text, "people/ana.md": "persona: {name: Ana}\n"}) == [
        "a.md:9:20: warning J302 unknown channel `wbe`: did you mean `web`? [unknown-channel]",
        "a.md:10:48: warning J304 unknown source `survey`: write `calls`, "
        "or list it under `sources:` of the map [unknown-source]",
    ]


def test_places_hold_where_faults_were_left_out_before() -> None:
    text = (
        "journey:\n  stages:\n    - {feeling: 9, name: A}\n    - 5: {}\n    - name: B\n"
        "      doing:\n        - None\n        - {txt: left out}\n"
        "        - {text: kept, sources: [nobody]}\n"
    )
    assert "a.md:10:34: warning J304" in "\n".join(reports_of({"a.md": text}))


def test_a_cycle_of_parents_is_said_on_each_of_its_maps() -> None:
    pages = {
        "a.md": f"journey:\n  parent: b.md\n{STAGE}",
        "b.md": f"journey:\n  parent: c.md\n{STAGE}",
        "c.md": f"journey:\n  parent: a.md\n{STAGE}",
        "d.md": f"journey:\n  parent: a.md\n{STAGE}",
    }
    lines = reports_of(pages)
    assert [line.split(":")[0] for line in lines] == ["a.md", "b.md", "c.md"]
    assert "`a.md` → `b.md` → `c.md` → `a.md`" in lines[0]


def test_a_map_that_cannot_be_read_is_still_a_map() -> None:
    pages = {"a.md": f"journey:\n  parent: b.md\n{STAGE}", "b.md": "journey:\n  stages: *\n"}
    assert names(pages) == ["broken-yaml"]


def test_a_persona_that_cannot_be_read_is_still_a_persona() -> None:
    pages = {
        "a.md": f"journey:\n  personas: [ana]\n{STAGE}",
        "ana.md": "persona:\n  role: Buyer\n  name: *\n",
    }
    assert names(pages) == ["broken-yaml"]


def test_a_map_under_a_misspelt_key_is_checked_beside_the_other_maps() -> None:
    text = f"jornada:\n  personas: [bo]\n  parent: gone.md\n{STAGE}"
    assert names({"a.md": text}) == ["unknown-key", "unknown-persona", "unknown-map"]


def test_a_guess_at_broken_yaml_is_checked_beside_the_other_maps() -> None:
    text = "journey:\n  personas: [anna]\n   owner: Web\n  parent: b.md\n"
    assert names({"a.md": f"{text}{STAGE}"}) == ["unknown-persona", "broken-yaml", "unknown-map"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("telefone", "phone"),
        ("loja", "store"),
        ("tienda", "store"),
        ("correo", "email"),
        ("site", "web"),
        ("live-chat", "chat"),
        ("chatbot", "chat"),
    ],
)
def test_a_channel_may_be_meant_by_its_label_in_any_language(written: str, meant: str) -> None:
    stage = f"  stages: [{{name: Buy, touchpoints: [{{name: Call, channel: {written}}}]}}]\n"
    (line,) = reports_of({"a.md": f"journey:\n{stage}"})
    assert f"unknown channel `{written}`: did you mean `{meant}`?" in line


@pytest.mark.parametrize(
    ("written", "channel"),
    [("instagram", "social"), ("twitter", "social"), ("whatsapp", "chat"), ("signal", "chat"),
     ("linked-in", "social"), ("reclame-aqui", "review")],
)  # fmt: skip
def test_a_platform_is_led_to_the_channel_that_it_is_part_of(written: str, channel: str) -> None:
    stage = f"  stages: [{{name: Buy, touchpoints: [{{name: Call, channel: {written}}}]}}]\n"
    (line,) = reports_of({"a.md": f"journey:\n{stage}"})
    declare = "declare it under `channels:` of the plugin in `mkdocs.yml`"
    assert f"unknown channel `{written}`: write `{channel}`, or {declare} [" in line


def test_a_letter_in_a_channels_place_is_no_platform() -> None:
    stage = "  stages: [{name: Buy, touchpoints: [{name: Call, channel: x}]}]\n"
    (line,) = reports_of({"a.md": f"journey:\n{stage}"})
    assert "unknown channel `x`: write `advertising`, `app`, " in line


@pytest.mark.parametrize("written", ["arquivado", "Arquivada", "archivado", "archivada"])
def test_a_status_is_known_in_either_gender(written: str) -> None:
    (line,) = reports_of({"a.md": f"journey:\n  status: {written}\n{STAGE}"})
    assert f"unknown status `{written}`: did you mean `archived`?" in line


def test_a_platform_by_its_name_is_led_to_its_channel_or_to_an_id() -> None:
    stage = "  stages: [{name: Buy, touchpoints: [{name: Call, channel: Tik Tok}]}]\n"
    (line,) = reports_of({"a.md": f"journey:\n{stage}"})
    assert "write `social`, or `tik-tok` and declare it under `channels:` of the plugin" in line


@pytest.mark.parametrize("written", ["whatsapp", "WhatsApp"])
def test_a_platform_that_is_a_channel_of_the_site_is_led_to_that_one(written: str) -> None:
    catalog, _ = read_configuration({"channels": {"wa": {"label": "WhatsApp"}}})
    stage = f"  stages: [{{name: Buy, touchpoints: [{{name: Call, channel: {written}}}]}}]\n"
    (line,) = reports_of({"a.md": f"journey:\n{stage}"}, catalog)
    assert "`wa`" in line
    assert "chat" not in line


def test_a_status_and_a_metric_may_be_meant_by_their_labels_in_any_language() -> None:
    metrics = "  stages: [{name: Buy, metrics: {custo: 4, visitas: 9, convertion: 4%}}]\n"
    found = reports_of({"a.md": f"journey:\n  status: rascunho\n{metrics}"})
    assert [line.split(": ", 1)[1] for line in found] == [
        "warning J305 unknown status `rascunho`: did you mean `draft`? [unknown-status]",
        "warning J308 unknown metric `custo`: did you mean `cost`? [unknown-metric]",
        "warning J308 unknown metric `convertion`: did you mean `conversion`? [unknown-metric]",
    ]


def test_a_persona_page_is_no_map() -> None:
    pages = {"a.md": f"journey:\n  parent: ana.md\n{STAGE}", "ana.md": "persona: {name: Ana}\n"}
    assert names(pages) == ["unknown-map"]


@pytest.mark.parametrize("stage", ["{name: Buy}", "{name: Buy, journey: a.md}"])
def test_a_map_is_no_other_one_than_itself(stage: str) -> None:
    improves = "  kind: future-state\n  improves: a.md\n" if "journey" not in stage else ""
    (line,) = reports_of({"a.md": f"journey:\n{improves}  stages: [{stage}]\n"})
    assert "warning J341 `a.md` is this map itself: name another one, or none" in line


def test_a_stage_names_its_detail_and_may_answer_its_pains() -> None:
    whole = (
        "journey:\n  stages: [{name: Buy, journey: detail.md}]\n"
        "  actions: {text: Do it, solves: [slow]}\n"
    )
    detail = "journey:\n  stages: [{name: Pay, pains: {id: slow, text: Slow}}]\n"
    assert names({"a.md": whole, "detail.md": detail}) == []
    assert names({"a.md": whole, "detail.md": detail.replace("slow", "late")}) == ["unknown-pain"]


def test_a_future_state_answers_the_pains_of_today() -> None:
    today = "journey:\n  stages: [{name: Pay, pains: {id: slow, text: Slow}}]\n"
    future = (
        "journey:\n  kind: future-state\n  improves: today.md\n"
        "  stages: [{name: Pay, opportunities: {text: Cache, solves: slow}}]\n"
    )
    assert names({"a.md": future, "today.md": today}) == []


@pytest.mark.parametrize(
    ("pains", "solves", "hint"),
    [
        ("[Sem Pix, {text: Fila, id: fila}]", "pix", "give the pain `Sem Pix` `id: pix`"),
        ("[Sem Pix, Sem troco]", "pix", "give the pain that is meant `id: pix`"),
        ("{text: Fila longa, id: fila}", "filas", "did you mean `fila`?"),
        ("{text: Fila longa, id: fila}", "pix", "write `balcao`, `fila`"),
        ("[Sem Pix, {text: Fila, id: fila}]", "filas",
         "did you mean `fila`? If not, give the pain `Sem Pix` `id: filas`"),
    ],
)  # fmt: skip
def test_an_id_that_no_pain_has_is_given_to_one_without(pains: str, solves: str, hint: str) -> None:
    text = (
        f"journey:\n  stages:\n    - name: Buy\n      touchpoints:\n        - name: Pay\n"
        f"          pains: {pains}\n          gains: Fast\n"
        f"          opportunities: {{text: Do it, solves: {solves}}}\n"
        "        - {name: Go, pains: {text: Far, id: balcao}}\n"
    )
    (line,) = reports_of({"a.md": text})
    assert line.endswith(f"no pain has the id `{solves}`: {hint} [unknown-pain]")


def test_a_pain_of_another_stage_is_not_given_the_id() -> None:
    stages = (
        "  stages:\n    - {name: A, pains: Entrega atrasa}\n"
        "    - name: B\n      pains: {text: Fila, id: fila-longa}\n"
        "      opportunities: {text: X, solves: y}\n"
    )
    (line,) = reports_of({"a.md": f"journey:\n{stages}"})
    assert "no pain has the id `y`: write `fila-longa` [" in line


def test_an_action_gives_its_id_to_a_pain_of_the_map() -> None:
    stages = "  stages: [{name: Buy, touchpoints: [{name: Pay, pains: Sem Pix}]}]\n"
    (line,) = reports_of({"a.md": f"journey:\n  actions: {{text: A, solves: pix}}\n{stages}"})
    assert "no pain has the id `pix`: give the pain `Sem Pix` `id: pix` [" in line


def test_paths_outside_the_site_are_said_as_such() -> None:
    assert names({"a.md": f"journey:\n  parent: ../../b.md\n{STAGE}"}) == ["outside-site"]


def test_two_persona_pages_of_one_name() -> None:
    pages = {"a/ana.md": "persona: {name: Ana}\n", "b/ana.md": "persona: {name: Ana}\n"}
    lines = reports_of(pages)
    assert len(lines) == 1
    assert lines[0].startswith("b/ana.md:2:17: warning J345 `a/ana.md` is the persona `ana`")


def test_a_card_and_a_touchpoint_may_be_connected_by_any_of_their_names() -> None:
    text = (
        "journey:\n  stages:\n    - name: Buy\n      touchpoints:\n        - name: Pay\n"
        "          backstage: [{text: A, id: a, to: [pay, buy.pay, b]}, {text: B, id: b}]\n"
    )
    assert names({"a.md": text}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- audience: {segment: A}\n- email: B", []),
        ("- trigger: {custom: A}\n- email: B", []),
        ("- audience: {segment: A}\n- audience: {form: B}\n- trigger: {business: C}\n- sms: D", []),
        ("- step: A\n- action: B", []),
        ("- email: A", []),
        ("- audience: {segment: A}\n- step: B", ["campaign-without-message"]),
        ("- audience: {}\n- email: B", ["campaign-without-audience"]),
        ("- trigger: {interaction: Opened}\n- email: B", ["interaction-without-message"]),
        (
            "- audience: {segment: A}\n- if: x\n  then: [{email: B}]\n- trigger: {interaction: C}",
            [],
        ),
        (
            "- audience: {segment: A}\n- if: x\n  then: [{trigger: {interaction: C}}]\n"
            "  else: [{email: B}]",
            ["interaction-without-message"],
        ),
        (
            "- audience: {segment: A}\n- split:\n    - {share: 100%, do: [{push: B}]}\n"
            "- trigger: {interaction: C}",
            [],
        ),
        ("- step: A\n  id: a\n- goto: a", []),
        ("- goto: b\n- step: A\n- {step: B, id: b}", ["unreachable-block"]),
        ("- goto: b\n- {step: B, id: b}", []),
        ("- if: x\n  then: [{end: A}, {step: B}]", ["unreachable-block"]),
        ("- split: [{share: 33%}, {share: 33%}, {share: 33%}]", []),
        ("- split: [{share: 60%}, {share: 60%}]", ["shares-do-not-sum"]),
        ("- split: [{share: 50%}, {do: [{step: A}]}]", ["shares-do-not-sum"]),
        ("- {step: A, id: x}\n- {step: B, id: x}", ["duplicate-id"]),
        ("- touchpoint: buy", []),
        ("- action: {owner: Care}", ["block-says-one-thing"]),
        (
            "- audience: {segment: A, form: B}\n- email: C",
            ["block-says-one-thing"],
        ),
    ],
)
def test_flows(text: str, expected: list[str]) -> None:
    assert flow(text) == expected


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://example.org", True),
        ("mailto:a@example.org", True),
        ("../a.md#b", True),
        ("a.md?x=javascript:1", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java script:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
    ],
)
def test_addresses(address: str, is_safe: bool) -> None:
    page = f"journey:\n  stages: [{{name: Buy, links: ['{address}'], goal: x}}]\n"
    assert names({"maps/b.md": page}) == ([] if is_safe else ["unsafe-link"])


def test_a_link_within_a_text_is_checked_as_well() -> None:
    page = 'journey:\n  stages: [{name: Buy, goal: "[a](b.md) and [c](javascript:d)"}]\n'
    assert names({"a.md": page}) == ["unsafe-link"]


def test_a_map_grows_stale_the_day_after_its_review_was_due() -> None:
    text = f"journey:\n  reviewed: 2026-11-01\n  review_every: 2 weeks\n{STAGE}"
    atlas = atlas_of({"a.md": text})
    assert check(atlas, date(2026, 11, 15)) == ()
    assert [finding.rule.name for finding in check(atlas, date(2026, 11, 16))] == ["stale-map"]


def test_the_same_site_gives_the_same_findings_in_the_same_order() -> None:
    pages = {f"{name}.md": f"journey:\n  personas: [x, y]\n{STAGE}" for name in "cab"}
    backwards = dict(reversed(pages.items()))
    assert reports_of(pages) == reports_of(backwards)
    assert [line[0] for line in reports_of(pages)] == list("aabbcc")


def test_severities_are_the_sites_to_set() -> None:
    severities, faults = read_severities(
        {"unknown-persona": "error", "unknown-status": False, "unknown-lane": "loud", "nobody": 1}
    )
    assert severities == {"unknown-persona": Severity.ERROR, "unknown-status": Severity.OFF}
    assert [fault.path for fault in faults] == [("rules", "unknown-lane"), ("rules", "nobody")]
    text = f"journey:\n  personas: [x]\n  status: y\n{STAGE}"
    found = weigh(check(atlas_of({"a.md": text}), TODAY), severities)
    assert [(item.rule.name, item.severity) for item in found] == [
        ("unknown-persona", Severity.ERROR)
    ]


@pytest.mark.parametrize("options", [4, ["a"], "x"])
def test_severities_that_are_no_mapping_are_a_fault(options: object) -> None:
    severities, faults = read_severities(options)
    assert severities == {}
    assert [fault.path for fault in faults] == [("rules",)]


FOLLOWED = """\
journey:
  personas: [carmen, ikerr]
  sources:
    entrevistas: {titulo: 12 entrevistas, method: interview}
  caminos: {feliz: Todo va bien}
  stages:
    - name: Pedir
      touchpoints:
        - name: Buscar
          path: feliz
          feeling: {carmen: 4, iker: 3}
          quotes: {text: Rápido, source: entrevistas}
          pains: {text: Lento, id: Es Lento, sources: [entrevistas, otra]}
          backstage: {text: Crea, id: Crear Parte, to: [crear-parte, nada]}
  actions: {text: Mejorar, solves: es-lento}
"""


def test_what_follows_from_a_fault_is_not_told_besides() -> None:
    people = {f"{name}.md": "persona: {name: X}\n" for name in ("carmen", "iker")}
    told = reports_of({"a.md": FOLLOWED, **people})
    assert [line.split(": ", 1)[1].split(" [")[0].partition(": write")[0] for line in told] == [
        "warning J301 unknown persona `ikerr`: did you mean `iker`?",
        "error J201 unknown key `titulo`: did you mean `title`?",
        "error J201 unknown key `caminos`: did you mean `paths`?",
        "error J205 `Es Lento` is not an id (lower-case letters, digits, hyphens)",
        "warning J304 unknown source `otra`: list it under `sources:` of the map",
        "error J205 `Crear Parte` is not an id (lower-case letters, digits, hyphens)",
        "warning J323 no card, touchpoint or stage has the id `nada`",
    ]


def test_a_stranger_among_feelings_is_told_where_no_persona_is_meant_by_the_name() -> None:
    text = "journey:\n  personas: [ana]\n  stages: [{name: Buy, feeling: {ana: 4, iker: 3}}]\n"
    people = {f"{name}.md": "persona: {name: X}\n" for name in ("ana", "iker")}
    assert names({"a.md": text, **people}) == ["unknown-key"]


def test_an_id_that_a_fault_keeps_out_excuses_no_name_of_another_sort() -> None:
    pain = "pains: [{txt: x, id: slow}]"
    touchpoint = "touchpoints: [{name: B, path: [slow], channel: slow}]"
    told = names({"a.md": f"journey:\n  stages:\n    - {{name: A, {pain}, {touchpoint}}}\n"})
    assert sorted(told) == ["unknown-channel", "unknown-key", "unknown-path"]


def test_a_key_that_is_called_like_a_misspelt_persona_is_told_where_no_feelings_are() -> None:
    text = "journey:\n  personas: [owne]\n  stages: [{name: A, owner: 2}]\n"
    told = names({"a.md": text, "owner.md": "persona: {name: X}\n"})
    assert sorted(told) == ["unknown-key", "unknown-persona"]


def test_a_card_is_no_answer_to_where_it_leads() -> None:
    card = "{id: asignar, text: Asigna, to: [agendar]}"
    (line,) = reports_of({"a.md": f"journey:\n  backstage: {card}\n{STAGE}"})
    assert line.endswith("no card, touchpoint or stage has the id `agendar`: write `buy` "
                         "[unknown-connection]")  # fmt: skip
    both = f"[{card.replace('agendar', 'asigna')}, {{id: asignado, text: Asignado}}]"
    (line,) = reports_of({"a.md": f"journey:\n  backstage: {both}\n{STAGE}"})
    assert "did you mean `asignado`?" in line


CALLS = (
    "  stages:\n"
    "    - {name: Buy, id: buy, touchpoints: [{name: Call}, {name: Pay}]}\n"
    "    - name: Use\n      touchpoints:\n"
    "        - {name: Call, metrics: {csat: 60}, thinking: {text: Hm, id: hm}}\n"
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("call", ["ambiguous-touchpoint"]),
        ("use.call", []),
        ("pay", []),
        ("buy", []),
        ("hmm", ["unknown"]),
    ],
)
def test_what_points_at_a_touchpoint_says_at_which(place: str, expected: list[str]) -> None:
    card = f"  backstage: {{text: Script, to: {place}}}\n"
    to = names({"a.md": f"journey:\n{card}{CALLS}"})
    alert = f"  alerts: {{metric: csat, below: 70, at: {place}}}\n"
    at = names({"a.md": f"journey:\n{alert}{CALLS}"})
    assert to == [name.replace("unknown", "unknown-connection") for name in expected]
    assert at == [name.replace("unknown", "unknown-place") for name in expected]


def test_a_connection_may_lead_to_a_card_of_any_lane() -> None:
    assert names({"a.md": f"journey:\n  backstage: {{text: Script, to: hm}}\n{CALLS}"}) == []
