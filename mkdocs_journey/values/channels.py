"""Channels: ids that people write as the names they read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from mkdocs_journey.catalog.labels import channel_of_platform, id_for
from mkdocs_journey.values.base import OneOrMany, ReadOnSite, fault, reading, show
from mkdocs_journey.values.choices import closest
from mkdocs_journey.values.text import ID_SCHEMA, read_id, read_text, slugify


def read_channel(value: Any, info: ValidationInfo) -> str:
    """Id of a channel; what is none is told with the channel that it names.

    Said as of any id, a label would be made one that nobody declares, and the next run would
    report that.
    """
    try:
        return read_id(value)
    except PydanticCustomError:
        text = value if isinstance(value, str) else ""
        if not text or "," in text:
            raise
    catalog = reading(info.context).catalog
    slug = slugify(read_text(text))
    known = slug if slug in catalog.channels else id_for(catalog, "channels", text)
    platform = None if known else channel_of_platform(catalog, text)
    meant = known or platform or closest(slug, [*catalog.channels])
    declared = "declare it under `channels:` of the plugin in `mkdocs.yml`"
    more = f", or `{slug}` and {declared}" if platform else "" if meant else f", and {declared}"
    raise fault(
        "bad-id",
        "`{text}` is not an id (lower-case letters, digits, hyphens): write `{meant}`{more}",
        text=show(text),
        meant=meant or slug or "my-channel",
        more=more,
    )


Channel = Annotated[str, ReadOnSite(read_channel, ID_SCHEMA, "id")]
Channels = Annotated[tuple[Channel, ...], OneOrMany()]
