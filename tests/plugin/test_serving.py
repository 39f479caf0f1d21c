"""`mkdocs serve` itself: a change in any file redraws every page that depends on it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest

from tests.builds import MAP, write_site

PATIENCE = 240.0
"""Seconds after which a server that says nothing is stopped: no machine is that slow."""
PAGES: dict[str, str | bytes] = {
    "map.md": MAP,
    "all.md": "# All\n\n/// journey | portfolio\n///\n\n/// journey | pains\n///\n",
    "again.md": "# Again\n\n/// journey | curve\n    of: other.md\n///\n",
    "other.md": "---\ntitle: Other\njourney: other.journey.yml\n---\n\n# Other\n",
    "other.journey.yml": "personas: [ana]\nstages: [{name: Before, feeling: 2, pains: Slow}]\n",
}


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, root: Path, address: str, process: subprocess.Popen[str]) -> None:
        self.root = root
        self.address = address
        self.process = process
        self.said: list[str] = []

    def wait_for(self, words: str) -> None:
        """Read what the server says until it says some words."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)
            if words in line:
                return
        raise AssertionError("".join(self.said))

    def change(self, path: str, old: str, new: str) -> None:
        """Write another text into a file, and wait until the site is built anew."""
        file = self.root / "docs" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        # Moved there in one step: the server never reads a half of it.
        written = self.root / "written"
        written.write_text(text.replace(old, new), encoding="utf-8")
        written.replace(file)
        self.wait_for("Reloading browsers")

    def read(self, path: str) -> str:
        with urlopen(f"{self.address}/{path}") as answer:
            text: str = answer.read().decode("utf-8")
        return text


@contextmanager
def serve(root: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host]
    process = subprocess.Popen(
        command,
        cwd=root,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
    )
    patience = Timer(PATIENCE, process.kill)
    patience.start()
    try:
        server = Server(root, f"http://{host}", process)
        server.wait_for("Serving on")
        yield server
    finally:
        patience.cancel()
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("served")
    write_site(root, PAGES)
    with serve(root) as server:
        yield server


def test_a_map_is_redrawn_with_what_tells_of_it(server: Server) -> None:
    server.change("map.md", "No grind is named", "No roast is named")
    for path in ("map/", "all/"):
        page = server.read(path)
        assert "No roast is named" in page and "No grind is named" not in page
    assert "No roast is named" in server.read("map/map.csv")


def test_a_persona_is_redrawn_on_every_map_that_names_her(server: Server) -> None:
    server.change("personas/ana.md", "Ana Martins", "Ana Souza")
    for path in ("personas/ana/", "map/", "other/"):
        page = server.read(path)
        assert "Ana Souza" in page and "Ana Martins" not in page


def test_a_map_s_own_file_is_redrawn_wherever_it_is_shown(server: Server) -> None:
    server.change("other.journey.yml", "Before, feeling: 2, pains: Slow", "After, pains: Late")
    for path, new, old in (
        ("other/", 'id="after"', 'id="before"'),
        ("again/", "After", "Before"),
        ("all/", "Late", "Slow"),
    ):
        page = server.read(path)
        assert new in page and old not in page


def test_a_fault_is_said_and_mended_while_the_server_runs(server: Server) -> None:
    server.change("map.md", "doing:", "dong:")
    assert any("unknown key `dong`: did you mean `doing`?" in line for line in server.said)
    server.change("map.md", "dong:", "doing:")
    assert "Compares" in server.read("map/")
