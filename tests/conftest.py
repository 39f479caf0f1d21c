"""What every room's tests may need."""

from pathlib import Path

import pytest
from hypothesis import settings

# No law is about time, and a busy machine breaks none.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parents[1]
