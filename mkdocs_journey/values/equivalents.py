"""Values in other words: what people write in Portuguese and Spanish for a word of a closed list.

Keys and values of maps are English; who writes the texts in another language slips into it here,
too. The words are known so that messages can say what to write: `alta` is no misspelt `all`. A word
that may stand for several values is in the line of each, for what is in one line only is certain.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from mkdocs_journey.catalog.feelings import fold

_WORDS = """
low: baixo, baixa, bajo, baja, pouco, poco, normal
medium: medio, media, moderado, moderada, normal
high: alto, alta, grande, grave, urgente
critical: critico, critica, grave, urgente
idea: ideia
planned: planejado, planejada, planeado, planeada, planificado, planificada, previsto, prevista,
 pronto, pronta
doing: fazendo, em andamento, andamento, haciendo, en curso, en marcha
done: feito, feita, pronto, pronta, concluido, concluida, hecho, hecha, terminado, terminada
dropped: descartado, descartada, cancelado, cancelada, abandonado, abandonada
before: antes, antes da compra, antes de la compra
during: durante, durante a compra, durante la compra
after: depois, apos, despues, depois da compra, despues de la compra
interview: entrevista, entrevistas, pesquisa
survey: pesquisa, questionario, enquete, encuesta, cuestionario
analytics: analise de dados, dados, analitica, datos
observation: observacao, observacion
diary: diario
support-log: dados, datos, chamados, atendimentos, registros de suporte, registros de soporte
document: documento, documentos, pesquisa
workshop: oficina, taller
assumption: suposicao, hipotese, suposicion, supuesto, hipotesis
customer: cliente, clientes, usuario, usuaria
employee: funcionario, funcionaria, colaborador, colaboradora, atendente, empleado, empleada
system: sistema, sistemas
direct: direto, direta, directo, directa
indirect: indireto, indireta, indirecto, indirecta
higher: maior, mayor, mais alto, mas alto
lower: menor, mais baixo, mas bajo
current-state: atual, estado atual, situacao atual, hoje, actual, estado actual, hoy
future-state: futuro, estado futuro, futura
day-in-the-life: dia, um dia, um dia na vida, dia na vida, un dia en la vida, dia en la vida
experience: experiencia, mapa de experiencia
service-blueprint: blueprint, blueprint de servico, blueprint de servicio, plano de servicio
lifecycle: ciclo de vida
"""


def _read() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _WORDS.replace("\n ", " ").strip().splitlines():
        value, _, words = line.partition(": ")
        for word in words.split(", "):
            found[word] = (*found.get(word, ()), value)
    return MappingProxyType(found)


_VALUES_BY_WORD = _read()


def value_for(word: str, known: Collection[str]) -> str | None:
    """The word of a closed list that another language's word can only stand for, if there is one.

    Where it may stand for a word of another list, too, it is as doubtful in this one.
    """
    values = _values(word)
    return values[0] if len(values) == 1 and values[0] in known else None


def values_for(word: str, known: Collection[str]) -> list[str]:
    """All words of a closed list that another language's word may stand for."""
    return [value for value in _values(word) if value in known]


def _values(word: str) -> tuple[str, ...]:
    return _VALUES_BY_WORD.get(fold(word.replace("-", " ").replace("_", " ")), ())
