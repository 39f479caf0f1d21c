"""Inline Markdown of a cell as HTML and as plain text: nothing in it runs.

Where the reading (`values.inline`) differs from Python-Markdown, a page shows what was written: raw
HTML, entities, images and links to unsafe addresses stay text.
"""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_journey.render.escape import UNFINISHED, Html, escape, finished
from mkdocs_journey.values.emphasis import Token
from mkdocs_journey.values.inline import has_markup, tokens, visible

_QUOTES = {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", '"': '"'}
"""What a quote may end with, by what it begins with."""
_ENDS = frozenset({"open", "close"})

is_plain = finished(rf"[\\`*_\[\n{UNFINISHED}]")
"""Whether a text has neither markup nor what has to be escaped, as most do: it is HTML as it is."""


def inline(text: str, resolve: Callable[[str], str | None]) -> Html:
    """Return text as HTML; `resolve` gives a link target's final address, or `None` to keep it."""
    if not has_markup(text):
        return escape(text)
    return Html("".join([_html(token, resolve) for token in tokens(text)]))


def unlinked(text: str) -> Html:
    """Return text as HTML without its links, for inside a link: HTML has no link in a link."""
    if is_plain(text):
        return text
    if not has_markup(text):
        return escape(text)
    shown = (token for token in tokens(text) if token.text != "a" or token.kind not in _ENDS)
    return Html("".join([_html(token, lambda _: None) for token in shown]))


def quoted(text: str, draw: Callable[[str], Html]) -> Html:
    """Return what somebody says or thinks; the page adds the quotes, in those of its language.

    So those that are typed round all of it give way, as they would stand there twice.
    """
    ends = _QUOTES.get(text[:1])
    if ends and len(text) > 2 and text[-1] in ends:
        inner = text[1:-1].strip()
        text = inner if inner and not {text[0], *ends} & {*inner} else text
    return Html(f"<q>{draw(text)}</q>")


def plain(text: str) -> str:
    """Return what a reader sees of text, for where markup has no place."""
    if is_plain(text) or not has_markup(text):
        return text
    return visible(tokens(text))


def _html(token: Token, resolve: Callable[[str], str | None]) -> str:
    match token.kind:
        case "code":
            return f"<code>{escape(token.text)}</code>"
        case "break":
            return "<br>"
        case "open" if token.link is not None:
            resolved = resolve(token.link.target)
            target = token.link.target if resolved is None else resolved
            title = f' title="{escape(token.link.title)}"' if token.link.title else ""
            return f'<a href="{escape(target)}"{title}>'
        case "open":
            return f"<{token.text}>"
        case "close":
            return f"</{token.text}>"
        case _:
            return escape(token.text)
