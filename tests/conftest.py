"""What every room's tests may need, and the option that accepts how pages look."""

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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that `make looks` passes."""
    parser.addoption(
        "--accept-looks",
        action="store_true",
        help="store pictures of pages that look different now, in place of the earlier ones",
    )
