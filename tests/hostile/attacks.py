"""Maps whose every field holds an attack, made from the model, so that no new field is left out."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_journey.lanes import LANES
from mkdocs_journey.lanes.table import CUSTOM
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.flow import BLOCKS, Action, Block, Branch, Trigger
from mkdocs_journey.values.base import Read

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "single quotes": "'><svg/onload=alert(1)>",
    "attribute list": "{#x onclick=alert(1) .y}",
    "contents": "[TOC]",
    "stash": "\x02wzxhzdk:0\x03 \x02amp\x03 \x02klzzwxh:0000\x03",
    "controls": "a\x00\x01\x08\x0b\x1b\x7f\x9fb",
    "overrides": "a\u202etxt.exe\u2066\u2067b\u2069",
    "link": "[go](javascript:alert(1))",
    "odd link": "[go](JaVa\tScRiPt&colon;alert(1)) <javascript:alert(1)>",
    "data link": "[go](data:text/html;base64,PHNjcmlwdD4=)",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "definitions": "[^1] *[HTML]: x [x]: javascript:alert(1) ![i](javascript:x)",
    "tags": "</div></section></table><plaintext><!-- <style>*{}</style>",
    "template": "{{ config }} {% raw %} ${x} %%{init: {}}%% --8<-- 'x'",
    "mermaid": "end\" --> x[\"<img src=x onerror=alert(1)>\"]; click x call alert(1)",
    "breaks": "a  \nb\n\n# c\n\n/// journey | map\n///\n\n- d",
    "address": "javascript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "slashes": "//evil.example/x /\\evil.example",
}  # fmt: skip
REMOVED = dict.fromkeys(
    [*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
)  # fmt: skip
"""Characters that no page shows, for `str.translate`."""

DEEP = 1
"""Levels of blocks inside blocks."""


@dataclass
class Attacker:
    """Builds values for the model's fields: an attack where a text may stand, examples elsewhere.

    Each text ends with a number of its own, so that a test can tell where it was lost.
    """

    attack: str
    marks: dict[str, str] = field(default_factory=dict)
    """Path of each text's field (`Journey.stages.Stage.name`) by the text's number."""

    def journey(self) -> dict[str, Any]:
        """A journey that fills every field."""
        found = self._model(Journey, "Journey", 0)
        return {**found, "lanes": list(LANES), "personas": ["ana", found["personas"][0]["persona"]]}

    def persona(self) -> dict[str, Any]:
        """A persona that fills every field."""
        return self._model(Persona, "Persona", 0)

    def _text(self, path: str) -> str:
        mark = f"n{len(self.marks)}n"
        self.marks[mark] = path
        return f"{self.attack} {mark}"

    def _model(self, model: type[BaseModel], path: str, depth: int) -> Any:
        return {
            info.alias or name: self._field(info, f"{path}.{name}", depth)
            for name, info in model.model_fields.items()
            if info.alias != CUSTOM
        }

    def _field(self, info: FieldInfo, path: str, depth: int) -> Any:
        return self._value(info.annotation, [*info.metadata], info.examples or [""], path, depth)

    def _value(
        self, kind: Any, notes: list[Any], examples: list[Any], path: str, depth: int
    ) -> Any:
        if get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            return self._value(kind, [*notes, *more], examples, path, depth)
        if any(isinstance(note, Read) for note in notes):
            reader = next(note for note in notes if isinstance(note, Read))
            return self._text(path) if reader.words.startswith("text") else examples[0]
        arguments = [part for part in get_args(kind) if part is not type(None)]
        if get_origin(kind) in (Union, types.UnionType):
            return self._value(arguments[0], notes, examples, path, depth)
        if get_origin(kind) is tuple:
            if arguments[0] is Block:
                return [] if depth > DEEP else list(self._blocks(path, depth + 1))
            inner = examples[0] if isinstance(examples[0], list) else [examples[0]]
            return [self._value(arguments[0], [], inner or [""], path, depth)]
        if get_origin(kind) is dict:
            return self._mapping(arguments, examples, path, depth)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if issubclass(kind, (Action, Trigger)):
                return {"task" if kind is Action else "custom": self._text(path)}
            return self._model(kind, f"{path}.{kind.__name__}", depth)
        return examples[0]

    def _mapping(self, kinds: list[Any], examples: list[Any], path: str, depth: int) -> Any:
        example = examples[0] if isinstance(examples[0], dict) else {}
        if path.endswith(("csat", "ces")):
            return example
        if path.endswith("feeling"):
            return self._value(kinds[1], [], [3], path, depth)
        is_free = not any(isinstance(note, Read) for note in get_args(kinds[0])[1:])
        key = self._text(f"{path}.key") if is_free else next(iter(example))
        return {key: self._value(kinds[1], [], [example.get(key, "")], path, depth)}

    def _blocks(self, path: str, depth: int) -> Iterator[dict[str, Any]]:
        fields = Block.model_fields
        for kind in BLOCKS:
            name = "if_" if kind == "if" else kind
            block = {kind: self._field(fields[name], f"{path}.{kind}", depth)}
            if kind == "split":
                block = {kind: [self._model(Branch, f"{path}.Branch", depth)]}
            if kind == "if":
                block["then"] = self._field(fields["then"], f"{path}.then", depth + 1)
            yield {**block, "owner": self._text(f"{path}.{kind}.owner")}


def replacements(value: Any, attack: str) -> Iterator[Any]:
    """The same data once for each of its values and keys, with the attack in its place."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield {**value, attack: item}
            yield from ({**value, key: changed} for changed in replacements(item, attack))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            changes = replacements(item, attack)
            yield from ([*value[:at], changed, *value[at + 1 :]] for changed in changes)
    yield attack
