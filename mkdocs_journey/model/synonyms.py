"""Keys in other words: what people write for a key, in English, Portuguese and Spanish.

Where one word stands for several keys, the likelier comes first. The labels that readers see on
pages are words for their keys as well, and come from the catalogues of `locales/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.lanes import LANES
from mkdocs_journey.languages import LANGUAGES
from mkdocs_journey.translations import translator

_WORDS = """
action: acao accion
actions: acao acoes accion acciones plan plano plan_de_accion plano_de_acao plan_de_mejora
actor: ator
age: idade edad
alerts: alerta
audience: publico audiencia
avatar: foto
bio: biografia
call: ligacao llamada
channel: canal
channels: canal canais canales
checkpoint: marco
date: fecha data
day: dia
description: descricao descripcion
doing: fazendo faz haciendo hace acao acoes accion acciones
drop_off: abandono abandonos
due: fecha fecha_limite data data_limite limite vencimiento vencimento
duration: duracao duracion
email: e_mail correo
effort: esforco esfuerzo
emotion: emocao emocion
else: sino si_no senao caso_contrario
end: fim fin
event: evento
evidence: evidencia evidencias
expectations: expectativa expectativas
wait: espera esperar
wait_until: esperar_hasta esperar_ate
expecting: espera expectativa expectativas
feeling: sentimento sentimentos sentimiento sentimientos sente siente emocao emocion
feelings: sentimentos sentimientos emocoes emociones
flow: fluxo flujo
frequency: frequencia frecuencia
gains: ganho ganhos alegrias ganancias
goal: objetivo meta
goals: objetivo objetivos metas
goto: ir_a ir_para
health: saude salud
image: imagem imagen
impact: impacto
kind: tipo
kinds: tipos
language: idioma lingua lengua
lanes: faixas carriles raias
links: enlaces
message: mensagem mensaje
metrics: metrica metricas
motivations: motivacoes motivaciones
name: title label titulo nome nombre
needs: necessidade necessidades necesidad necesidades
opportunities: oportunidade oportunidades oportunidad
ownership: propriedade propiedad titularidade titularidad
owner: responsavel responsable dono dona dueno duena propietario propietaria proprietario encargado
page: pagina
pains: dor dores dolor dolores pain_points
path: camino caminos caminho caminhos ruta rutas rota rotas
paths: camino caminos caminho caminhos ruta rutas rota rotas
personas: persona usuario usuarios usuaria usuarias
phase: fase
place: lugar local cidade ciudad
policy: politica
previous: anterior
quote: citacao cita frase
quotes: citacao citacoes cita citas frase frases
rank: peso
review_every: revisar_cada revisar_a_cada revision_cada revisao_a_cada
role: papel cargo funcao funcion rol
rules: regla reglas regra regras
scenario: cenario escenario
scope: ambito
score: nota pontuacao puntuacion
segment: segmento
segments: segmento segmentos
severity: gravidade severidade gravedad severidad
solves: resolve resuelve
sources: fonte fontes fuente fuentes
src: file
split: divisao division
stages: etapa etapas fase fases
status: estado situacao
statuses: estado estados situacao situacoes
step: passo paso
support: apoio suporte apoyo soporte
systems: sistemas
target: alvo objetivo meta
text: description texto title titulo
then: entonces entao
thinking: pensa pensando piensa pensamento pensamentos pensamiento pensamientos
time: hora
title: name titulo nome nombre
today: hoy hoje
trigger: gatilho disparador
touchpoints: ponto_de_contato pontos_de_contato punto_de_contacto puntos_de_contacto
touchpoints: momento momentos
url: link
value: valor
when: quando cuando
who: quem quien
why: porque motivo
"""


_NO_KEY = ("version", "versao")
"""Words that look like a key and stand for none."""


def _read() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_NO_KEY, ())
    for line in _WORDS.strip().splitlines():
        key, _, words = line.partition(":")
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return MappingProxyType(found)


_KEYS_BY_WORD = _read()


@cache
def _with_labels() -> Mapping[str, tuple[str, ...]]:
    """The same with the labels of all languages; made for the first key that nobody knows."""
    found = dict(_KEYS_BY_WORD)
    for speak in map(translator, LANGUAGES):
        labels = [(message, _form(message)) for message in speak.messages]
        labels += [(lane.label, lane.id) for lane in LANES.values()]
        labels += [(lane.blueprint_label, lane.id) for lane in LANES.values()]
        for message, key in labels:
            word = _form(speak.text(message))
            if word != key and key not in found.get(word, ()):
                found[word] = (*found.get(word, ()), key)
    return MappingProxyType(found)


def keys_for(word: str) -> tuple[str, ...]:
    """Keys that a word may stand for, the likeliest first; none where it is no known word.

    A label is a word for whatever is called so in English: there need not be such a key.
    """
    return _with_labels().get(_form(word), ())


def is_word(word: str) -> bool:
    """Whether a word is known, so that it is no misspelt other one."""
    return _form(word) in _with_labels()


def _form(word: str) -> str:
    return fold(word).replace(" ", "_").replace("-", "_")


def words_for(key: str) -> tuple[str, ...]:
    """Words that stand for a key before any other, folded and with spaces, besides labels."""
    return tuple(
        word.replace("_", " ") for word, keys in _KEYS_BY_WORD.items() if keys[:1] == (key,)
    )
