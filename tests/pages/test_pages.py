"""A page's map from its front matter or its own file, whatever the bytes are."""

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.pages import Page, decode, mentions_map, read_page
from mkdocs_journey.source import Source
from mkdocs_journey.values.paths import resolve


def page_of(text: str, files: dict[str, bytes] | None = None, path: str = "maps/buy.md") -> Page:
    page = read_page(Source(path, text), BUILT_IN, (files or {}).get)
    assert page is not None
    return page


def test_a_map_in_a_file_is_read_with_its_findings_at_their_places_there() -> None:
    files = {"maps/data/buy.yml": b"stages:\n  - name: Buy\n    feeling: 9\n"}
    page = page_of("---\njourney: data/buy.yml\n---\n", files)
    assert page.journey is not None
    assert page.journey.stages[0].name == "Buy"
    assert [(item.path, tuple(item.position)) for item in page.findings] == [
        ("maps/data/buy.yml", (3, 14))
    ]
    assert page.map_source.path == "maps/data/buy.yml"


def test_a_file_may_hold_the_map_under_its_key_as_a_page_does() -> None:
    files = {"maps/buy.yml": b"journey:\n  stages: [{name: Buy}]\n"}
    page = page_of("---\njourney: buy.yml\n---\n", files)
    assert page.journey is not None
    assert page.findings == ()


def test_silences_of_a_file_hold_in_that_file() -> None:
    files = {
        "maps/buy.yml": b"stages:\n  - name: Buy\n    when: 1:30  # journey: ignore[J111] why\n"
    }
    page = page_of("---\njourney: buy.yml\n---\n", files)
    assert [(item.path, item.line) for item in page.silences] == [("maps/buy.yml", 3)]


def test_what_is_not_utf8_is_said_at_the_first_byte_and_the_rest_is_read() -> None:
    content = "---\r\njourney:\r\n  stages: [{name: Informação}]\r\n---\r\n".encode("latin-1")
    source, findings = decode("a.md", content)
    assert [tuple(item.position) for item in findings] == [(3, 26)]
    assert "0xE7" in findings[0].message
    page = read_page(source, BUILT_IN, lambda _: None)
    assert page is not None
    assert page.journey is not None


def test_a_page_in_utf16_is_said_and_read() -> None:
    content = "---\njourney:\n  stages: [{name: Informação}]\n---\n".encode("utf-16")
    assert mentions_map(content)
    assert not mentions_map("# Another's page".encode("utf-16"))
    source, findings = decode("a.md", content)
    assert [item.rule.name for item in findings] == ["not-utf-8"]
    page = read_page(source, BUILT_IN, lambda _: None)
    assert page is not None
    assert page.journey is not None
    assert page.journey.stages[0].name == "Informação"


def test_a_page_is_no_file_of_a_map() -> None:
    page = page_of("---\njourney: other.md\n---\n", {"maps/other.md": b"# Other\n"})
    assert [(item.path, item.message) for item in page.findings] == [
        ("maps/buy.md", "`other.md` is a page: name a map's own file, such as `map.journey.yml`")
    ]


def test_a_file_that_links_out_of_the_site_is_said_as_such() -> None:
    def load(path: str) -> bytes | None:
        raise PermissionError(path)

    page = read_page(Source("a.md", "---\njourney: link.yml\n---\n"), BUILT_IN, load)
    assert page is not None
    assert [item.rule.name for item in page.findings] == ["outside-site"]


def test_a_file_holds_one_map() -> None:
    files = {"maps/buy.yml": b"---\nstages: [{name: A}]\n---\nstages: [{name: B}]\n"}
    page = page_of("---\njourney: buy.yml\n---\n", files)
    assert [(item.position.line, item.message) for item in page.findings] == [
        (3, "a second document begins here: keep one map in a file")
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("people/ana.md", "ana"),
        ("people/Ana Martins.md", "ana-martins"),
        ("people/bruno/index.md", "bruno"),
        ("index.md", "index"),
    ],
)
def test_a_persona_is_named_by_its_file(path: str, name: str) -> None:
    assert page_of("---\npersona: {name: Somebody}\n---\n", path=path).persona_id == name


def test_a_byte_order_mark_and_windows_line_ends_are_dropped() -> None:
    source, findings = decode("a.md", "\ufeff---\r\ntitle: é\r---\n".encode())
    assert (source.text, findings) == ("---\ntitle: é\n---\n", ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: First order\njourney: x\n---\n# Heading\n", "First order"),
        ("---\njourney: x\n---\nText\n\n# Heading #\n", "Heading"),
        ("---\njourney: x\n---\n## Lower\n", "First order"),
    ],
)
def test_the_title_is_written_else_the_heading_else_the_file_name(text: str, title: str) -> None:
    assert page_of(text, path="maps/first-order.md").title == title


def test_tags_are_read() -> None:
    assert page_of("---\ntags: [a, b]\njourney: x\n---\n").tags == ("a", "b")
    assert page_of("---\ntags: a\njourney: x\n---\n").tags == ("a",)


def test_every_stage_and_touchpoint_has_an_id_that_is_its_own() -> None:
    page = page_of(
        "---\njourney:\n  stages:\n    - {name: Café, touchpoints: [{name: A}, {name: a}]}\n"
        "    - {name: cafe}\n    - {name: '!'}\n---\n"
    )
    assert page.journey is not None
    assert [stage.id for stage in page.journey.stages] == ["cafe", "cafe-2", "stage-3"]
    assert [item.id for item in page.journey.stages[0].touchpoints] == ["a", "a-2"]


def test_what_was_left_out_does_not_move_the_places_of_the_rest() -> None:
    page = page_of(
        "---\njourney:\n  stages:\n    - None\n    - {feeling: 9, nme: A}\n    - 5\n"
        "    - name: Buy\n      doing: [None, {txt: A}, {text: B, sources: [who]}]\n---\n"
    )
    assert page.journey is not None
    assert [stage.name for stage in page.journey.stages] == ["A", "5", "Buy"]
    assert page.data["stages"][2]["doing"][1]["text"] == "B"


@pytest.mark.parametrize(
    ("page", "reference", "path"),
    [
        ("maps/buy.md", "use.md", "maps/use.md"),
        ("maps/buy.md", "./use.md", "maps/use.md"),
        ("maps/buy.md", "../index.md", "index.md"),
        ("maps/buy.md", "deep\\use.md", "maps/deep/use.md"),
        ("maps/buy.md", "use.md#stage?x", "maps/use.md"),
        ("buy.md", "use.md", "use.md"),
        ("maps/buy.md", "../../secret.md", None),
        ("maps/buy.md", "/etc/passwd", None),
        ("maps/buy.md", "C:\\secret.md", None),
        ("maps/buy.md", "https://example.org/a.md", None),
        ("maps/buy.md", "a/../../../b.md", None),
        ("maps/buy.md", "", None),
        ("maps/buy.md", "..", None),
    ],
)
def test_a_path_is_resolved_from_its_page_and_never_leaves_the_site(
    page: str, reference: str, path: str | None
) -> None:
    assert resolve(page, reference) == path


def test_nothing_outside_the_site_is_asked_for() -> None:
    asked: list[str] = []

    def load(path: str) -> bytes | None:
        asked.append(path)
        return None

    for name in ("../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\secret"):
        read_page(Source("maps/a.md", f"---\njourney: '{name}'\n---\n"), BUILT_IN, load)
    assert asked == []


def test_pages_without_a_map_or_a_block_are_told_apart_by_their_bytes() -> None:
    assert mentions_map(b"---\njourney: x\n---\n")
    assert mentions_map(b"# Page\n\n/// journey | map\n///\n")
    assert not mentions_map(b"# Page\n\nOf a journey: nothing.\n")


def test_a_persona_beside_a_map_is_said_and_left_out() -> None:
    text = "---\npersona: {name: Ana, channels: [wbe]}\njourney: {stages: [{name: Buy}]}\n---\n"
    page = page_of(text)
    assert page.journey is not None
    assert page.persona is None
    assert [(item.rule.name, item.position) for item in page.findings] == [
        ("map-and-persona", (2, 1))
    ]


@pytest.mark.parametrize(
    "key",
    [
        "jorney",
        "journeys",
        "journy",
        "jornada",
        "Jornadas",
        "Jouney",
        "viaje",
        "recorrido",
        "jornada_do_cliente",
        "Mapa da jornada",
        "customer-journey",
        "mapa",
    ],
)
def test_a_map_under_a_key_that_is_almost_journey_is_told(key: str) -> None:
    source = Source("a.md", f"---\ntitle: Buying\n{key}:\n  stages: [{{name: Buy}}]\n---\n\n# A\n")
    page = read_page(source, BUILT_IN, lambda _: None)
    assert page is not None
    assert page.is_unreadable
    (finding,) = page.findings
    assert finding.position == (3, 1)
    assert finding.message == f"unknown key `{key}`: write `journey`"


@pytest.mark.parametrize("stages", ["stages", "etapas", "Etapa", '"etapas"'])
def test_a_map_under_a_misspelt_key_is_told_whatever_its_stages_are_called(stages: str) -> None:
    text = f"---\njornada:\n\t{stages}:\n\t\t- name: Buy\n---\n"
    assert mentions_map(text.encode())
    page = read_page(Source("a.md", text), BUILT_IN, lambda _: None)
    assert page is not None
    assert page.findings[-1].message == "unknown key `jornada`: write `journey`"


@pytest.mark.parametrize(
    "text",
    ["pipeline:\n  stages: [build, test]\n", "jornada: Manhã\n", "jornada:\n  turno: Manhã\n",
     "jornada: Manhã\ncurso:\n  etapas: [1, 2]\n", "jornada:\n  etapas: 3\n",
     "journeys: 2\nroad_map:\n  stages: [a]\n", "jornada:\n  turno:\n    etapas: [1]\n",
     'jornada: "Manhã\ncurso:\n  etapas: [1, "2]\n'],
)  # fmt: skip
def test_the_stages_of_other_plugins_are_left_alone(text: str) -> None:
    assert read_page(Source("a.md", f"---\n{text}---\n\n# A\n"), BUILT_IN, lambda _: None) is None


def test_faults_of_a_map_s_file_are_told_beside_guesses_about_its_page() -> None:
    text = "---\njourney: buy.yml\ntags:\n  - one\n    - two: three\n     four: five\n---\n"
    for before in range(len(text)):
        file = f"#{'x' * before}\nstages:\n  - name: Buy\n    chanel: web\n".encode()
        page = page_of(text, {"maps/buy.yml": file})
        told = [item.rule.name for item in page.findings if item.path == "maps/buy.yml"]
        assert told == ["unknown-key"]
