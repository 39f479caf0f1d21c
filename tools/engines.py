"""Give each of the other engines that draw maps an environment of its own, where its users have it.

They are installed as a user installs them, beside this repository, and none of them may see what
another one brings. uv does it, because its cache makes every further environment a matter of
seconds. An environment is kept until what it is made from changes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".venv" / "engines"
PROJECT = f"{ROOT}[diagrams]"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as it is installed and run."""

    name: str
    command: str
    """Its command line."""
    package: str
    replaces: str = ""
    """A package that has to go first, because both bring the same modules."""

    @property
    def folder(self) -> Path:
        """Its environment."""
        return FOLDER / self.name

    @property
    def executable(self) -> Path:
        """Its command line in that environment."""
        return self.folder / "bin" / self.command

    @property
    def stamp(self) -> Path:
        """File that says what a finished environment was made from."""
        return FOLDER / f"{self.name}.stamp"

    @property
    def failure(self) -> Path:
        """File that says why there is no environment."""
        return FOLDER / f"{self.name}.failure"


ENGINES = (
    Engine("properdocs", "properdocs", "properdocs>=1.6.7,<2"),
    Engine("mkdocs-ng", "mkdocs", "mkdocs-ng>=1.8,<2", replaces="mkdocs"),
    Engine("zensical", "zensical", "zensical>=0.0.73,<0.1"),
)


def install(engine: Engine) -> str:
    """Make an engine's environment, if there is none: an empty text, or why it cannot be made."""
    made_from = _fingerprint(engine)
    if engine.stamp.is_file() and engine.stamp.read_text(encoding="utf-8") == made_from:
        return ""
    print(f"Installing {engine.package} into {engine.folder}")
    for file in (engine.stamp, engine.failure):
        file.unlink(missing_ok=True)
    shutil.rmtree(engine.folder, ignore_errors=True)
    for step in _steps(engine):
        said = _run(step)
        if said:
            engine.failure.write_text(said, encoding="utf-8")
            return said
    engine.stamp.write_text(made_from, encoding="utf-8")
    return ""


def _steps(engine: Engine) -> list[list[str]]:
    python = ["--python", str(engine.folder)]
    venv = ["venv", "--python", sys.executable, str(engine.folder)]
    if not engine.replaces:
        return [venv, ["pip", "install", *python, "--editable", PROJECT, engine.package]]
    return [
        venv,
        ["pip", "install", *python, "--editable", PROJECT],
        ["pip", "uninstall", *python, engine.replaces],
        ["pip", "install", *python, "--reinstall", "--no-deps", engine.package],
    ]


def _run(arguments: list[str]) -> str:
    """Run uv: an empty text, or what it said when it failed."""
    uv = [str(Path(sys.executable).with_name("uv")), "--quiet", "--no-progress"]
    command = [*uv, "--cache-dir", str(FOLDER / "cache"), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    return "" if run.returncode == 0 else run.stderr.strip() or f"uv ended with {run.returncode}"


def _fingerprint(engine: Engine) -> str:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return hashlib.sha256(f"{engine}{sys.version}{project}".encode()).hexdigest()


def main() -> None:
    """Make all environments; one that cannot be made is no failure, its tests say so."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for engine in ENGINES:
        why = install(engine)
        if why:
            print(f"{engine.name} is not installed, so its tests are skipped:\n{why}")


if __name__ == "__main__":
    main()
