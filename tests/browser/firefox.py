"""Pages in the machine's own Firefox, by WebDriver BiDi, which it speaks without a driver.

Playwright drives only a Firefox that it has patched itself, and geckodriver comes with no package
of Debian, PyPI or npm. BiDi is a standard of the W3C, JSON over a WebSocket: what the tests ask for
of it stands here.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect

# Nothing of its own account goes out, and nothing of a page but to this machine.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.prefersReducedMotion": 1,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
EVENTS = ("log.entryAdded", "network.beforeRequestSent")


@dataclass
class Firefox:
    """One window of a running Firefox; `errors` is what went wrong on the page that is open."""

    socket: ClientConnection
    window: str = ""
    errors: list[str] = field(default_factory=list)
    _sent: int = 0

    def begin(self) -> None:
        """Begin a session in the window that is open."""
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=list(EVENTS))
        self.window = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, url: str, *, width: int = 1440, height: int = 1000) -> None:
        """Open a page and wait until it has loaded."""
        # A page that is open already would only be scrolled to what follows the `#`.
        self._go("about:blank")
        viewport = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self.window, viewport=viewport)
        self.errors.clear()
        self._go(url)

    def evaluate(self, function: str) -> Any:
        """Return what a JavaScript function returns, as JSON carries it."""
        result = self.send(
            "script.evaluate",
            expression=f"Promise.resolve(({function})()).then(JSON.stringify)",
            target={"context": self.window},
            awaitPromise=True,
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        value = result["result"].get("value")
        return None if value is None else json.loads(value)

    def send(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; what went wrong on the page meanwhile is noted."""
        self._sent += 1
        self.socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self._sent:
                assert message["type"] == "success", f"{method}: {message}"
                return message["result"]
            self._note(message.get("method"), message.get("params", {}))

    def _go(self, url: str) -> None:
        self.send("browsingContext.navigate", context=self.window, url=url, wait="complete")

    def _note(self, event: str | None, params: dict[str, Any]) -> None:
        if event == "log.entryAdded" and params["level"] == "error":
            self.errors.append(f"console: {params['text']}")
        if event == "network.beforeRequestSent" and params["context"] == self.window:
            url = urlsplit(params["request"]["url"])
            if url.scheme in ("http", "https") and url.hostname != "127.0.0.1":
                self.errors.append(f"request: {url.geturl()}")


@contextmanager
def launch(path: str, profile: Path) -> Iterator[Firefox]:
    """Start a Firefox without a window, in a profile of its own, until the block ends."""
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ["--headless", "--no-remote", "--profile", str(profile)]
    command = [path, *options, "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            said = (LISTENING.search(line) for line in process.stderr)
            address = next((found[1] for found in said if found), None)
            assert address, f"{path} ended before it could be driven"
            with connect(f"{address}/session", max_size=None) as socket:
                firefox = Firefox(socket)
                firefox.begin()
                yield firefox
        finally:
            process.terminate()
            # What it still says is read, or it would wait for that with its end.
            process.communicate()
