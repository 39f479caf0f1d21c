"""A mapping that is read when somebody looks into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any


class Unopened(dict[str, Any]):
    """A mapping that is read when somebody first looks into it, and stays so.

    Themes and other plugins hardly ever look into a map's values, which are some hundred objects.
    It is a `dict`, because that is what may be written as JSON, and what others test for.
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__({"": None})  # of a dict without entries JSON asks nothing
        self._read: Callable[[], Mapping[str, Any]] | None = read

    def _open(self) -> None:
        if self._read is not None:
            values, self._read = self._read(), None
            dict.clear(self)
            dict.update(self, values)

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
