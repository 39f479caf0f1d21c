"""Folders as sites: built once for all test processes, served on a free local port."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a log line per request, which would drown the test report."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address, without a slash at the end."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@cache
def without_network() -> tuple[str, ...]:
    """How a command begins that is to have no network; empty where the system knows no such way."""
    unshare = ("unshare", "--map-root-user", "--net")
    try:
        run = subprocess.run([*unshare, "true"], capture_output=True, check=False)
    except OSError:
        return ()
    return unshare if run.returncode == 0 else ()


def build(configuration: Path, site: Path, *, strict: bool = True) -> None:
    """Build a site as an author does, so that the command line and `--strict` are tested too.

    It has no network meanwhile: what a site needs, it has.
    """
    mkdocs = [sys.executable, "-m", "mkdocs", "build"]
    command = [*without_network(), *mkdocs, *(["--strict"] if strict else [])]
    options = ["--config-file", str(configuration), "--site-dir", str(site)]
    run = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{configuration.name} does not build:\n{run.stdout}{run.stderr}"


def build_once(write: Callable[[], Path], site: Path, *, strict: bool = True) -> Path:
    """Build into a folder that several test processes share; the first one builds.

    `write` gives the configuration, and writes what does not stand anywhere yet. A failed build
    leaves no mark, so that each process tries, fails and says why.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    done = site.with_suffix(".done")
    with site.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(write(), site, strict=strict)
            done.touch()
    return site


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all test processes of a run share."""
    run = factory.getbasetemp()
    # Under xdist each process has a folder of its own inside the run's.
    return run.parent if "PYTEST_XDIST_WORKER" in os.environ else run
