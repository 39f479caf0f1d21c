"""A page's content on a page of many: ids of its own, and all else as it was."""

from __future__ import annotations

from mkdocs_journey.drawing import set_apart


def test_ids_and_what_refers_to_them_begin_with_the_key() -> None:
    html = (
        '<p id="a" class="b">x</p><label for="a">y</label><svg fill="url(#a)"><use '
        'xlink:href="#a"/></svg><div aria-labelledby="a z"></div>'
    )
    assert set_apart(html, "k") == (
        "<p id='k-a' class=\"b\">x</p><label for='k-a'>y</label><svg fill=\"url(#k-a)\"><use "
        "xlink:href=\"#k-a\"/></svg><div aria-labelledby='k-a z'></div>"
    )


def test_what_refers_to_nothing_here_stays() -> None:
    html = '<p id="a">x</p><a href="#a">l</a><i for="b"></i><b style="x:url(#b)" title="a"></b>'
    assert set_apart(html, "k") == html.replace('id="a"', "id='k-a'")


def test_a_text_that_looks_like_an_id_is_a_text() -> None:
    html = '<p id="a">write id="a" or url(#a)</p>'
    assert set_apart(html, "k") == html.replace('<p id="a"', "<p id='k-a'")


def test_an_id_with_a_quote_stays_one_value() -> None:
    assert set_apart('<p id="o\'clock">x</p>', "k") == "<p id='k-o&#39;clock'>x</p>"
