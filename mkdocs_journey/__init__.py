"""Customer journey maps, service blueprints and campaign flows from the front matter of pages."""
