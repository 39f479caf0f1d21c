"""Keys in other words and languages."""

from __future__ import annotations

import pytest

from mkdocs_journey.model import Block, Journey, Stage, Touchpoint
from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.model.journey import PlannedAction
from mkdocs_journey.model.shape import hint_at, is_certain, keys_of, meant_by
from mkdocs_journey.rules.configuration import OPTIONS
from mkdocs_journey.values.base import Model

MEANT: dict[type[Model], str] = {
    Journey: """
        stages: etapas fases stags
        scenario: Cenário
        owner: responsável propietario dueño dono
        sources: fontes
        flow: flujo
        scope: alcance escopo
        paths: caminos caminhos
        actions: acciones ações acoes plan plano
        personas: usuarios usuários
        review_every: revisar_cada revisar_a_cada
        goals: objetivo
        frontstage: primera_línea linha_de_frente
        backstage: tras_bambalinas bastidores
        support: apoio apoyo soporte suporte
        policy: política políticas
    """,
    Stage: """
        touchpoints: momentos puntos_de_contacto pontos_de_contato
        doing: acciones ações
    """,
    Touchpoint: """
        name: nome título
        channel: canal
        feeling: sentimiento qué_siente
        pains: dores puntos_de_dolor pontos-de-dor
        quotes: citações
        doing: acciones ações
        drop_off: abandono
        moment_of_truth: momento_de_la_verdad momento_da_verdade
        expecting: expectativas qué_espera
    """,
    PlannedAction: "due: plazo prazo fecha data",
    Evidence: "title: titulo nome\n date: fecha data",
    Block: """
        if: si se
        else: sino senão
        then: entonces então
        wait: espera
    """,
}
SETTINGS = """
    language: idioma
    channels: canales canais
    lanes: carriles raias faixas
    statuses: estados situações
    rules: reglas regras
"""


def _rows(text: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in text.strip().splitlines())
    return [(word, key.strip()) for key, _, words in lines for word in words.split()]


@pytest.mark.parametrize(
    ("part", "word", "key"), [(part, *row) for part, text in MEANT.items() for row in _rows(text)]
)
def test_a_word_stands_for_a_key_of_the_part_that_it_is_written_in(
    part: type[Model], word: str, key: str
) -> None:
    assert meant_by(word, keys_of(part)) == key


@pytest.mark.parametrize(
    ("part", "word"),
    [(Journey, "xyzzy"), (Journey, "momentos"), (Journey, "versión"), (Touchpoint, "versão")],
)
def test_a_word_that_stands_for_nothing_here_is_no_misspelt_key(
    part: type[Model], word: str
) -> None:
    assert meant_by(word, keys_of(part)) is None


@pytest.mark.parametrize(("word", "key"), _rows(SETTINGS))
def test_a_word_for_a_setting(word: str, key: str) -> None:
    assert hint_at(word, OPTIONS) == f"did you mean `{key}`?"


def test_a_word_for_a_key_that_stands_there_means_no_second() -> None:
    assert meant_by("etapas", keys_of(Journey), {"stages"}) is None


@pytest.mark.parametrize(
    ("value", "key", "certain"),
    [
        ("2 días", "wait", True),
        ({"min": "1 h", "max": "2 h"}, "wait", True),
        ("Que alguien llame el mismo día", "expecting", True),
        (["Una respuesta"], "expecting", True),
        ({"text": "Una respuesta"}, "expecting", True),
        ("2 días como mucho", "wait", False),
        (3, "wait", False),
        (None, "wait", False),
    ],
)
def test_the_value_tells_a_wait_from_what_is_expected(
    value: object, key: str, certain: bool
) -> None:
    known = keys_of(Touchpoint)
    assert meant_by("espera", known, (), value) == key
    assert is_certain("espera", key, known, value) is certain


@pytest.mark.parametrize(
    ("value", "key", "certain"),
    [
        ("web", "channel", True),
        ("call-centre", "channel", True),
        (["web", "phone"], "channels", True),
        ("Loja física", "channel", False),
        ("web, phone", "channel", False),
        ("web/phone", "channel", False),
        (None, "channel", False),
    ],
)
def test_the_value_tells_one_channel_from_several(value: object, key: str, certain: bool) -> None:
    known = keys_of(Touchpoint)
    assert meant_by("canal", known, (), value) == key
    assert is_certain("canal", key, known, value) is certain
    other = "channel" if key == "channels" else "channels"
    assert not is_certain("canal", other, known, value)


def test_where_one_channel_stands_already_several_are_proposed() -> None:
    known = keys_of(Touchpoint)
    assert meant_by("canal", known, {"channel"}, "web") == "channels"
    assert not is_certain("canal", "channels", known, "web")


def test_a_journeys_own_key_comes_before_a_lane_that_every_part_has() -> None:
    assert is_certain("acciones", "actions", keys_of(Journey))
    assert is_certain("acciones", "doing", keys_of(Touchpoint))
    assert is_certain("política", "policy", keys_of(Touchpoint))
