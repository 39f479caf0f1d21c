"""Values as YAML text: quoted where YAML needs it, in one line where it is short."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mkdocs_journey.front_matter import Quoted, read_yaml
from mkdocs_journey.source import Source

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NAMED = {"\n": "\\n", "\t": "\\t"}
_SHORT = 72
"""Characters up to which a mapping or list is written in one line."""


def write_scalar(value: Any, *, style: str = "", flow: bool = False) -> str:
    """A text, number or yes and no; `style` is the quote that stood there, or empty.

    `flow` says that it stands inside brackets or braces, where commas end a text.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    is_unsafe = _UNSAFE.search(text) is not None
    if style == "" and not is_unsafe and _reads_as(text, flow=flow):
        return text
    is_single = style == "'" or (style == "" and ('"' in text or "\\" in text))
    if is_single and not is_unsafe:
        return "'" + text.replace("'", "''") + "'"
    return '"' + _UNSAFE.sub(_escape, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def _escape(match: re.Match[str]) -> str:
    return _NAMED.get(match[0], f"\\u{ord(match[0]):04X}")


@lru_cache(maxsize=4096)
def _reads_as(text: str, *, flow: bool) -> bool:
    """Whether a text without quotes is read as itself, and as nothing else by other readers."""
    written = f"key: {{key: {text}}}\n" if flow else f"key: {text}\n"
    matter = read_yaml(Source("", written))
    found = matter.data.get("key")
    if flow:
        found = found.get("key") if isinstance(found, dict) and len(found) == 1 else None
    return not matter.findings and not isinstance(found, Quoted) and found == text


def write_key(key: str, *, style: str = "", flow: bool = False) -> str:
    """A key, quoted where it would be read as another one."""
    quoted = style or ("" if re.fullmatch(r"[^\W_](?:[\w .-]*\w)?", key) else '"')
    return write_scalar(key, style=quoted, flow=flow) if quoted else key


def write_flow(value: Any) -> str:
    """A value in one line, mappings in braces and lists in brackets."""
    if isinstance(value, dict):
        entries = (f"{write_key(key, flow=True)}: {write_flow(value[key])}" for key in value)
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return write_scalar(value, flow=True)


def is_short(value: Any) -> bool:
    """Whether a value is best written in one line; what has a name begins its own lines."""
    if isinstance(value, dict):
        inner, is_named = list(value.values()), "name" in value
    elif isinstance(value, (list, tuple)):
        inner, is_named = list(value), False
    else:
        return True
    is_flat = not any(isinstance(item, (dict, list, tuple)) for item in inner)
    return not inner or (is_flat and not is_named and len(write_flow(value)) <= _SHORT)


def write_lines(value: Any) -> list[str]:
    """A value in lines of its own, indented by two for each level within it."""
    if isinstance(value, dict) and value:
        return [line for key in value for line in entry_lines(key, value[key])]
    if isinstance(value, (list, tuple)) and value:
        return [line for item in value for line in item_lines(item)]
    return [write_flow(value) if isinstance(value, (dict, list, tuple)) else write_scalar(value)]


def entry_lines(key: str, value: Any) -> list[str]:
    """A key with its value, in one line where that is short."""
    head = f"{write_key(key)}:"
    if is_short(value):
        is_scalar = not isinstance(value, (dict, list, tuple))
        return [f"{head} {write_scalar(value) if is_scalar else write_flow(value)}"]
    return [head, *(f"  {line}" for line in write_lines(value))]


def item_lines(value: Any) -> list[str]:
    """An item of a list, after its dash."""
    if is_short(value):
        is_scalar = not isinstance(value, (dict, list, tuple))
        return [f"- {write_scalar(value) if is_scalar else write_flow(value)}"]
    first, *rest = write_lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]
