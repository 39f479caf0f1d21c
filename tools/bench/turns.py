"""Builds side by side, each in a process of its own, and what they take of the processor.

What is counted is the processor's time, not the clock's. Yet it grows where others use the machine:
by half and more, for seconds or minutes. Builds one after the other would meet such minutes
unequally, the longest one the most. So they take turns of a fraction of a second.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

_SLICES = 40
"""In how many a build runs that takes as long as was expected."""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    cpu: float
    """Seconds."""
    memory: float
    """MB at its peak."""


def run_builds(expected: Mapping[Path, float]) -> dict[Path, Cost]:
    """Build the sites of some folders side by side, one of them running at a time.

    `expected` says about how many seconds each takes: it runs for a part of these in its turn, so
    that all come to their ends together, and what slows the machine meanwhile slows all alike.
    """
    builds: dict[Path, subprocess.Popen[bytes]] = {}
    costs: dict[Path, Cost] = {}
    with ExitStack() as stack:
        for folder in expected:
            builds[folder] = process = stack.enter_context(_start(folder))
            stack.callback(process.kill)  # a halted one would wait for ever
        while len(costs) < len(builds):
            for folder, process in builds.items():
                if folder not in costs and _has_ended(process, expected[folder] / _SLICES):
                    costs[folder] = _cost(process)
    return {folder: costs[folder] for folder in builds}


def run_quickest(expected: Mapping[Path, float], runs: int) -> dict[Path, Cost]:
    """Build the sites several times; all costs are of the run that took least.

    Machines are noisy and never too fast.
    """
    found = [run_builds(expected) for _ in range(runs)]
    return min(found, key=lambda costs: sum(cost.cpu for cost in costs.values()))


def _start(folder: Path) -> subprocess.Popen[bytes]:
    """Begin to build a site, and halt at once."""
    command = [sys.executable, "-m", __name__, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
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


def _cost(process: subprocess.Popen[bytes]) -> Cost:
    output, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Cost(**json.loads(output))


def build_site(folder: Path) -> None:
    """Build one site in this process, and print its cost."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.disable(logging.WARNING)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    start = time.process_time()
    build(config)
    cpu = time.process_time() - start
    print(json.dumps({"cpu": cpu, "memory": _peak()}))


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
