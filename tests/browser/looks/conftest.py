"""The sites that are pictured, each built once for all test processes, and the stored pictures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.looks.album import Album
from tests.browser.looks.sites import SITES, write_demo
from tests.browser.sites import build_once, shared_folder

HERE = Path(__file__).parent
Publish = Callable[[str], str]


@pytest.fixture(scope="session")
def publish(
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    serve_site: Callable[[Path], str],
) -> Publish:
    """Build and serve one of the sites by its name; its address."""
    shared = shared_folder(tmp_path_factory) / "looks"
    addresses: dict[str, str] = {}

    def publish(name: str) -> str:
        if name not in addresses:
            folder = shared / name
            write = (
                (lambda: write_demo(repository, folder))
                if name == "demo"
                else (lambda: SITES[name].write(repository / "maps", folder))
            )
            # A map with faults is among the cases.
            built = build_once(write, shared / f"{name}-site", strict=name != "cases")
            addresses[name] = serve_site(built)
        return addresses[name]

    return publish


@pytest.fixture(scope="session")
def album(request: pytest.FixtureRequest) -> Album:
    """The stored pictures, and the folder where those that differ are laid out."""
    accepts = request.config.getoption("accept_looks")
    return Album(HERE / "pictures", HERE / "differences", accepts=bool(accepts))
