"""Find the Chromium that the browser tests drive; install Debian's where there is none.

The system's browser is used, and not one that Playwright downloads, because a distribution
keeps it patched and can be asked for it without a second download channel.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-liberation")


def find() -> str | None:
    """Return the path of the first Chromium or Chrome on the PATH."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Install Debian's Chromium, as root or through sudo."""
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    subprocess.run([*apt, "update"], check=True)
    subprocess.run([*apt, "install", "--yes", "--no-install-recommends", *PACKAGES], check=True)


def main() -> None:
    """Make sure that there is a browser, or say how to get one."""
    if find():
        return
    may_install = os.geteuid() == 0 or shutil.which("sudo")
    if not (shutil.which("apt-get") and may_install):
        sys.exit(
            "The browser tests need Chromium or Chrome, and none is on the PATH.\n"
            "  Debian, Ubuntu: apt-get install chromium (as root)\n"
            "  Fedora:         dnf install chromium\n"
            "  macOS:          brew install --cask chromium"
        )
    print(f"No Chromium found: installing {' '.join(PACKAGES)} with apt-get")
    install()


if __name__ == "__main__":
    main()
