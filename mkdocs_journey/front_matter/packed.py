"""A tree of values as bytes, until somebody looks into it.

A map's values and their places are some hundred objects, which a site of a thousand maps would
keep until it is built, and the garbage collector would visit again and again. Faults ask for them
once a page, themes and other plugins hardly ever.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from mkdocs_journey.front_matter.nodes import Mapping


@dataclass(frozen=True, slots=True)
class Packed:
    """A tree with its places as bytes, which nobody but this process writes or reads."""

    fetch: Callable[[], bytes]
    """Gets the bytes from where they are kept."""

    def open(self) -> Mapping:
        """The tree, made anew by each call."""
        tree = pickle.loads(self.fetch())
        assert isinstance(tree, Mapping)
        return tree


def pack(tree: Mapping) -> Packed:
    """A tree as bytes in memory."""
    content = pickle.dumps(tree, pickle.HIGHEST_PROTOCOL)
    return Packed(lambda: content)


class Unopened(dict[str, Any]):
    """A packed mapping that is unpacked when somebody first looks into it, and stays so.

    It is a `dict`, because that is what may be written as JSON, and what others test for.
    """

    __slots__ = ("_packed",)

    def __init__(self, packed: Packed) -> None:
        super().__init__({"": None})  # of a dict without entries JSON asks nothing
        self._packed: Packed | None = packed

    def _open(self) -> None:
        if self._packed is not None:
            tree, self._packed = self._packed.open(), None
            dict.clear(self)
            dict.update(self, tree)

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def _opening(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def opened(self: Unopened, *arguments: Any, **named: Any) -> Any:
        self._open()
        return method(self, *arguments, **named)

    return opened


for _name in (
    "__contains__", "__delitem__", "__eq__", "__getitem__", "__ior__", "__iter__", "__len__",
    "__ne__", "__or__", "__repr__", "__reversed__", "__ror__", "__setitem__", "clear", "copy",
    "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
):  # fmt: skip
    setattr(Unopened, _name, _opening(getattr(dict, _name)))
