"""Sites built by MkDocs."""

from tests.builds import build_site

__all__ = ["build_site"]
