"""What all parts of the map language share: one base class, and how lone values are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_journey.catalog import BUILT_IN, Catalog

EMPTY_WORDS = frozenset({"", "none", "n/a", "-", "–", "—"})
"""Words that people write into a cell to say that it is empty."""
LONGEST_EMPTY = max(map(len, EMPTY_WORDS))

EMPTY_PATTERN = r"\s*(?:[Nn][Oo][Nn][Ee]|[Nn]/[Aa]|[-–—])?\s*"
"""The same words as a regular expression that JavaScript and Python read alike."""


def is_empty(value: object) -> bool:
    """Whether a value means an empty cell: nothing, or a word that says so."""
    if isinstance(value, str):
        word = value.strip()
        return len(word) <= LONGEST_EMPTY and word.lower() in EMPTY_WORDS
    return value is None


MOST = 1e15
"""Beyond this a number is a slip: sums of such numbers lose digits and cannot be written out."""


def on_one_line(text: str, most: int = 60) -> str:
    """Text with single spaces, empty beyond `most` characters: what number or date is longer?

    Patterns with many optional parts take a time that grows with a power of the text's length.
    """
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= most else ""


def fault(
    rule: str, message: str, *, at: str = "", instead: str = "", **values: Any
) -> PydanticCustomError:
    """Error that names the rule it breaks; `message` is the whole sentence that users read.

    Values are put into the message's `{names}`. `at` is the key of a mapping that is at fault,
    where the validator sees the whole mapping; `instead` is what a machine may write.
    """
    text = message.format(**values) if values else message
    # As the last value, so that a `{…}` in what users wrote is never filled in.
    return PydanticCustomError(rule, "{text}", {"at": at, "instead": instead, "text": text})


def show(value: object, most: int = 40) -> str:
    """A value as messages quote it: what stands there, on one line, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{show(key)}: …" for key in list(value)[:3]) + "}"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    text = " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a map depends on besides its text: the site's catalogue, the map's personas."""

    catalog: Catalog = BUILT_IN
    personas: frozenset[str] = frozenset()
    """Ids of the map's own personas: they may be keys of a feeling."""


def reading(context: object) -> Reading:
    """The `Reading` that a validator was given, or the built-in one."""
    return context if isinstance(context, Reading) else Reading()


def _read_written(schema: Any, hold: Callable[..., Any]) -> None:
    """Change a part's schema so that only fields that are written are read, for `hold` to take.

    Pydantic's own puts in the defaults of all others, four of five, which takes as long as reading
    the written ones, and so does leaving them out again.
    """
    while (inner := schema.get("schema")) is not None:
        if inner["type"] == "model-fields":
            written = _written_fields(inner["fields"])
            schema["schema"] = core_schema.no_info_after_validator_function(hold, written)
        schema = inner


def _written_fields(fields: dict[str, Any]) -> CoreSchema:
    """Schema of a mapping with those of a part's fields that are written."""
    written = {}
    for name, field in fields.items():
        schema = field["schema"]
        is_required = schema["type"] != "default"
        written[name] = core_schema.typed_dict_field(
            schema if is_required else schema["schema"],
            required=is_required,
            validation_alias=field.get("validation_alias"),
            serialization_alias=field.get("serialization_alias"),
        )
    return core_schema.typed_dict_schema(written, extra_behavior="forbid")


class Model(BaseModel):
    """Base of every part of a map: immutable, strict about keys, documented by docstrings.

    A part holds what was written and differs from the default; the rest is its class's. A
    touchpoint has some forty fields, of which a map fills eight, and a site keeps all its maps.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
    )

    _defaults: ClassVar[dict[str, Any]] = {}
    _all_defaults_are_empty: ClassVar[bool] = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Take the defaults off the bases, where pydantic would take them for new ones."""
        super().__init_subclass__(**kwargs)
        for base in cls.__mro__[1:]:
            for name in vars(base).get("_defaults", ()):
                delattr(base, name)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Put each field's default on the class, and on its bases again."""
        cls._defaults = {
            name: _unchanging(field.get_default(call_default_factory=True))
            for name, field in cls.model_fields.items()
            if not field.is_required()
        }
        cls._all_defaults_are_empty = not any(cls._defaults.values())
        for kind in cls.__mro__:
            for name, default in vars(kind).get("_defaults", {}).items():
                setattr(kind, name, default)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What pydantic makes of the fields, but that it reads only what was written."""
        schema = handler(source)
        with suppress(LookupError):  # a part within one of its kind, whose own is in the making
            _read_written(handler.resolve_ref_schema(schema), cls._hold)
        return schema

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values of some fields, which holds no more than its original."""
        if deep or not update:
            return super().model_copy(update=update, deep=deep)
        kind, own, written = type(self), self.__dict__, self.__pydantic_fields_set__
        names = tuple(own) if len(own) == len(written) else tuple(sorted(written))
        names, written = _with_names(kind, names, tuple(update))
        values = {**own, **update}
        held = {name: values[name] for name in names if name in values}
        for name, value in update.items():
            if value == kind._defaults.get(name, _REQUIRED):
                del held[name]
        copy = kind.__new__(kind)
        object.__setattr__(copy, "__dict__", held)
        object.__setattr__(copy, "__pydantic_fields_set__", written)
        object.__setattr__(copy, "__pydantic_extra__", None)  # no part has any
        object.__setattr__(copy, "__pydantic_private__", None)
        return copy

    @classmethod
    def _hold(cls, values: dict[str, Any]) -> tuple[dict[str, Any], None, set[str]]:
        """What a part holds of what was written, in the order of its fields, as pydantic asks."""
        written = _shared(cls, tuple(values))
        if not (cls._all_defaults_are_empty and all(values.values())):
            defaults = cls._defaults
            values = {
                name: value
                for name, value in values.items()
                if value != defaults.get(name, _REQUIRED)
            }
        return values, None, written


def _unchanging(default: Any) -> Any:
    return MappingProxyType(default) if isinstance(default, dict) else default


_REQUIRED = object()
"""Stands for the default of what has none."""


@lru_cache(maxsize=4096)
def _with_names(
    kind: type[Model], names: tuple[str, ...], more: tuple[str, ...]
) -> tuple[tuple[str, ...], set[str]]:
    """Names of both in the order of a kind's fields, and the set that parts share that write so."""
    written = {*names, *more}
    found = tuple(name for name in kind.model_fields if name in written)
    return found, _shared(kind, found)


@lru_cache(maxsize=4096)
def _shared(_kind: type[Model], names: tuple[str, ...]) -> set[str]:
    """One set for all parts of a kind that write the same; pydantic copies it to change one."""
    return set(names)


class Short(Model):
    """A part of a map that may be written short, as the value of its most important key."""

    short: ClassVar[str] = "text"
    """The key that a lone value stands for."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = super().__get_pydantic_core_schema__(source, handler)
        if schema.get("function", {}).get("function") == cls.widen:
            return cast(CoreSchema, schema)  # the class's own, which widens already
        return core_schema.no_info_before_validator_function(cls.widen, schema)

    @classmethod
    def widen(cls, value: Any) -> Any:
        """The long form of a value: a lone text becomes a mapping of one key."""
        # Of a text it need not be asked whether it is a part, which takes longer than all else.
        is_long = not isinstance(value, str) and isinstance(value, (dict, cls))
        return value if is_long else {cls.short: value}


class OneOrMany:
    """Annotation of a tuple that may be written as a lone value, or left empty.

    Spreadsheets and habit fill empty cells with `None`, `n/a` or a dash: a lone one stands for no
    item, and those in a list are taken out before it is read.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        many: Any = handler(source)
        return core_schema.no_info_before_validator_function(_listed, many)


def _listed(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return value
    return () if is_empty(value) else [value]


class MayBeEmpty:
    """Annotation of a part that may be left out by an empty word."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_none, handler(source))


def _none(value: Any) -> Any:
    return None if is_empty(value) else value


class Keyed:
    """Annotation of a mapping whose keys are the writer's own, ids or labels; it may be empty."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_keyed, handler(source))


def _keyed(value: Any) -> Any:
    return {} if is_empty(value) else value


class Read:
    """Annotation of a value that a function of ours reads, with the JSON Schema it accepts."""

    def __init__(self, function: Callable[..., Any], schema: dict[str, Any], words: str) -> None:
        self.function = function
        self.schema = schema
        self.words = words
        """What may be written, in the words of the reference page."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.function)


class ReadOnSite(Read):
    """Annotation of a value whose function is told what it depends on, as `info.context`."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.function)
