"""Builds side by side, each in a process of its own, and what they take of the processor.

What is counted is the processor's time, not the clock's. Yet it grows where others use the machine:
to twice as much where they use the other half of the same core, for milliseconds or for minutes.
Builds one after the other would meet such minutes unequally, the longest one the most. So they take
turns of a fraction of a second. And what comes and goes is left out as `timeit` does it: of several
runs the quickest counts, of each step of a build.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.bench.steps import Steps

_SLICES = 40
"""In how many a build runs that takes as long as was expected."""
_MEASURED = "measured.json"
"""Where a build leaves what it took: its steps are more than a pipe holds that nobody reads yet."""


@dataclass(frozen=True)
class Run:
    """What one build took."""

    steps: tuple[float, ...]
    """Seconds of each step."""
    memory: float
    """MB at its peak."""


@dataclass(frozen=True)
class Cost:
    """What a build takes."""

    cpu: float
    """Seconds."""
    memory: float
    """MB at its peak."""


def run_builds(expected: Mapping[Path, float]) -> dict[Path, Run]:
    """Build the sites of some folders side by side, one of them running at a time.

    `expected` says about how many seconds each takes: it runs for a part of these in its turn, so
    that all come to their ends together, and what slows the machine meanwhile slows all alike.
    """
    builds: dict[Path, subprocess.Popen[bytes]] = {}
    runs: dict[Path, Run] = {}
    with ExitStack() as stack:
        for folder in expected:
            builds[folder] = process = stack.enter_context(_start(folder))
            stack.callback(process.kill)  # a halted one would wait for ever
        while len(runs) < len(builds):
            for folder, process in builds.items():
                if folder not in runs and _has_ended(process, expected[folder] / _SLICES):
                    runs[folder] = _run(folder, process)
    return {folder: runs[folder] for folder in builds}


def run_quickest(expected: Mapping[Path, float], runs: int) -> dict[Path, Cost]:
    """Build the sites several times; machines are noisy and never too fast."""
    found = [run_builds(expected) for _ in range(runs)]
    return {folder: quickest([run[folder] for run in found]) for folder in expected}


def quickest(runs: Iterable[Run]) -> Cost:
    """What some runs of the same build would have taken, had each step been as quick as it can be.

    The memory is the most that any of them held.
    """
    found = list(runs)
    steps = zip(*[run.steps for run in found], strict=True)
    return Cost(sum(map(min, steps)), max(run.memory for run in found))


def _start(folder: Path) -> subprocess.Popen[bytes]:
    """Begin to build a site, and halt at once."""
    command = [sys.executable, "-m", __name__, str(folder)]
    process = subprocess.Popen(command)
    process.send_signal(signal.SIGSTOP)
    return process


def _has_ended(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Let a halted process run for a while; whether it came to its end."""
    process.send_signal(signal.SIGCONT)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGSTOP)
        return False
    return True


def _run(folder: Path, process: subprocess.Popen[bytes]) -> Run:
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    found = json.loads((folder / _MEASURED).read_bytes())
    return Run(tuple(found["steps"]), found["memory"])


def build_site(folder: Path) -> None:
    """Build one site in this process, and leave beside it what it took."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.disable(logging.WARNING)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    steps = Steps()
    steps.watch(config, folder.parent)
    build(config)
    steps.end()
    measured = json.dumps({"steps": steps.seconds, "memory": _peak()})
    (folder / _MEASURED).write_text(measured, encoding="utf-8")


def _peak() -> float:
    """MB that this process has held at most.

    What Linux says to `getrusage` is no less than what the process that started this one held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
