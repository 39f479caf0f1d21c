"""Tables and diagrams that people made: what is found in them, and what is told of the rest."""

from __future__ import annotations

import json as std_json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats import csv, json, markdown, mermaid, xlsx, yaml
from mkdocs_journey.formats.choosing import read_file
from mkdocs_journey.formats.imported import FormatError, Imported

DOWN = {
    "en": "Stage,Discover,,Buy\nTouchpoint,Advert,Shop,Checkout\nActions,Sees it,,Pays\n"
    "Emotions,curious,n/a,2\nPain points,None,-,Slow\n",
    "pt": "Etapas;Descobrir;;Comprar\nPontos de contato;Anúncio;Loja;Caixa\nAções;Vê;;Paga\n"
    "Sentimentos;curioso;-;2\nDores;;;Lento\n",
    "es": "Etapa\tDescubrir\t\tComprar\nPunto de contacto\tAnuncio\tTienda\tCaja\n"
    "Acciones\tLo ve\t\tPaga\nEmociones\tcurioso\t-\t2\nPuntos de dolor\t\t\tLento\n",
}


def shape(found: Imported) -> list[Any]:
    """Stages by the lanes that their touchpoints fill."""
    return [
        [sorted(moment.keys() - {"name"}) for moment in stage.get("touchpoints", ())]
        for stage in found.journey["stages"]
    ]


@pytest.mark.parametrize("language", DOWN)
def test_lanes_down_in_three_languages(language: str) -> None:
    found = csv.read(DOWN[language], BUILT_IN)
    assert shape(found) == [[["doing", "feeling"], []], [["doing", "feeling", "pains"]]]
    assert found.notes == ()


def test_lanes_across_say_the_same() -> None:
    rows = [line.split(",") for line in DOWN["en"].splitlines()]
    turned = "\n".join(",".join(column) for column in zip(*rows, strict=True))
    assert csv.read(turned, BUILT_IN).journey == csv.read(DOWN["en"], BUILT_IN).journey


def test_a_workshop_table_in_the_words_of_the_team_is_read() -> None:
    table = (
        "Etapas;Buscar;Comprar;Usar\nPontos de contato;Busca;Caixa;Ajuda\n"
        "Canal;Site;Loja física;WhatsApp\nFaz;Compara;Paga;Pergunta\n"
        "Sente;Confusa (2);aliviada (4,5/5);3\nMétricas;Custo: 12;NPS: 40;Visitas: 9\n"
    )
    found = csv.read(table, BUILT_IN)
    assert found.notes == ()
    moments = [stage["touchpoints"][0] for stage in found.journey["stages"]]
    assert [moment["channel"] for moment in moments] == ["web", "store", "whatsapp"]
    assert [moment["feeling"] for moment in moments] == [
        {"score": 2, "emotion": "Confusa"}, {"score": 4.5, "emotion": "aliviada"}, 3,
    ]  # fmt: skip
    assert moments[0]["doing"] == ["Compara"]
    assert [*moments[0]["metrics"]] == ["cost"]


def test_latin_1_is_read() -> None:
    assert csv.read(DOWN["pt"].encode("latin-1"), BUILT_IN) == csv.read(DOWN["pt"], BUILT_IN)


def test_what_has_no_place_is_told_with_row_and_column() -> None:
    text = "Stage,Buy,\nDoing,Pays,Lost\nWeather,Rain,\nFeeling,purple-ish,\n"
    notes = [str(note) for note in csv.read(text, BUILT_IN).notes]
    assert notes == [
        "row 2, column 3: left out `Lost`: no stage or touchpoint above it",
        "row 3, column 2: left out `Rain`: `Weather` is no lane of a map",
        "row 4, column 2: left out `purple-ish`, which is no feeling of a moment",
    ]


def test_every_text_of_a_table_is_placed_or_told() -> None:
    text = "My map,,\nx,Stage,Buy,Use\n,Doing,A,B\ny,Unknown,C,D\n"
    found = csv.read(text, BUILT_IN)
    told = " ".join(map(str, found.notes)) + std_json.dumps(dict(found.journey)) + found.title
    for word in ("My map", "`x`", "Buy", "Use", '"A"', '"B"', "`y`", "`C`", "`D`"):
        assert word in told, word


def book(rows: list[list[Any]], *merges: str) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merges:
        sheet.merge_cells(area)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_merged_cells_span_a_stage() -> None:
    content = book(
        [["Stage", "Find", None, "Buy"], ["Touchpoint", "Ad", "Shop", "Pay"],
         ["Goal", "Know", None, "Have"], ["Doing", "Looks", "Asks", 3]],
        "B1:C1", "B3:C3",
    )  # fmt: skip
    found = xlsx.read(content, BUILT_IN)
    find, buy = found.journey["stages"]
    assert find["goal"] == ["Know"]
    assert [moment["name"] for moment in find["touchpoints"]] == ["Ad", "Shop"]
    assert buy["touchpoints"] == [{"name": "Pay", "goal": ["Have"], "doing": ["3"]}]


def test_an_edited_cell_is_read_and_the_rest_comes_back_whole() -> None:
    from mkdocs_journey.translations import Translator
    from tests.formats.journeys import mapped, understood

    before = mapped(
        {"stages": [{"name": "Buy", "touchpoints": [
            {"name": "Pay", "doing": [{"text": "Pays", "note": "kept"}], "feeling": 2},
            {"name": "Wait", "doing": "Waits"}]}], "owner": "Web"}
    )  # fmt: skip
    edited = openpyxl.load_workbook(BytesIO(xlsx.write(before, BUILT_IN, Translator("en"))))
    sheet = edited.worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Waits")
    cell.value = "Waits and calls"
    file = BytesIO()
    edited.save(file)
    after = understood(xlsx.read(file.getvalue(), BUILT_IN).journey)
    pay, wait = after.stages[0].touchpoints
    assert (pay, after.owner) == (before.journey.stages[0].touchpoints[0], "Web")
    assert [card.text for card in wait.doing] == ["Waits and calls"]


def test_a_spreadsheet_that_libreoffice_saved_says_the_same() -> None:
    data = Path(__file__).parents[1] / "data" / "formats"
    ours, theirs = (
        read_file(name, (data / name).read_bytes(), BUILT_IN)
        for name in ("order.xlsx", "order-libreoffice.xlsx")
    )
    assert theirs == ours
    assert ours.journey["stages"]


def test_mermaid_s_common_slips_are_mended_and_told() -> None:
    found = mermaid.read(
        "```mermaid\njourney\n  title Day\n  section Go\n    Tea: Me: 5\n    Run: 9: Me, Cat\n"
        "    Sit\n```\n", BUILT_IN,
    )  # fmt: skip
    assert [str(note) for note in found.notes] == [
        "line 5: `Tea`: score and actors had changed places",
        "line 6: `Run`: score 9 is outside 1 to 5, taken as 5",
        "line 7: `Sit` has no score: left without a feeling",
    ]
    tea, run, sit = found.journey["stages"][0]["touchpoints"]
    assert (tea["feeling"], run["feeling"]) == ({"me": 5}, {"me": 5, "cat": 5})
    assert sit == {"name": "Sit"}


def test_a_markdown_table_is_found_below_its_heading() -> None:
    found = markdown.read(
        "# Order\n\ntext\n\n| | Find | Buy |\n|---|---|---|\n| Doing | a \\| b<br>c | d |\n",
        BUILT_IN,
    )
    assert found.title == "Order"
    assert found.journey["stages"][0] == {"name": "Find", "doing": ["a | b", "c"]}


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 150_000_000)
    return file.getvalue()


def with_entities() -> bytes:
    source, file = zipfile.ZipFile(BytesIO(book([["Stage", "Buy"]]))), BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                text = b'<!DOCTYPE a [<!ENTITY b "c">]>' + text
            target.writestr(part.filename, text)
    return file.getvalue()


WIDE = ",".join(f"m{at}" for at in range(10_000))
HOSTILE = {
    "cut.xlsx": (book([["Stage", "Buy"]])[:2000], "cut off"),
    "bomb.xlsx": (bomb(), "unpacks to more"),
    "entities.xlsx": (with_entities(), "entities"),
    "text.xlsx": (b"Stage,Buy\n", "no whole .xlsx"),
    "nested.json": (b"[" * 5_000_000, "nested too deep"),
    "nested.yml": (b"[" * 5_000_000, ""),
    "alias.yml": (b"a: &a [x, x]\n" + b"".join(
        b"%c: &%c [*%c, *%c, *%c]\n" % (at, at, at - 1, at - 1, at - 1) for at in range(98, 122)
    ) + b"stages: *y\n", ""),
    "wide.csv": (f"Stage,{WIDE}\n".encode(), "10,000 touchpoints"),
    "wide.mmd": (("journey\nsection a\n" + "t: 3\n" * 10_000).encode(), "touchpoints"),
    "nested.mmd": (b"journey\n" + b"[" * 5_000_000, "no task"),
    "nested.csv": (b"[" * 5_000_000, "no table"),
    "nested.md": (b"---\njourney: " + b"[" * 5_000_000 + b"\n---\n", "split the map"),
    "wide.json": (std_json.dumps({"stages": [{"name": "a"}] * 10_000}).encode(), "touchpoints"),
    "wide.md": (b"|" * 5_000_000 + b"\n|-|\n", "touchpoints"),
    "empty.csv": (b"", "empty table"),
    "none.csv": (b"a,b\nc,d\n", "no headings"),
    "nan.json": (b'{"stages": NaN}', "NaN"),
    "binary.csv": (b"\0\1\2", "no text"),
    "none.md": (b"# Only a heading\n", "no table"),
    "map.doc": (b"x", "must end with"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_ends_in_one_sentence(name: str) -> None:
    content, words = HOSTILE[name]
    with pytest.raises(FormatError) as problem:
        read_file(name, content, BUILT_IN)
    assert words in str(problem.value)
    assert "\n" not in str(problem.value) and len(str(problem.value)) < 300


def test_a_whole_map_is_found_under_its_key() -> None:
    text = '{"title": "T", "journey": {"stages": [{"name": "Buy"}]}}'
    assert json.read(text).title == "T"
    assert yaml.read("---\ntitle: T\njourney:\n  stages: [{name: Buy}]\n---\n").title == "T"


def test_only_what_begins_a_line_is_a_bullet() -> None:
    found = csv.read(
        'Touchpoint,Buy\nDoing,"- Compares 3. and 12. - then buys\n2. Waits"\n', BUILT_IN
    )
    (stage,) = found.journey["stages"]
    assert stage["doing"] == ["Compares 3. and 12. - then buys", "Waits"]
