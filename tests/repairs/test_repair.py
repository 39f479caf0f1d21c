"""Repairs: what is written, what is left alone, and that a map says the same afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN, read_configuration
from mkdocs_journey.edits import read_document
from mkdocs_journey.model.identity import identify
from mkdocs_journey.repairs import Repaired, repair
from mkdocs_journey.repairs.parts import read_part
from tests.edits.yaml_texts import written
from tests.formats.journeys import journeys

wordings = st.sampled_from(("Pays twice", "Calls, and waits", "É de novo", "a: b", "no", "x #"))
PAGE = """\
---
title: "Order"   # stays
Journey:   # the map
  personas: [ana]
  stages:
    - name: 'Choose'   # why
      touchpoints:
        - nome: Product page
          chanel: web  # hm
          feeling: confused
        - {name: Pay, "feeling": 😟, pains: [{text: a, severety: high}]}
        - name: Own
          feeling: {ana: {score: confused}}
---
# Body: chanel
"""
MENDED = """\
---
title: "Order"   # stays
journey:   # the map
  personas: [ana]
  stages:
    - name: 'Choose'   # why
      id: choose
      touchpoints:
        - name: Product page
          id: product-page
          channel: web  # hm
          feeling: {score: 2, emotion: confused}
        - {name: Pay, id: pay, "feeling": 2, pains: [{text: a, severity: high}]}
        - name: Own
          id: own
          feeling: {ana: {score: 2, emotion: confused}}
---
# Body: chanel
"""


def mend(text: str, *, is_page: bool = True) -> Repaired:
    return repair(read_document("a.md", text.encode()), BUILT_IN, is_page=is_page)


FLOW = """\
---
journey:
  stages: [{name: Buy}]
  flow:
    - %s: Is it late?
      %s: [{%s: Call}]
---
"""


def test_a_block_of_a_flow_is_called_by_its_own_word() -> None:
    mended = mend(FLOW % ("si", "entonces", "paso"))
    assert mended.document.raw == (FLOW % ("if", "then", "step")).replace("Buy", "Buy, id: buy")


def test_every_repair_leaves_the_rest_as_it_stood() -> None:
    repaired = mend(PAGE)
    assert repaired.document.raw == MENDED
    assert repaired.left == ()
    assert len(repaired.done) == 12


def test_line_ends_stay() -> None:
    assert mend(PAGE.replace("\n", "\r\n")).document.raw == MENDED.replace("\n", "\r\n")


def test_a_doubtful_key_is_left_alone() -> None:
    text = MENDED.replace("channel: web", "colour: web")
    assert mend(text).document.raw == text


def test_words_of_another_language_become_the_keys_of_their_level() -> None:
    text = (
        "---\njourney:\n  etapas:\n    - nombre: Pedir\n      id: pedir\n"
        "      acciones: Llama\n      espera: Una respuesta\n      touchpoints:\n"
        "        - {nombre: A, id: a, canal: web, política: Una regla}\n"
        "        - {nombre: B, id: b, canal: [web, phone], apoio: CRM}\n"
        "  ações:\n"
        "    - {texto: Probar, prazo: 2026-12, responsable: Ana}\n---\n"
    )
    assert mend(text).document.raw == (
        "---\njourney:\n  stages:\n    - name: Pedir\n      id: pedir\n"
        "      doing: Llama\n      expecting: Una respuesta\n      touchpoints:\n"
        "        - {name: A, id: a, channel: web, policy: Una regla}\n"
        "        - {name: B, id: b, channels: [web, phone], support: CRM}\n"
        "  actions:\n"
        "    - {text: Probar, due: 2026-12, owner: Ana}\n---\n"
    )


PORTUGUESE = """\
---
journey:
  kind: estado atual  # hoje
  status: %s
  channels: ["%s", app]
  stages:
    - name: Comprar
      id: comprar
      phase: %s
      touchpoints:
        - name: Ir
          id: ir
          channel: '%s'
          pains: [{text: alta, severity: %s}]
          opportunities: {text: Caixa, effort: %s, status: %s}
  flow:
    - email: {name: Oi, channel: %s}
    - if: Veio
      then: [{message: {name: Oi, channel: %s}}]
---
"""


def test_words_of_another_language_become_the_values_that_a_map_knows() -> None:
    text = PORTUGUESE % (
        "Rascunho", "Loja física", "antes", "Telefone", "Média", "baixo", "em andamento",
        "Correo electrónico", "E-mail",
    )  # fmt: skip
    repaired = mend(text)
    assert repaired.document.raw == (PORTUGUESE.replace("estado atual", "current-state")) % (
        "draft", "store", "before", "phone", "medium", "low", "doing", "email", "email",
    )  # fmt: skip
    assert "`medium` instead of `Média`" in [item.message for item in repaired.done]
    assert mend(repaired.document.raw).done == ()


@pytest.mark.parametrize(
    "line",
    [
        "channel: instagram",  # part of `social`, and says more
        "channel: email, web",
        "channel: correo",  # or a letter
        "channel: call",  # or the call centre
        "channel: site",  # or the place
        "channel: chatbot",  # says more than `chat`
        "channel: x",
        "pains: {text: a, severity: grave}",  # or critical, as of the next
        "pains: {text: a, severity: urgente}",
        "opportunities: {text: a, impact: grave}",  # though critical is no impact
        "opportunities: {text: a, effort: normal}",
        "opportunities: {text: a, status: pronto}",
        "channel: telefone  # journey: ignore[unknown-channel] our word",
        "pains: {text: a, severity: grav}",
        "pains: {text: a, severity: alta}  # journey: ignore[unknown-value] our word",
        "links: [{text: telefone, url: alta.md}]",
    ],
)
def test_a_value_that_may_mean_something_else_is_left_alone(line: str) -> None:
    text = f"---\njourney:\n  stages:\n    - name: A\n      id: a\n      touchpoints:\n" \
        f"        - name: B\n          id: b\n          {line}\n---\n"  # fmt: skip
    assert mend(text).document.raw == text


def test_a_channel_that_the_site_declares_stays() -> None:
    catalog, _ = read_configuration({"channels": {"telefone": "Telefone"}})
    text = "---\njourney:\n  channels: [telefone, loja]\n  stages: [{name: A, id: a}]\n---\n"
    mended = repair(read_document("a.md", text.encode()), catalog, is_page=True)
    assert mended.document.raw == text.replace("loja", "store")


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[store, Loja, loja fisica]", "[store, Loja, loja fisica]"),
        ("[Loja, telefone, loja fisica]", "[store, phone, loja fisica]"),
        ("[Loja, ' store ']", "[Loja, ' store ']"),
    ],
)
def test_no_channel_is_written_twice_into_a_list(written: str, mended: str) -> None:
    text = "journey:\n  channels: %s\n  stages:\n    - name: A\n      id: a\n      touchpoints:\n" \
        "        - {name: B, id: b, channel: %s, channels: %s}\n"  # fmt: skip
    repaired = mend(text % (written, "loja", "loja"), is_page=False)
    assert repaired.document.raw == text % (mended, "store", "store")


def test_a_loose_word_that_the_site_has_for_a_label_is_certain() -> None:
    shared = {"a": {"label": "Loja"}, "b": {"label": "Loja"}}
    for channels, meant in (({"email": {"label": "Correo"}}, "email"), (shared, "correo")):
        catalog, _ = read_configuration({"channels": channels})
        text = "journey:\n  channels: [correo, loja]\n  stages: [{name: A, id: a}]\n"
        mended = repair(read_document("a.yml", text.encode()), catalog, is_page=False)
        loja = "loja" if channels is shared else "store"
        assert mended.document.raw == text.replace("correo, loja", f"{meant}, {loja}")


def test_other_front_matter_is_no_map() -> None:
    text = "---\nstatus: rascunho\nchannels: [loja]\njourney: map.journey.yml\n---\n"
    assert mend(text).document.raw == text


def test_a_key_that_stands_there_already_is_not_written_twice() -> None:
    text = MENDED.replace("channel: web  # hm", "channel: web\n          chanel: phone")
    repaired = mend(text)
    assert repaired.document.raw == text
    assert [item.message.split(":")[0] for item in repaired.left] == [
        "not `channel` instead of `chanel`"
    ]


def test_a_silenced_key_is_left_alone() -> None:
    text = MENDED.replace("channel: web  # hm", "chanel: web  # journey: ignore[unknown-key] mine")
    assert mend(text).document.raw == text


def test_ids_of_a_map_with_a_fault_are_not_written() -> None:
    text = "---\njourney:\n  stages:\n    - {name: A, kind: x}\n    - name: B\n---\n"
    assert mend(text).document.raw == text


def test_what_an_alias_repeats_is_left_alone_and_said() -> None:
    text = "---\njourney:\n  stages:\n    - &a {name: A}\n    - *a\n---\n"
    repaired = mend(text)
    assert repaired.document.raw == text
    assert len(repaired.left) == 2


def test_broken_yaml_and_other_pages_are_left_alone() -> None:
    for text in ("", "# Text\n", "---\njourney: [\n---\n", "---\nmap: {stages: x}\n---\n"):
        assert mend(text).document.raw == text


@given(journeys(wordings), st.data())
def test_a_repaired_map_says_the_same_and_needs_no_second_repair(
    journey: dict[str, object], data: st.DataObject
) -> None:
    text = data.draw(written(journey, has_comments=True))
    before = read_part(read_document("a.yml", text.encode()).source, BUILT_IN, is_page=False)
    repaired = mend(text, is_page=False)
    after = read_part(repaired.document.source, BUILT_IN, is_page=False)
    assert before and after and before.model
    if not before.faults:
        assert identify(after.model) == identify(before.model)  # type: ignore[arg-type]
    again = mend(repaired.document.raw, is_page=False)
    assert (again.document.raw, again.done) == (repaired.document.raw, ())


WORDS = {"channel": ("chat", "Chat", "live chat"), "status": ("archived", "Arquivada", "arquivado")}
"""Places of words: one that maps know, and others that stand for it."""
STYLES = ("{}", "'{}'", '"{}"', "' {} '", '"\\t{}\\n"', "|\n     {}", ">\n     {}", "|-\n     {}")


@given(st.data(), st.sampled_from(STYLES))
def test_only_another_word_is_repaired_however_it_is_written(
    data: st.DataObject, style: str
) -> None:
    key = data.draw(st.sampled_from(sorted(WORDS)))
    word = data.draw(st.sampled_from(WORDS[key]))
    head = "stages:\n- name: A\n  id: a\n" + ("  touchpoints:\n" if key == "channel" else "")
    start = "  - name: B\n    id: b\n    " if key == "channel" else ""
    text = f"{head}{start}{key}: {style.format(word)}\n"
    once = mend(text, is_page=False)
    assert len(once.done) == (word != WORDS[key][0])
    assert once.done or once.document.raw == text
    assert mend(once.document.raw, is_page=False).done == ()


@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    for is_page in (True, False):
        once = mend(f"---\njourney:\n  {text}\n---\n", is_page=is_page)
        assert mend(once.document.raw, is_page=is_page).document.raw == once.document.raw
