"""The plugin's options, as MkDocs takes them from `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings


class JourneyConfig(Config):
    """Settings of the plugin; their content is read by the core, which reports every fault."""

    language = c.Optional(c.Type(object))
    today = c.Optional(c.Type(object))
    channels = c.Optional(c.Type(object))
    lanes = c.Optional(c.Type(object))
    metrics = c.Optional(c.Type(object))
    feelings = c.Optional(c.Type(object))
    statuses = c.Optional(c.Type(object))
    systems = c.Optional(c.Type(object))
    kinds = c.Optional(c.Type(object))
    diagrams = c.Optional(c.Type(object))
    rules = c.Optional(c.Type(object))

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """MkDocs' own checks, but for unknown options, which the core reports with their place."""
        errors, warnings = super().validate()
        known = {name for name, _ in self._schema}
        return errors, [warning for warning in warnings if warning[0] in known]
