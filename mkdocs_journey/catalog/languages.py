"""The language that a site sets, of those that there are."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.languages import LANGUAGES, find_language

_MEANT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("english", "ingles", "eng", "british", "american"), "en"),
        **dict.fromkeys(
            ("portugues", "portuguese", "brasileiro", "brasileira", "brazilian", "brasil",
             "brazil", "br", "ptbr", "por"), "pt-BR"),
        **dict.fromkeys(
            ("espanol", "spanish", "castellano", "castilian", "espanhol", "castelhano", "spa",
             "esp"), "es"),
    }
)  # fmt: skip
"""First word of what people call a language, folded -> its tag."""
_WORD = re.compile("[a-z]+")


def read_language(setting: object, of_theme: str = "en") -> tuple[str, str]:
    """The language of a setting, and what to write instead; nothing where it is one of ours.

    A language by another name is taken for the one meant. Any other, and none, leave the choice to
    the theme's.
    """
    tag = of_theme if setting is None or setting == "" else str(setting)
    if find_language(tag) is not None:
        return tag, ""
    meant = _meant(tag)
    *most, last = (f"`{language}`" for language in LANGUAGES)
    all_of_them = ", ".join(most)
    hint = (
        f"did you mean `{meant}`? There are {all_of_them} and {last}"
        if meant
        else f"write {all_of_them} or {last}"
    )
    return meant or of_theme, hint


def _meant(name: str) -> str | None:
    """Tag of the language that is called so: `português (Brasil)`, `pt BR`."""
    match = _WORD.match(fold(name))
    word = match[0] if match else ""
    known = find_language(word)
    return known[0] if known else _MEANT.get(word)
