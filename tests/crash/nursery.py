"""Synchronisations in processes of their own that can be killed at a chosen moment.

A server process imports the program once and forks a child for every synchronisation, so that a
round costs no start of Python; the child is a process of its own and really gets SIGKILL.
"""

from __future__ import annotations

import mmap
import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_POLL_S = 0.0005
_NUMBER = 4
OUTSIDE, WRITING, COMMITTING = range(3)


@dataclass(frozen=True)
class KillPoint:
    """`delay_s` after the synchronisation has begun its `transaction`-th write transaction."""

    transaction: int
    delay_s: float


class Probe:
    """Bytes shared with the child that outlive it: where it stands in its write transactions."""

    def __init__(self, path):
        if not path.is_file():
            path.write_bytes(bytes(8))
        with path.open("r+b") as file:
            self._bytes = mmap.mmap(file.fileno(), 8)

    @property
    def begun(self):
        return int.from_bytes(self._bytes[:_NUMBER], "little")

    @property
    def state(self):
        return self._bytes[_NUMBER]

    def begin(self):
        self._bytes[:_NUMBER] = (self.begun + 1).to_bytes(_NUMBER, "little")

    def enter(self, state):
        self._bytes[_NUMBER] = state


class Nursery:
    """Starts synchronisations from a process that has imported everything already."""

    def __init__(self, config, days):
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.crash.nursery", "eats_desktop.app.cli.root"])
        self._config = config
        self._days = days

    def sync(self, data_dir, now):
        """Synchronise undisturbed; returns how many write transactions that took."""
        probe, process = self._start(data_dir, now)
        process.join()
        if process.exitcode:
            raise AssertionError(_beside(data_dir, "stderr").read_text(encoding="utf-8"))
        return probe.begun

    def kill(self, data_dir, now, point):
        """Synchronise and kill it there; returns its probe, None when it had ended by then."""
        probe, process = self._start(data_dir, now)
        while process.exitcode is None and probe.begun < point.transaction:
            process.join(_POLL_S)
        process.join(point.delay_s)
        if process.exitcode is not None:
            return None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        return probe if process.exitcode == -signal.SIGKILL else None

    def _start(self, data_dir, now):
        trace = _beside(data_dir, "probe")
        trace.unlink(missing_ok=True)
        probe = Probe(trace)
        words = ["--data-dir", data_dir, "--config", self._config, "--now", now.isoformat()]
        words += ["sync", "--days", self._days, "--json"]
        process = self._context.Process(
            target=_child, args=([str(word) for word in words], data_dir)
        )
        process.start()
        return probe, process


def _child(words, data_dir):
    """Be the console script with these words, watched by a probe."""
    from eats_desktop.app.main import main
    from eats_desktop.storage.database import Database

    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(_beside(data_dir, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    Database.write = _watched(Database.write, Probe(_beside(data_dir, "probe")))
    sys.argv = ["eats-desktop", *words]
    code = main()
    sys.stderr.flush()
    os._exit(code)


def _watched(write, probe):
    @contextmanager
    def watched(database):
        with write(database) as connection:
            probe.begin()
            probe.enter(WRITING)
            yield connection
            probe.enter(COMMITTING)
        probe.enter(OUTSIDE)

    return watched


def _beside(data_dir, name):
    return Path(f"{data_dir}.{name}")
