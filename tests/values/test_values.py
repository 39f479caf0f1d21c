"""Numbers, durations, dates and ids as people write them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mkdocs_journey.values.base import fault, is_empty
from mkdocs_journey.values.choices import _YES_OR_NO, read_flag
from mkdocs_journey.values.quantities import (
    Measure,
    parse_measure,
    read_count,
    read_measure,
    read_number,
    read_share,
)
from mkdocs_journey.values.text import read_id, slugify
from mkdocs_journey.values.times import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    WEEK,
    Date,
    Duration,
    parse_duration,
    read_date,
    read_duration,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("2 days", 2 * DAY, 2 * DAY),
        ("1 day", DAY, DAY),
        ("1 minute", MINUTE, MINUTE),
        ("90 s", 90, 90),
        ("500 ms", 0.5, 0.5),
        ("PT2H", 2 * HOUR, 2 * HOUR),
        ("P1DT12H", 36 * HOUR, 36 * HOUR),
        ("2–3 hours", 2 * HOUR, 3 * HOUR),
        ("2-3 hours", 2 * HOUR, 3 * HOUR),
        ("2 to 3 days", 2 * DAY, 3 * DAY),
        ("30 min – 2 h", 30 * MINUTE, 2 * HOUR),
        ("12+ months", 12 * MONTH, None),
        ("ongoing", 0, None),
        ("Em andamento", 0, None),
        ("1 h 30 min", 90 * MINUTE, 90 * MINUTE),
        ("1h30", 90 * MINUTE, 90 * MINUTE),
        ("2 h 05", 125 * MINUTE, 125 * MINUTE),
        ("1h30min", 90 * MINUTE, 90 * MINUTE),
        ("1 hora y 5 min", 65 * MINUTE, 65 * MINUTE),
        ("2 semanas", 2 * WEEK, 2 * WEEK),
        ("2,5 horas", 2.5 * HOUR, 2.5 * HOUR),
        ("3 dias úteis", 3 * DAY, 3 * DAY),
    ],
)
def test_a_duration_is_understood(text: str, minimum: float, maximum: float | None) -> None:
    duration = parse_duration(text)
    assert duration is not None
    assert (duration.minimum, duration.maximum) == (minimum, maximum)


@pytest.mark.parametrize(
    ("written", "working"),
    [
        ("3 dias úteis", (3, 3)),
        ("3–5 business days", (3, 5)),
        ("2 hours – 1 working day", (0, 1)),
        ("2+ días hábiles", (2, 0)),
        ("1 week and 2 business days", (2, 2)),
        ({"min": "1 working day", "max": "3 working days"}, (1, 3)),
        ({"max": "3 working days"}, (0, 3)),
        ({"min": "3 working days"}, (3, 0)),
        ("3 days", (0, 0)),
        ("P3D", (0, 0)),
    ],
)
def test_working_days_are_told_from_days(written: object, working: tuple[float, float]) -> None:
    duration = read_duration(written)
    assert duration is not None
    assert tuple(days / DAY for days in duration.working) == working


@pytest.mark.parametrize(
    "text", ["", "soon", "5", "5 bananas", "days", "1 h 2 x", "P", "PT", "1–2", "９ days"]
)
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    parse_duration(text)
    parse_measure(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("46", Measure(46, 46, text="46")),
        ("-12", Measure(-12, -12, text="-12")),
        ("58%", Measure(58, 58, "%", text="58%")),
        ("58 %", Measure(58, 58, "%", text="58 %")),
        ("7–10", Measure(7, 10, text="7–10")),
        ("≥ 40", Measure(40, 40, bound="≥", text="≥ 40")),
        (">= 85%", Measure(85, 85, "%", "≥", ">= 85%")),
        ("< 3", Measure(3, 3, bound="<", text="< 3")),
        ("2.5 h", Measure(2.5, 2.5, "h", text="2.5 h")),
        ("R$ 12", Measure(12, 12, "R$", text="R$ 12")),
        ("18,420", Measure(18420, 18420, text="18,420")),
        ("4,5", Measure(4.5, 4.5, text="4,5")),
        ("R$ 1.234,50", Measure(1234.5, 1234.5, "R$", text="R$ 1.234,50")),
        ("R$ 1.234", Measure(1234, 1234, "R$", text="R$ 1.234")),
        ("1.234–1.500 €", Measure(1234, 1500, "€", text="1.234–1.500 €")),
        ("R$ 1.23", Measure(1.23, 1.23, "R$", text="R$ 1.23")),
        ("1.234 kg", Measure(1.234, 1.234, "kg", text="1.234 kg")),
        ("1.234.567", Measure(1234567, 1234567, text="1.234.567")),
        ("0,125", Measure(0.125, 0.125, text="0,125")),
        ("0.125 €", Measure(0.125, 0.125, "€", text="0.125 €")),
        ("€ 0,125", Measure(0.125, 0.125, "€", text="€ 0,125")),
    ],
)
def test_a_measure_is_understood(text: str, measure: Measure) -> None:
    assert parse_measure(text) == measure


@pytest.mark.parametrize(
    ("ends", "text", "minimum", "maximum"),
    [
        ({"min": "2 hours", "max": "3 hours"}, "2 hours–3 hours", 2 * HOUR, 3 * HOUR),
        ({"min": "3 hours", "max": "2 hours"}, "2 hours–3 hours", 2 * HOUR, 3 * HOUR),
        ({"min": "2 hours"}, "2 hours+", 2 * HOUR, None),
        ({"min": "None", "max": "3 days"}, "≤ 3 days", 0, 3 * DAY),
        ({"min": "PT2H", "max": "PT3H"}, "", 2 * HOUR, 3 * HOUR),
    ],
)
def test_a_duration_may_be_written_by_its_ends(
    ends: dict[str, str], text: str, minimum: float, maximum: float | None
) -> None:
    assert read_duration(ends) == Duration(minimum, maximum, text)


@pytest.mark.parametrize("text", ["1.500 horas", "1,500 h", "1 h – 1.500 h", "1.500+ days"])
def test_an_amount_that_two_countries_read_differently_is_a_fault(text: str) -> None:
    message = r"`1[.,]500` may mean 1500, write `1500` or fewer decimals"
    with pytest.raises(PydanticCustomError, match=message):
        read_duration(text)


@pytest.mark.parametrize("text", ["0.125 h", "1.25 h", "1500 h", "1.5000 h"])
def test_other_decimals_are_read(text: str) -> None:
    assert read_duration(text) is not None


def test_a_duration_without_ends_is_none() -> None:
    assert read_duration({"min": "n/a", "max": None}) is None


def test_a_share_is_a_part_of_one() -> None:
    assert [read_share(value) for value in ("58%", "0.58", "0,125", 1, "100 %", None)] == [
        0.58, 0.58, 0.125, 1, 1, None,
    ]  # fmt: skip


def test_a_count_may_have_separators() -> None:
    assert [read_count(value) for value in ("18,420", "18 420", "18.420", 7, "")] == [
        18420, 18420, 18420, 7, None,
    ]  # fmt: skip


def test_a_date_may_be_a_month_or_a_year() -> None:
    read = [read_date(value) for value in ("2026-10-02", "2025-12", "2024")]
    assert [item.iso for item in read if item] == ["2026-10-02", "2025-12", "2024"]
    assert [item.last_day for item in read if item] == [
        date(2026, 10, 2), date(2025, 12, 31), date(2024, 12, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["2026-10-02 09:30", "2026-10-02T09:30:00.5Z", "2026-10-02T9:30-03"]
)
def test_a_date_may_have_a_time(text: str) -> None:
    assert read_date(text) == Date(2026, 10, 2)


@pytest.mark.parametrize(
    "text",
    ["2026-12-01 unless cancelled", "2026 Q3", "2026-10T", "２０２６", "2026-10-02 09:30 or later"],
)
def test_a_date_with_other_words_is_a_fault(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a date"):
        read_date(text)


@pytest.mark.parametrize("text", ["1_0", "72,", "７", ".", "nan", "inf", "1e999", "1 000 x"])
def test_what_only_a_computer_takes_for_a_number_is_a_fault(text: str) -> None:
    for read in (read_number, read_count):
        with pytest.raises(PydanticCustomError, match="is not a number"):
            read(text)


@pytest.mark.parametrize("form", ["{}", "{} days", "P{}D", "{}%", "~ {} EUR"])
def test_a_number_beyond_all_measure_is_none(form: str) -> None:
    text = form.format("9" * 400)
    assert parse_measure(text) is None
    assert parse_duration(text) is None


@pytest.mark.parametrize("number", ["9" * 16, "9" * 58, "9" * 300])
def test_a_number_that_cannot_be_written_out_is_a_fault(number: str) -> None:
    values = {
        read_number: (number, float(number)),
        read_count: (number,),
        read_measure: (f"{number}%", f"0–{number}", float(number)),
        read_duration: (f"{number} days", f"P{number}D"),
    }
    for read, written in values.items():
        for value in written:
            with pytest.raises(PydanticCustomError, match="is not a"):
                read(value)


def test_spaces_cost_nothing() -> None:
    gap = " " * 200_000
    assert parse_measure(f"1{gap}<") is None
    assert parse_measure(f"≥{gap}40") == Measure(40, 40, bound="≥", text="≥ 40")
    assert parse_duration(f"1{gap}x{gap}2") is None
    assert parse_duration(f"2{gap}days") == Duration(2 * DAY, 2 * DAY, "2 days")


@pytest.mark.parametrize("word", ["NÃO", "não", "Nao", "SÍ", "sim", "Off"])
def test_yes_and_no_may_be_in_any_case(word: str) -> None:
    assert read_flag(word) is (word in ("SÍ", "sim"))
    assert re.search(_YES_OR_NO["anyOf"][1]["pattern"], word)


def test_a_message_shows_braces_as_they_were_written() -> None:
    error = fault("unknown-key", "unknown key `{key}`", at="place", key="{at} {text}")
    assert error.message() == "unknown key `{at} {text}`"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Opens the newsletter", "opens-the-newsletter"),
        ("Informação & preço!", "informacao-preco"),
        ("お問い合わせ", "お問い合わせ"),
        ("Ёлка", "елка"),
        ("हिन्दी में", "हिन्दी-में"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("  --a_b--  ", "a_b"),
        ("!?", ""),
    ],
)
def test_an_id_is_made_from_a_name(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text(max_size=30))
def test_what_is_made_from_a_name_is_an_id(name: str) -> None:
    slug = slugify(name)
    assert read_id(slug) == ("" if is_empty(slug) else slug)
    assert slugify(slug) == slug
