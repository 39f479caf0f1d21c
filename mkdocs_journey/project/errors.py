"""What keeps a site from being read at all."""


class ProjectError(Exception):
    """One line that says what stands in the way and what to do."""
