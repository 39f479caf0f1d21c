"""What is pictured: every type of page, in what its readers may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

ALL_TABS = ("map", "blueprint", "flow", "insights")
NO_BLUEPRINT = ("map", "flow", "insights")


@dataclass(frozen=True)
class Variant:
    """One way in which a page is seen."""

    name: str
    width: int = 1440
    is_dark: bool = False
    is_turned: bool = False
    """Whether the page is turned to run from right to left."""
    is_paper: bool = False


WIDE = Variant("wide")
WIDE_DARK = Variant("wide-dark", is_dark=True)
WIDE_TURNED = Variant("wide-turned", is_turned=True)
PAPER = Variant("paper", is_paper=True)
PHONE = Variant("phone", 390)
PHONE_DARK = Variant("phone-dark", 390, is_dark=True)
PHONE_TURNED = Variant("phone-turned", 390, is_turned=True)
LIGHT = (WIDE, PHONE)
EVERY = (WIDE, WIDE_DARK, PAPER, PHONE, PHONE_DARK)
TURNED_TOO = (*EVERY, WIDE_TURNED, PHONE_TURNED)


@dataclass(frozen=True)
class Shot:
    """A page of one of the sites, and what of it is pictured."""

    name: str
    site: str
    path: str
    tabs: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = EVERY

    def names(self) -> Iterator[str]:
        """Name each picture of this page."""
        for tab, variant in product(self.tabs or ("",), self.variants):
            yield self.picture(tab, variant)

    def picture(self, tab: str, variant: Variant) -> str:
        """Name the picture of one tab, or of the page where it has none."""
        return ".".join(filter(None, (self.name, tab, variant.name)))


SHOTS = (
    Shot("current-state", "demo", "journeys/newsletter-to-first-order/", ALL_TABS, TURNED_TOO),
    Shot("future-state", "demo", "journeys/first-order-with-guest-checkout/", ALL_TABS),
    Shot(
        "service-blueprint", "demo", "journeys/mri-scan/", ("blueprint", "map", "flow", "insights")
    ),
    Shot("lifecycle", "demo", "journeys/subscription-lifecycle/", NO_BLUEPRINT),
    Shot("experience", "demo", "journeys/support-chat/", NO_BLUEPRINT),
    Shot("day-in-the-life", "demo", "journeys/um-dia-na-padaria/", NO_BLUEPRINT),
    Shot("campaign", "demo", "journeys/win-back/", ("flow",)),
    Shot("persona", "demo", "personas/ana/", variants=TURNED_TOO),
    Shot("portfolio", "demo", "journeys/"),
    Shot("personas", "demo", "personas/"),
    Shot("backlog", "demo", "overview/backlog/", variants=TURNED_TOO),
    Shot("channels-and-systems", "demo", "overview/channels/"),
    Shot("compare", "demo", "overview/first-order-now-and-then/"),
    Shot("segments", "demo", "overview/segments/"),
    Shot("after-the-sale", "demo", "overview/after-the-sale/"),
    Shot("owners", "demo", "overview/owners/"),
    Shot("hierarchy", "demo", "overview/hierarchy/"),
    Shot("blocks", "cases", "blocks/"),
    Shot("broken", "cases", "broken/"),
    Shot(
        "portuguese-pair", "portuguese", "journeys/geladeira-nova/", ALL_TABS, (WIDE, PAPER, PHONE)
    ),
    Shot("portuguese-day", "portuguese", "journeys/um-dia-na-padaria/", ("insights",), LIGHT),
    Shot("portuguese-persona", "portuguese", "personas/cida/", variants=LIGHT),
    Shot("portuguese-all", "portuguese", "all/", variants=LIGHT),
    Shot("hebrew", "hebrew", "map/", ALL_TABS, (WIDE, PAPER, PHONE)),
    Shot("theme-mkdocs", "mkdocs", "journeys/newsletter-to-first-order/", ALL_TABS, LIGHT),
    Shot(
        "theme-readthedocs", "readthedocs", "journeys/newsletter-to-first-order/", ALL_TABS, LIGHT
    ),
)
