"""Ids by what readers see: labels of channels, metrics and statuses, in every language.

Who writes maps in Portuguese reads `Telefone` on the page, and writes it. That is no id, but a
message can say which one it stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from mkdocs_journey.catalog.built_in import CHANNELS, METRICS, STATUSES
from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.catalog.values import Catalog, Channel, MetricKind, Status
from mkdocs_journey.languages import LANGUAGES
from mkdocs_journey.translations import translator

Sort = Literal["channels", "metrics", "statuses"]

_BUILT_IN: Mapping[Sort, tuple[Channel | MetricKind | Status, ...]] = MappingProxyType(
    {"channels": CHANNELS, "metrics": METRICS, "statuses": STATUSES}
)
_OTHER_WORDS: Mapping[Sort, str] = MappingProxyType({"channels": """
chat: live chat, chat ao vivo, chat en vivo
in-person: presencialmente, face to face
phone: telephone, phone call
store: loja fisica, tienda fisica
web: website, web site, sitio web, pagina web
""", "statuses": """
archived: arquivado, archivada
"""})  # fmt: skip
"""What else people call a channel or status."""
_LOOSE_WORDS = """
app: application
chat: chatbot
email: correo
phone: call, ligacao, llamada
store: shop
web: site, sitio
"""
"""What they may call a channel, or something else: a letter, a call centre, a web shop, a place."""
_PLATFORMS = """
advertising: google ads, facebook ads, instagram ads, meta ads, adwords
chat: whatsapp, whats app, whats, zap, wpp, telegram, messenger, facebook messenger, signal, wechat
review: google reviews, tripadvisor, trustpilot, reclame aqui, yelp
social: instagram, insta, facebook, tiktok, tik tok, linkedin, linked in, twitter, youtube,
 you tube, pinterest, threads, reddit, snapchat, bluesky, mastodon, kwai
"""
"""Where people meet, by the channel that it is part of. It says more than the channel does."""


def id_for(catalog: Catalog, sort: Sort, word: str) -> str | None:
    """The id whose label a word is, in the site's language or another; `None` where none is."""
    return _by_label(catalog, sort).get(_tidy(word))


def certain_id_for(catalog: Catalog, sort: Sort, word: str) -> str | None:
    """The id that a word can only stand for, so that it may be written without asking."""
    return None if _tidy(word) in _doubtful(catalog, sort) else id_for(catalog, sort, word)


def channel_of_platform(catalog: Catalog, word: str) -> str | None:
    """The channel that a platform such as `Instagram` is part of; `None` of what is none.

    A message may propose it. It is no other name of the channel: an import that wrote it would lose
    which platform was meant.
    """
    channel = _platforms().get(_tidy(word))
    return channel if channel in catalog.channels else None


@cache
def _platforms() -> Mapping[str, str]:
    return dict(_read_words(_PLATFORMS.replace("\n ", " ")))


@lru_cache(maxsize=12)
def _by_label(catalog: Catalog, sort: Sort) -> Mapping[str, str]:
    known: Mapping[str, object] = getattr(catalog, sort)
    found = {label: name for label, name in _built_in(sort).items() if name in known}
    return found | {_tidy(item.label): name for name, item in getattr(catalog, sort).items()}


@lru_cache(maxsize=12)
def _doubtful(catalog: Catalog, sort: Sort) -> frozenset[str]:
    """Loose words, unless the site has one for a label, and labels that several ids have."""
    own = Counter(_tidy(item.label) for item in getattr(catalog, sort).values())
    loose = {word for word, _ in _read_words(_LOOSE_WORDS)} if sort == "channels" else set()
    return frozenset(loose - own.keys() | {label for label, count in own.items() if count > 1})


@cache
def _built_in(sort: Sort) -> Mapping[str, str]:
    found = dict(_read_words(_OTHER_WORDS.get(sort, "")))
    if sort == "channels":
        found |= dict(_read_words(_LOOSE_WORDS))
    for language in LANGUAGES:
        found |= {_tidy(translator(language).text(at.label)): at.id for at in _BUILT_IN[sort]}
    return found


def _read_words(table: str) -> Iterator[tuple[str, str]]:
    """Each word of a table with the id that begins its line."""
    for line in table.strip().splitlines():
        name, _, words = line.partition(": ")
        yield from ((word, name) for word in words.split(", "))


def _tidy(word: str) -> str:
    return fold(word.replace("-", " ").replace("_", " "))
