"""Keys in other words: what people write for a key, in English, Portuguese and Spanish."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mkdocs_journey.catalog.feelings import fold

_WORDS = """
action: acao accion
age: idade edad
audience: publico audiencia
avatar: foto
bio: biografia
call: ligacao llamada
channel: canal
channels: canal canais canales
checkpoint: marco
day: dia
description: descricao descripcion
doing: fazendo faz haciendo hace acao acoes accion acciones
duration: duracao duracion
email: e_mail correo
effort: esforco esfuerzo
emotion: emocao emocion
end: fim fin
event: evento
evidence: evidencia evidencias
expectations: expectativas
feeling: sentimento sentimentos sentimiento sentimientos sente siente emocao emocion
flow: fluxo flujo
frequency: frequencia frecuencia
gains: ganho ganhos alegrias ganancias
goal: objetivo meta
goals: objetivo objetivos metas
health: saude salud
image: imagem imagen
impact: impacto
kind: tipo
lanes: faixas carriles
links: enlaces
message: mensagem mensaje
metrics: metrica metricas
motivations: motivacoes motivaciones
name: title label titulo nome nombre
needs: necessidade necessidades necesidad necesidades
opportunities: oportunidade oportunidades oportunidad
owner: responsavel responsable dono
page: pagina
pains: dor dores dolor dolores pain_points
personas: persona
phase: fase
place: lugar local cidade ciudad
quote: citacao cita frase
quotes: citacao citacoes cita citas frase frases
rank: peso
role: papel cargo funcao funcion rol
scenario: cenario escenario
score: nota pontuacao puntuacion
segment: segmento
severity: gravidade severidade gravedad severidad
solves: resolve resuelve
sources: fonte fontes fuente fuentes
src: file
split: divisao division
stages: etapa etapas
status: estado situacao
step: passo paso
text: description texto
thinking: pensa pensando piensa pensamento pensamentos pensamiento pensamientos
time: hora
trigger: gatilho disparador
touchpoints: ponto_de_contato pontos_de_contato punto_de_contacto puntos_de_contacto
url: link
wait: espera
when: quando cuando
why: porque motivo
"""


def _read() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _WORDS.strip().splitlines():
        key, _, words = line.partition(":")
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return MappingProxyType(found)


_KEYS_BY_WORD = _read()


def keys_for(word: str) -> tuple[str, ...]:
    """Keys that a word may stand for, the likeliest first; none where it is no known word."""
    return _KEYS_BY_WORD.get(fold(word).replace(" ", "_").replace("-", "_"), ())


def words_for(key: str) -> tuple[str, ...]:
    """Words that stand for a key before any other, folded and with spaces."""
    return tuple(word.replace("_", " ") for word, keys in _KEYS_BY_WORD.items() if keys[0] == key)
