from typing import Any

import pytest

from mkdocs_journey.catalog import BUILT_IN, Channel, CustomLane, MetricKind, read_configuration


def test_a_site_without_configuration_has_the_built_in_catalogue() -> None:
    catalog, faults = read_configuration({"theme": "anything"})
    assert faults == ()
    assert catalog.channels == BUILT_IN.channels
    assert catalog.metrics == BUILT_IN.metrics
    assert catalog.feelings == BUILT_IN.feelings


def test_built_in_labels_follow_the_language_and_the_sites_own_do_not() -> None:
    catalog, _ = read_configuration(
        {"language": "pt-BR", "channels": {"shop": "Store", "phone": {"icon": "call"}}}
    )
    assert catalog.language == "pt-BR"
    assert catalog.channels["store"].label == "Loja"
    assert catalog.channels["shop"].label == "Store"
    assert catalog.channels["phone"] == Channel("phone", "Telefone", "call")


def test_every_section_is_merged() -> None:
    catalog, faults = read_configuration(
        {
            "channels": {"kiosk": {"label": "Kiosk", "icon": "qrcode", "ownership": "indirect"}},
            "lanes": {"training": {"label": "Training", "icon": "school", "after": "support"}},
            "metrics": {
                "clv": {"label": "CLV", "format": "currency", "unit": "EUR", "better": "higher"},
                "stars": {
                    "label": "Stars",
                    "format": "score",
                    "range": [1, 5],
                    "good": 4,
                    "bad": 3,
                },
                "nps": {"good": 50},
            },
            "feelings": {"Zonzo": 2, "bored": 1},
            "statuses": {"live": "Live"},
            "systems": {"crm": {"label": "CRM", "owner": "Sales", "url": "https://crm.example"}},
            "kinds": {"lifecycle": ["health", "metrics"]},
        }
    )
    assert faults == ()
    assert catalog.channels["kiosk"] == Channel("kiosk", "Kiosk", "qrcode", "indirect")
    assert catalog.lanes["training"] == CustomLane("training", "Training", "school", "support")
    assert catalog.metrics["stars"] == MetricKind(
        "stars", "Stars", "score", low=1, high=5, good=4, bad=3
    )
    assert (catalog.metrics["nps"].low, catalog.metrics["nps"].good) == (-100, 50)
    assert (catalog.feelings["zonzo"], catalog.feelings["bored"]) == (2, 1)
    assert catalog.statuses["live"].sign == "own"
    assert catalog.systems["crm"].owner == "Sales"
    assert dict(catalog.kinds) == {"lifecycle": ("health", "metrics")}


def test_a_catalogue_cannot_be_changed() -> None:
    catalog, _ = read_configuration({"channels": {"kiosk": "Kiosk"}})
    with pytest.raises(TypeError):
        catalog.channels["x"] = Channel("x", "X")  # type: ignore[index]


@pytest.mark.parametrize(
    ("options", "path", "message"),
    [
        (
            {"channels": ["web"]},
            "channels",
            "`channels` is a list: write a mapping, an id with a label a line",
        ),
        (
            {"channels": {"Help desk": "x"}},
            "channels.Help desk",
            "`Help desk` is no id: write lower-case letters, digits, hyphens and underscores, "
            "as `help-desk`",
        ),
        (
            {"channels": {12: "x"}},
            "channels.12",
            "`12` is no id: write lower-case letters, digits, hyphens and underscores, "
            "as `help-desk`",
        ),
        (
            {"channels": {"help-desk": None}},
            "channels.help-desk",
            "nothing stands for `help-desk`: write its label, as `help-desk: Help desk`, "
            "or a mapping with `label`",
        ),
        (
            {"channels": {"kiosk": {"lable": "Kiosk"}}},
            "channels.kiosk.lable",
            "unknown key `lable`: did you mean `label`?",
        ),
        (
            {"channels": {"kiosk": {"colour": "red"}}},
            "channels.kiosk.colour",
            "unknown key `colour`: write `label`, `icon` or `ownership`",
        ),
        (
            {"channels": {"kiosk": {"ownership": "mine"}}},
            "channels.kiosk.ownership",
            "`ownership` is `mine`: write `direct` or `indirect`",
        ),
        (
            {"channels": {"kiosk": {"label": False}}},
            "channels.kiosk.label",
            "`label` is `false`: write a text",
        ),
        (
            {"metrics": {"nps": {"range": [100, -100]}}},
            "metrics.nps.range",
            "`range` is a list: write the least and the greatest value, as `range: [0, 10]`",
        ),
        (
            {"metrics": {"nps": {"good": "high"}}},
            "metrics.nps.good",
            "`good` is `high`: write a number",
        ),
        (
            {"systems": {"crm": {"url": " JavaScript:alert(1)"}}},
            "systems.crm.url",
            "`url` is ` JavaScript:alert(1)`: write an address that begins with `https://`, "
            "or a relative one",
        ),
        (
            {"feelings": {"zonzo": 7}},
            "feelings.zonzo",
            "the score of `zonzo` is `7`: write a number from 1 (worst) to 5 (best)",
        ),
        ({"feelings": {True: 3}}, "feelings.True", "`true` is no word: quote it"),
        (
            {"kinds": {"experince": ["doing"]}},
            "kinds.experince",
            "unknown kind `experince`: did you mean `experience`?",
        ),
        (
            {"kinds": {"lifecycle": "doing"}},
            "kinds.lifecycle",
            "`doing` stands for the lanes of `lifecycle`: write a list of lane ids, "
            "as `lifecycle: [doing, feeling, pains]`",
        ),
    ],
)
def test_a_fault_says_what_to_write(options: dict[str, Any], path: str, message: str) -> None:
    _, faults = read_configuration(options)
    assert [(".".join(fault.path), fault.message) for fault in faults] == [(path, message)]


@pytest.mark.parametrize(
    ("language", "meant"),
    [
        ("español", "es"),
        ("Espanol", "es"),
        ("spanish", "es"),
        ("castellano", "es"),
        ("português", "pt-BR"),
        ("Portuguese", "pt-BR"),
        ("brasileiro", "pt-BR"),
        ("português (Brasil)", "pt-BR"),
        ("pt BR", "pt-BR"),
        ("English", "en"),
        ("inglés", "en"),
    ],
)
def test_a_language_by_its_name_is_told_and_taken(language: str, meant: str) -> None:
    catalog, (fault,) = read_configuration({"language": language})
    assert fault.path == ("language",)
    assert fault.message == (
        f"unknown language `{language}`: did you mean `{meant}`? There are `en`, `pt-BR` and `es`"
    )
    assert catalog.language == meant


@pytest.mark.parametrize("language", ["french", "fr", "e", 5, ["es"]])
def test_a_language_that_there_is_not_is_told(language: object) -> None:
    catalog, (fault,) = read_configuration({"language": language})
    assert fault.message.endswith("write `en`, `pt-BR` or `es`")
    assert catalog.language == "en"


@pytest.mark.parametrize("language", [None, "", "en", "en-GB", "pt", "PT_br", "es-419"])
def test_a_language_may_name_its_country(language: object) -> None:
    assert read_configuration({"language": language})[1] == ()


def test_one_fault_stops_nothing_else() -> None:
    catalog, faults = read_configuration(
        {
            "channels": {"a": None, "b": {"label": "B", "icon": 3}},
            "feelings": "x",
            "lanes": {"c": "C"},
        }
    )
    assert len(faults) == 3
    assert catalog.channels["b"] == Channel("b", "B")
    assert "a" not in catalog.channels
    assert catalog.lanes["c"].label == "C"


def test_a_duration_counts_in_a_unit_of_time() -> None:
    catalog, faults = read_configuration(
        {
            "metrics": {
                "delay": {"format": "duration", "unit": "hours"},
                "reply": {"format": "duration", "unit": "minute"},
                "wait": {"format": "duration", "unit": "moons!"},
            }
        }
    )
    assert [(fault.path, fault.message) for fault in faults] == [
        (("metrics", "delay", "unit"), "unknown unit of time `hours`: did you mean `hour`?"),
        (
            ("metrics", "wait", "unit"),
            "unknown unit of time `moons!`: "
            "write `second`, `minute`, `hour`, `day`, `week`, `month` or `year`",
        ),
    ]
    assert [catalog.metrics[name].unit for name in ("delay", "reply", "wait")] == [
        None, "minute", None,
    ]  # fmt: skip
