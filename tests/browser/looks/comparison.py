"""Whether two pictures of a page look the same to a reader, whatever drew their letters.

Another version of a browser draws each letter a little differently, but leaves as much ink in each
place. So the light in small overlapping places is compared, never single pixels.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

REACHES = {3: 22, 10: 9}
"""How far around each point light is gathered, in pixels, and by how many levels of 255 it may
differ in any colour: over a line of text, where letters differ most, and over a tinted area."""
GROWTH = 2
"""Pixels by which a picture may be larger or smaller: a rounding of heights, no line of text."""


def difference(expected: Image.Image, actual: Image.Image, share: float = 1) -> Image.Image | None:
    """Return where two pictures differ, white on black, or None where a reader sees no difference.

    What lies outside of the smaller picture differs, unless that is no more than a rounding. A
    `share` of less than 1 allows only so much of what a reader does not see.
    """
    sizes = zip(expected.size, actual.size, strict=True)
    if max(abs(one - other) for one, other in sizes) <= GROWTH:
        size = (min(expected.width, actual.width), min(expected.height, actual.height))
        box = (0, 0, *size)
        found = _differing(expected.crop(box), actual.crop(box), share)
    else:
        found = _on_one_size(expected, actual, share)
    return found if found.getbbox() else None


def _differing(expected: Image.Image, actual: Image.Image, share: float) -> Image.Image:
    found = Image.new("L", expected.size)
    for reach, limit in REACHES.items():
        light = [image.filter(ImageFilter.BoxBlur(reach)) for image in (expected, actual)]
        red, green, blue = ImageChops.difference(*light).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        beyond = most.point([255 if level > limit * share else 0 for level in range(256)])
        found = ImageChops.lighter(found, beyond)
    return found


def _on_one_size(expected: Image.Image, actual: Image.Image, share: float) -> Image.Image:
    """Compare what both pictures show, and mark the rest of the larger one."""
    width, height = max(expected.width, actual.width), max(expected.height, actual.height)
    shared = (0, 0, min(expected.width, actual.width), min(expected.height, actual.height))
    whole = Image.new("L", (width, height), 255)
    whole.paste(_differing(expected.crop(shared), actual.crop(shared), share))
    return whole
