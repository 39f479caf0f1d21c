"""Find the browsers that the tests drive; install Debian's where there are none.

The system's browsers are used, and not those that Playwright downloads, because a distribution
keeps them patched and can be asked for them without a second download channel.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Browser:
    """A browser by the names of its program, and sets of Debian's packages that bring one."""

    names: tuple[str, ...]
    packages: tuple[tuple[str, ...], ...]

    def find(self) -> str | None:
        """Return the path of the first of its programs on the PATH."""
        return next(filter(None, map(shutil.which, self.names)), None)


# The shell comes first: it is the same engine without the window that Chromium builds round each
# page of a test, which nobody sees and which costs more than the page.
CHROMIUM = Browser(
    (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ),
    (("chromium-headless-shell", "fonts-liberation"), ("chromium", "fonts-liberation")),
)
FIREFOX = Browser(("firefox-esr", "firefox"), (("firefox-esr",),))


def _can_install() -> bool:
    may_install = os.geteuid() == 0 or shutil.which("sudo")
    return bool(shutil.which("apt-get") and may_install)


def _install(*packages: str) -> bool:
    """Install Debian's packages, as root or through sudo; whether that went well."""
    print(f"Installing {' '.join(packages)} with apt-get", flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    return all(
        subprocess.run(run, check=False).returncode == 0 for run in ([*apt, "update"], install)
    )


def main() -> None:
    """Make sure that there are browsers, or say how to get them; only Chromium is a must."""
    missing = [browser for browser in (CHROMIUM, FIREFOX) if not browser.find()]
    if _can_install():
        for browser in missing:
            any(_install(*packages) for packages in browser.packages)
    if not CHROMIUM.find():
        sys.exit(
            "The browser tests need Chromium or Chrome, and none is on the PATH.\n"
            "  Debian, Ubuntu: apt-get install chromium-headless-shell or chromium (as root)\n"
            "  Fedora:         dnf install chromium\n"
            "  macOS:          brew install --cask chromium"
        )
    if not FIREFOX.find():
        print("No Firefox on the PATH: the tests that open pages in it will be skipped.")


if __name__ == "__main__":
    main()
