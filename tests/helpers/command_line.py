"""The command line as a script sees it: exit code and bytes out, in this process or in its own."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from eats_desktop.app.main import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self):
        return self.stdout.decode()

    @property
    def err(self):
        return self.stderr.decode()

    @property
    def json(self):
        """The one JSON document on standard output."""
        return json.loads(self.stdout)

    @property
    def lines(self):
        """The documents of a batch, one a line."""
        return [json.loads(line) for line in self.stdout.decode().split("\n")[:-1]]


class CommandLine:
    """Runs commands with the same options before them."""

    def __init__(self, data_dir, config=None, now=None):
        self.data_dir = data_dir
        self.before = ["--data-dir", str(data_dir)]
        self.before += [] if config is None else ["--config", str(config)]
        self.before += [] if now is None else ["--now", now.isoformat()]

    def __call__(self, *words, stdin=b""):
        """Run one command in this process through the console script's own function."""
        return run_here(*self.before, *words, stdin=stdin)

    def apart(self, *words, stdin=b""):
        """Run one command in its own process."""
        command = [sys.executable, "-m", "eats_desktop", *self.before, *words]
        done = subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True)
        return Done(done.returncode, done.stdout, done.stderr)


def run_here(*words, stdin=b"", encoding="utf-8"):
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, newline="\n") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding)
    with (
        _own_logging(),
        patch.object(sys, "argv", ["eats-desktop", *map(str, words)]),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main()
        out.flush()
        err.flush()
    return Done(code, out.buffer.getvalue(), err.buffer.getvalue())


@contextmanager
def _own_logging():
    """Give the command the log handlers of a fresh process, and take them away after it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    try:
        yield
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers = handlers
        root.setLevel(level)
