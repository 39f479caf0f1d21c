"""What stands at the head of a row or column of a table of a map, in any of the languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.lanes import LANES
from mkdocs_journey.languages import LANGUAGES
from mkdocs_journey.model.synonyms import words_for
from mkdocs_journey.render.parts import LEVEL_LABELS, SEVERITY_LABELS, WORK_LABELS
from mkdocs_journey.translations import mark, translator

HEADS: Mapping[str, str] = MappingProxyType(
    {
        "stage": mark("Stage"),
        "touchpoint": mark("Touchpoint"),
        "phase": mark("Phase"),
        "channel": mark("Channel"),
        "owner": mark("Owner"),
        "volume": mark("Volume"),
        "drop_off": mark("Drop-off"),
    }
)
"""What is no lane: key and msgid, in the order of a written table."""
PHASES = {"before": mark("Before"), "during": mark("During"), "after": mark("After")}

_SYNONYMS = {
    "stage": "stages, step, steps, journey stage, etapas, fase, fases, passo, paso, estagio",
    "touchpoint": "touchpoints, touch point, touch points, moment, moments, pontos de contato, "
    "momento, puntos de contacto",
    "phase": "phases, momento da compra",
    "channel": "channels, canais, canales",
    "owner": "owners, team, responsible, equipe, dono, equipo, responsable, responsavel",
    "goal": "goals, user goal, user goals, customer goal, customer goals, objetivo, objetivos, "
    "meta, metas",
    "doing": "actions, user actions, customer actions, action, activities, what they do, acoes, "
    "acao, atividades, acoes do cliente, acciones, accion, acciones del cliente, actividades",
    "thinking": "thoughts, thought, think, what they think, pensamentos, pensamento, "
    "pensamientos, pensamiento",
    "feeling": "feelings, emotion, emotions, mood, emotional journey, sentimentos, emocao, "
    "emocoes, emociones, emocion, sentimientos, score, satisfaction",
    "needs": "need, user needs, customer needs, necessidade, necesidad",
    "expecting": "expectations, expectation, expectativas, expectativa",
    "pains": "pain, pain point, problems, frustrations, friction, dores, dor, pontos de dor, "
    "problemas, dolores, dolor, puntos de dolor, frustraciones",
    "gains": "gain, delights, positives, highlights, ganhos, ganancias, alegrias",
    "opportunities": "opportunity, ideas, improvements, solutions, oportunidade, ideias, "
    "melhorias, oportunidad, mejoras",
    "quotes": "quote, verbatim, verbatims, citacoes, falas, citas",
    "metrics": "metric, kpi, kpis, measures, metrica, indicadores",
    "evidence": "physical evidence, evidencia fisica",
    "frontstage": "front stage, onstage, frontstage actions, linha de frente",
    "backstage": "back stage, backstage actions, bastidores",
    "support": "systems, support systems, sistemas",
    "when": "time, timing, quando, cuando",
}


@cache
def read_headings(catalog: Catalog) -> Mapping[str, str]:
    """Folded heading -> key of a head, or id of a lane; a site's own lanes are among them."""
    found = {word: key for key in (*HEADS, *LANES) for word in words_for(key)}
    for key, words in _SYNONYMS.items():
        found |= {fold(word): key for word in words.split(",")}
    for lane in LANES.values():
        found |= {fold(lane.id): lane.id}
    labels = [*HEADS.items(), *((lane.id, lane.label) for lane in LANES.values())]
    labels += [(lane.id, lane.blueprint_label) for lane in LANES.values() if lane.blueprint_label]
    for language in LANGUAGES:
        found |= {fold(translator(language).text(label)): key for key, label in labels}
    for own in catalog.lanes.values():
        found |= {fold(own.id): own.id, fold(own.label): own.id}
    return MappingProxyType(found)


@cache
def words_of(kind: str) -> Mapping[str, str]:
    """Folded word -> value of a closed list: `phase`, `level`, `severity` or `status`."""
    labels = {
        "phase": PHASES,
        "level": LEVEL_LABELS,
        "severity": SEVERITY_LABELS,
        "status": WORK_LABELS,
    }[kind]
    found = {fold(key): key for key in labels}
    for language in LANGUAGES:
        found |= {fold(translator(language).text(label)): key for key, label in labels.items()}
    return MappingProxyType(found)


@cache
def labels_of(msgid: str) -> frozenset[str]:
    """Folded forms of one label in all languages."""
    return frozenset(fold(text) for text in (translator(at).text(msgid) for at in LANGUAGES))
