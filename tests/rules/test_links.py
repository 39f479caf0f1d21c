"""Links and pictures of maps that lead to no file."""

from __future__ import annotations

import pytest

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.pages import read_page
from mkdocs_journey.reporters.text import report
from mkdocs_journey.rules.links import MOST_GUESSED
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.values.files import SiteFiles
from tests.rules.sites import TODAY, check

FILES = frozenset(
    {
        "maps/order.md",
        "maps/other.md",
        "maps/localised.pt.md",
        "images/checkout.png",
        "images/Two words.png",
        "notes/interviews.pdf",
        "notes/plan a#1.pdf",
        "notes/v.one/index.md",
        "en/buy.png",
        "en/help.md",
        "en/shots/buy-now.png",
        "pt/index.md",
        "pt-BR/index.md",
        "ui/index.md",
        ".hidden/plan.pdf",
        ".hidden/secret.pdf",
        "templates/old.pdf",
        "index.md",
    }
)
PAGE = """---
journey:
  stages:
    - name: Buy
      touchpoints:
        - name: Checkout
          {}
---
"""


def found(line: str, files: frozenset[str] | None = FILES) -> list[str]:
    page = read_page(Source("maps/order.md", PAGE.format(line)), BUILT_IN, lambda _: None)
    assert page is not None
    surroundings = Surroundings(frozenset({"maps/linked.png"}), files)
    atlas = Atlas(BUILT_IN, {page.path: page}, surroundings)
    return [report(finding) for finding in check(atlas, TODAY)]


@pytest.mark.parametrize(
    ("line", "address", "file", "hint"),
    [
        ("image: {src: checkout.png, alt: x}", "checkout.png", "maps/checkout.png",
         "did you mean `../images/checkout.png`?"),
        ("image: {src: ../images/chekout.png, alt: x}", "../images/chekout.png",
         "images/chekout.png", "did you mean `../images/checkout.png`?"),
        ("links: [{text: T, url: 'othr.md#buy'}]", "othr.md#buy", "maps/othr.md",
         "did you mean `other.md`?"),
        ("doing: 'See [this](../notes/report.pdf)'", "../notes/report.pdf", "notes/report.pdf",
         "write the path of one, or an address that begins with `https://`"),
        ("image: {src: ../en/bia.png, alt: x}", "../en/bia.png", "en/bia.png",
         "write the path of one, or an address that begins with `https://`"),
        ("links: [{text: T, url: www.example.org}]", "www.example.org", "maps/www.example.org",
         "write the path of one, or an address that begins with `https://`"),
        ("links: [{text: T, url: secret.pdf}]", "secret.pdf", "maps/secret.pdf",
         "write the path of one, or an address that begins with `https://`"),
        ("links: [{text: T, url: old.pdf}]", "old.pdf", "maps/old.pdf",
         "write the path of one, or an address that begins with `https://`"),
        ("image: {src: ../pt/shots/by.png, alt: x}", "../pt/shots/by.png", "pt/shots/by.png",
         "write the path of one, or an address that begins with `https://`"),
        ("image: {src: ../pt/by.png, alt: x}", "../pt/by.png", "pt/by.png",
         "write the path of one, or an address that begins with `https://`"),
        ("links: [{text: T, url: '../notes/plan%20b%231.pdf'}]", "../notes/plan%20b%231.pdf",
         "notes/plan b#1.pdf", "did you mean `../notes/plan a%231.pdf`?"),
        ("image: {src: ../images/Too%20words.png, alt: x}", "../images/Too%20words.png",
         "images/Too words.png", "did you mean `../images/Two words.png`?"),
        ("doing: '[x](../images/Too%20words.png)'", "../images/Too%20words.png",
         "images/Too words.png", "did you mean `../images/Two%20words.png`?"),
        ("doing: '[x](<../images/Too words.png>)'", "../images/Too words.png",
         "images/Too words.png", "did you mean `../images/Two%20words.png`?"),
        ("links: [{text: T, url: guide/index.md}]", "guide/index.md", "maps/guide/index.md",
         "write the path of one, or an address that begins with `https://`"),
    ],
)  # fmt: skip
def test_what_leads_to_no_file_is_told_at_its_line(
    line: str, address: str, file: str, hint: str
) -> None:
    (told,) = found(line)
    assert told.startswith("maps/order.md:7:")
    assert f"`{address}` leads nowhere, as there is no file `{file}`: {hint}" in told
    assert told.endswith("[broken-link]")


@pytest.mark.parametrize(
    "line",
    [
        "image: {src: ../images/checkout.png, alt: x}",
        "image: {src: ../images/Two%20words.png, alt: x}",
        "links: [{text: T, url: 'other.md?a=b#c'}]",
        "links: [{text: T, url: localised.md}]",  # of a plugin for languages
        "links: [{text: T, url: order/}]",  # an address of the built site
        "links: [{text: T, url: release.next/}]",
        "links: [{text: T, url: 'release.next/#new'}]",
        "links: [{text: T, url: ../notes/v.one}]",  # a folder
        "links: [{text: T, url: '../notes/plan%20a%231.pdf?page=2#top'}]",
        "image: {src: ../assets/images/favicon.png, alt: x}",  # of a theme
        "image: {src: ../written/chart.png, alt: x}",  # of a plugin, perhaps
        "image: {src: ../pt/buy.png, alt: x}",  # taken from another language's folder
        "links: [{text: T, url: ../pt-BR/help.md}]",
        "image: {src: ../pt/images/checkout.png, alt: x}",  # from above all of them
        "image: {src: ../pt/assets/images/favicon.png, alt: x}",
        "image: {src: ../pt/written/chart.png, alt: x}",
        "links: [{text: T, url: ../.hidden/plan.pdf}]",  # a site may publish it
        "links: [{text: T, url: order/order.csv}]",  # what the build writes
        "links: [{text: T, url: '#buy'}]",
        "links: [{text: T, url: /elsewhere.png}]",
        "links: [{text: T, url: 'https://example.org/a.png'}]",
        "links: [{text: T, url: 'mailto:ana@example.org'}]",
        "links: [{text: T, url: ../../other-site/a.pdf}]",
        "links: [{text: T, url: linked.png}]",  # there, though it leads out
        "doing: Version 1.2](x) is no link",
        "doing: Version 1.2](x.md) is no link",
        "doing: 'Write `[x](y.md)` there'",
        "doing: 'Write \\[x](y.md) there'",
        "doing: 'See [this](<../images/Two words.png>)'",
        "doing: '![Form](form.svg)'",  # shown as it is written
    ],
)
def test_what_is_there_or_cannot_be_known_is_not_told(line: str) -> None:
    assert found(line) == []


def test_nothing_is_told_where_the_host_tells_it() -> None:
    assert found("image: {src: nowhere.png, alt: x}", None) == []


PEOPLE = {
    "personas/ana.md": "---\npersona: {name: Ana, avatar: anna.png}\n---\n",
    "maps/order.md": (
        "---\njourney:\n  personas: [{name: Bo, avatar: ../new/bo.png}]\n"
        "  stages: [{name: Buy, doing: '![x](shot.png)'}]\n---\n"
    ),
}


def people(files: frozenset[str] | None = None, published: SiteFiles | None = None) -> Atlas:
    pages = [read_page(Source(*page), BUILT_IN, lambda _: None) for page in PEOPLE.items()]
    read = {page.path: page for page in pages if page}
    return Atlas(BUILT_IN, read, Surroundings(files=files, published=published))


def test_of_a_host_that_tells_of_links_a_missing_face_is_told_once() -> None:
    files = frozenset({"personas/ana.png", "maps/order.md"})
    atlas = people(published=SiteFiles(files, knows=files.__contains__))
    told = [report(finding) for finding in check(atlas, TODAY)]
    assert [line.partition(":")[0] for line in told] == ["personas/ana.md", "maps/order.md"]
    assert "did you mean `ana.png`?" in told[0]
    assert "`../new/bo.png` leads nowhere, as there is no file `new/bo.png`" in told[1]


@pytest.mark.parametrize(
    ("atlas", "missing"),
    [
        (people(published=SiteFiles(frozenset(), knows=lambda path: "bo" in path)), [True, False]),
        (people(frozenset({"personas/ana.png", "new/a.png"})), [True, True]),
        (people(frozenset({"personas/ana.png"})), [True, False]),  # a plugin may write `new`
        (people(), [False, False]),
    ],
)
def test_a_face_is_missing_only_where_that_is_known(atlas: Atlas, missing: list[bool]) -> None:
    faces = [("personas/ana.md", "anna.png"), ("maps/order.md", "../new/bo.png")]
    assert [atlas.lacks_face(*face) for face in faces] == missing
    assert not atlas.lacks_face("maps/order.md", "https://example.org/ana.png")


@pytest.mark.parametrize(
    ("comment", "rules", "is_missing"),
    [
        ("", {}, True),
        ("  # journey: ignore[broken-link] a hook makes it", {}, False),
        ("  # journey: ignore[J363] a hook makes it", {}, False),
        ("  # journey: ignore[stale-map] looked at", {}, True),
        ("", {"broken-link": "off"}, False),
    ],
)
def test_a_face_that_comes_later_is_shown(
    comment: str, rules: dict[str, str], is_missing: bool
) -> None:
    page = Source("ana.md", f"---\npersona:\n  name: Ana\n  avatar: ana.png{comment}\n---\n")
    made = compile_site(
        [(page, ())],
        {"rules": rules},
        Source("mkdocs.yml", ""),
        lambda _: None,
        TODAY,
        surroundings=Surroundings(files=frozenset({"ana.md"})),
    )
    assert made.atlas.lacks_face("ana.md", "ana.png") is is_missing


def test_only_for_some_links_of_a_page_a_similar_file_is_looked_for() -> None:
    links = [f"{{text: T, url: pictur-{number}.png}}" for number in range(2 * MOST_GUESSED)]
    files = frozenset(f"maps/picture-{number}.png" for number in range(2 * MOST_GUESSED))
    told = found(f"links: [{', '.join(links)}]", files)
    assert len(told) == 2 * MOST_GUESSED
    assert sum("did you mean" in line for line in told) == MOST_GUESSED
