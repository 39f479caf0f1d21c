"""A mapping that nobody has looked into yet is like any other."""

import json
import pickle
from copy import deepcopy
from typing import Any

import pytest
from jinja2 import Environment

from mkdocs_journey.front_matter import Mapping, read_yaml
from mkdocs_journey.plugin.unopened import Unopened
from mkdocs_journey.source import Source

TEXT = """\
kind: "lifecycle"
owner:
stages:
  - name: Buy
    doing: [Looks, none, {text: Pays, to: crm}]
  - {name: Use, feeling: 4}
again: &again {name: Pay}
merged: {<<: *again, id: pay}
repeated: *again
"""


def _tree() -> Mapping:
    return read_yaml(Source("a.yml", TEXT)).data


def _unopened() -> dict[str, Any]:
    return Unopened(_tree)


@pytest.mark.parametrize(
    "look",
    [
        dict,
        list,
        len,
        bool,
        repr,
        json.dumps,
        deepcopy,
        lambda data: {**data},
        lambda data: data["stages"][0]["name"],
        lambda data: [stage["name"] for stage in data["stages"]],
        lambda data: ("stages" in data, "nothing" in data, "" in data),
        lambda data: (data.get("kind"), data.get("nothing"), data.get("nothing", 3)),
        lambda data: (list(data.keys()), list(data.values()), list(data.items())),
        lambda data: list(reversed(data)),
        lambda data: data | {"more": 1},
        lambda data: {"more": 1} | data,
        lambda data: data == _tree(),
        lambda data: data != _tree(),
        lambda data: data.copy(),
        lambda data: (data.setdefault("kind", 1), data.setdefault("more", 2), dict(data)),
        lambda data: (data.update(kind="x"), dict(data)),
        lambda data: (data.pop("kind"), dict(data)),
        lambda data: pickle.loads(pickle.dumps(data)),
        lambda data: Environment().from_string(
            "{{ meta.stages[0].name }} {{ meta.kind }} {{ meta | length }} {{ meta | tojson }}"
            "{% for key, item in meta.items() %}{{ key }}{% endfor %}{{ meta.nothing }}"
        ).render(meta=data),
    ],
)  # fmt: skip
def test_what_is_unopened_looks_like_what_it_holds(look: Any) -> None:
    assert look(_unopened()) == look(_tree())


def test_what_is_unopened_can_be_changed() -> None:
    data = _unopened()
    data["kind"] = "x"
    del data["owner"]
    assert data == {**{key: item for key, item in _tree().items() if key != "owner"}, "kind": "x"}
