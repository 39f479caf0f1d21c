"""Every label of the package has a translation in every language, and none is left over."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[2] / "mkdocs_journey"
LOCALES = ("pt_BR", "es")

LABEL_ARGUMENTS = {"text": 1, "label": 1, "mark": 1, "count": 2, "mark_count": 2}
"""The functions that take labels -> how many of their first arguments are labels."""


def labels_in(source: str) -> Iterator[tuple[str, ...]]:
    """Yield the labels that a module names: (text,) or (singular, plural)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) == "mark_in":
            context, label = (next(_constants(argument)) for argument in node.args)
            yield (f"{context}\x04{label}",)
        elif isinstance(node, ast.Call) and (n := LABEL_ARGUMENTS.get(_name(node.func))):
            choices = [list(_constants(argument)) for argument in node.args[:n]]
            if len(choices) == n and all(choices):
                yield from zip(*choices, strict=True)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _constants(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _constants(one)
            yield from _constants(other)


def used() -> set[tuple[str, ...]]:
    return {
        labels
        for module in sorted(PACKAGE.rglob("*.py"))
        for labels in labels_in(module.read_text("utf-8"))
    }


def catalogue(locale: str) -> Catalog:
    with (PACKAGE / "locales" / locale / "LC_MESSAGES" / "mkdocs_journey.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def in_context(context: str | None, ids: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{context}\x04{ids[0]}", *ids[1:]) if context else ids


def translations(locale: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        in_context(message.context, forms(message.id)): forms(message.string)
        for message in catalogue(locale)
        if message.id and not message.fuzzy and all(forms(message.string))
    }


def fields(texts: tuple[str, ...]) -> set[str | None]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text)} - {None}


def listed(labels: set[tuple[str, ...]]) -> str:
    return "\n".join(f"  {' / '.join(map(repr, label))}" for label in sorted(labels))


def test_extraction_finds_labels_wherever_they_are_named() -> None:
    source = """
speak.text("A")
speak.text("B" if x else "C", n=1)
context.label("D")
speak.count("{n} d", "{n} ds", 3)
Lane("pains", mark("E"))
mark_count("{n} f", "{n} fs")
mark_in("pain", "G")
"text".count("t"); speak.text(label)
"""
    assert set(labels_in(source)) == {
        ("A",), ("B",), ("C",), ("D",), ("{n} d", "{n} ds"), ("E",), ("{n} f", "{n} fs"),
        ("pain\x04G",),
    }  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_is_translated(locale: str) -> None:
    missing = used() - translations(locale).keys()
    assert not missing, f"add to locales/{locale}/LC_MESSAGES/mkdocs_journey.po:\n{listed(missing)}"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_translation_is_left_over(locale: str) -> None:
    left = translations(locale).keys() - used()
    assert not left, f"no module names these labels of {locale} any more:\n{listed(left)}"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_fills_in_the_same_fields(locale: str) -> None:
    wrong = {key for key, text in translations(locale).items() if fields(key) != fields(text)}
    assert not wrong, f"other {{fields}} in {locale}:\n{listed(wrong)}"


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogues_have_no_unfinished_or_obsolete_entries(locale: str) -> None:
    messages = catalogue(locale)
    assert not messages.obsolete
    assert not [m.id for m in messages if m.id and (m.fuzzy or not all(forms(m.string)))]
