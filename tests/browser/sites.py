"""Folders as sites: built once for all test processes, served on a free local port."""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


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


def build(configuration: Path, site: Path) -> None:
    """Build a site as an author does, so that the command line and `--strict` are tested too."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    options = ["--config-file", str(configuration), "--site-dir", str(site)]
    run = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{configuration.name} does not build:\n{run.stdout}{run.stderr}"


def build_once(configuration: Path, site: Path) -> Path:
    """Build into a folder that several test processes share; the first one builds.

    A failed build leaves no mark, so that each process tries, fails and says why.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    done = site.with_suffix(".done")
    with site.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(configuration, site)
            done.touch()
    return site
