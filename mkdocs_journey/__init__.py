"""Customer journey maps, service blueprints and campaign flows from the front matter of pages."""

SETTINGS = (("plugins", "journey"), ("markdown_extensions", "mkdocs_journey"))
"""Where a site's configuration holds the settings: below a plugin, or a Markdown extension."""
