import pytest

from mkdocs_journey.translations import Translator, half_up, mark_in, translator


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt", "pt-BR"),
        ("pt-BR", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("PT-br", "pt-BR"),
        ("es", "es"),
        ("es-419", "es"),
        ("fr", "en"),
        ("", "en"),
        ("../../etc", "en"),
    ],
)
def test_the_primary_language_decides(tag: str, language: str) -> None:
    assert translator(tag).language == language
    assert translator(tag).direction == "ltr"


def test_one_translator_a_tag() -> None:
    assert translator("pt_BR") is translator("pt_BR")
    assert translator("pt_BR") == Translator("pt-BR")


def test_labels_in_three_languages() -> None:
    label = "Moment of truth"
    assert [translator(tag).text(label) for tag in ("en", "pt", "es")] == [
        "Moment of truth",
        "Momento da verdade",
        "Momento de la verdad",
    ]


def test_a_label_agrees_with_what_it_is_said_of() -> None:
    severe = mark_in("severity", "High")
    assert [translator(at).text(severe) for at in ("en", "pt-BR", "es")] == ["High", "Alta", "Alta"]
    assert [translator(at).text("High") for at in ("en", "pt-BR", "es")] == ["High", "Alto", "Alto"]


def test_a_label_without_a_translation_stays_english() -> None:
    assert translator("pt").text("No such label, {name}", name="Ana") == "No such label, Ana"


def test_values_are_text_whatever_they_look_like() -> None:
    assert (
        translator("en").text("“{title}”", title="{0} {x.__class__} {") == "“{0} {x.__class__} {”"
    )


def test_fields_stay_for_the_browser() -> None:
    label = "{n} of {all} touchpoints shown"
    assert translator("es").text(label) == "{n} de {all} puntos de contacto visibles"


@pytest.mark.parametrize(
    ("tag", "n", "text"),
    [
        ("en", 0, "0 days"),
        ("en", 1, "1 day"),
        ("en", 1.5, "1.5 days"),
        ("en", 1200, "1,200 days"),
        ("pt", 0, "0 dia"),
        ("pt", 1.5, "1,5 dia"),
        ("pt", 2, "2 dias"),
        ("pt", 1_000_000, "1.000.000 dias"),
        ("es", 0, "0 días"),
        ("es", 1, "1 día"),
        ("es", 1.5, "1,5 días"),
        ("es", 1_000_000, "1.000.000 días"),
    ],
)
def test_counted_labels_agree_with_their_number(tag: str, n: float, text: str) -> None:
    assert translator(tag).duration(n, "day") == text
    assert translator(tag).count("{n} day", "{n} days", n) == text


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("en", ["18,420", "−4", "0.333", "3.50", "3.3", "4.0", "31%", "58.5%", "59%", "−12%"]),
        ("pt", ["18.420", "−4", "0,333", "3,50", "3,3", "4,0", "31%", "58,5%", "59%", "−12%"]),
        (
            "es",
            [
                "18.420", "−4", "0,333", "3,50", "3,3", "4,0",
                "31\u00a0%", "58,5\u00a0%", "59\u00a0%", "−12\u00a0%",
            ],
        ),
    ],
)  # fmt: skip
def test_numbers(tag: str, texts: list[str]) -> None:
    speak = translator(tag)
    assert [
        speak.number(18420), speak.number(-4), speak.number(1 / 3), speak.number(3.5, 2),
        speak.score(3.25), speak.score(4),
        speak.percent(0.31), speak.percent(0.585), speak.percent(0.585, 0), speak.percent(-0.12),
    ] == texts  # fmt: skip


def test_money() -> None:
    assert translator("en").money(1234.5, "EUR") == "€1,234.50"
    assert translator("pt").money(1234.5, "BRL") == "R$\u00a01.234,50"


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("en", ["2 October 2026", "October 2026", "2026"]),
        ("pt", ["2 de outubro de 2026", "outubro de 2026", "2026"]),
        ("es", ["2 de octubre de 2026", "octubre de 2026", "2026"]),
    ],
)
def test_dates_are_as_precise_as_they_are_known(tag: str, texts: list[str]) -> None:
    speak = translator(tag)
    assert [speak.date(2026, 10, 2), speak.date(2026, 10), speak.date(2026)] == texts


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(3.25, 3.3), (-3.25, -3.3), (2.0, 2.0), (0.15, 0.2), (1e300, 1e300), (5, 5)],
)
def test_a_half_is_rounded_away_from_zero(value: float, rounded: float) -> None:
    assert half_up(value) == rounded


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.125, 2, 0.13),
        (0.12, 2, 0.12),
        (1.5e-7, 3, 0.0),
        (1e-5, 6, 1e-5),
        (-0.0, 1, 0.0),
        (7, 0, 7),
    ],
)
def test_as_many_decimals_are_kept_as_are_asked_for(
    value: float, digits: int, rounded: float
) -> None:
    found = half_up(value, digits)
    assert (found, str(found).startswith("-")) == (rounded, False)


@pytest.mark.parametrize("value", [-0.0, -0.0004, 0.0004])
def test_a_number_without_decimals_left_has_no_sign(value: float) -> None:
    speak = translator("en")
    assert (speak.number(value), speak.score(value), speak.percent(value, 0)) == ("0", "0.0", "0%")
