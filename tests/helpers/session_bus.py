"""A session bus of its own for a test, with a notification service or without one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

_TOOLS = ("dbus-run-session", "dbus-send", "notify-send")
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={directory}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


def missing_tools():
    """Name what is not installed, "" when all is there."""
    if not sys.platform.startswith("linux"):
        return "a Linux session bus"
    return ", ".join(tool for tool in _TOOLS if shutil.which(tool) is None)


@contextmanager
def session_bus():
    """Run a bus that can start no service by itself; give its address."""
    with tempfile.TemporaryDirectory(prefix="eats") as directory:
        config = Path(directory) / "bus.conf"
        config.write_text(_CONFIG.format(directory=directory), encoding="utf-8")
        command = ["dbus-run-session", f"--config-file={config}", "--"]
        command += ["sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS; cat"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as bus:
            yield bus.stdout.readline().strip()
            bus.stdin.close()


class NotificationService:
    """The daemon of the tests as a process on the bus of the environment."""

    def __init__(self, *arguments):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.notification_daemon", *arguments],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout.readline() == "ready\n"

    def received(self):
        """Wait for the next notification and return it."""
        return json.loads(self._process.stdout.readline())

    def close(self):
        self._process.kill()
        self._process.communicate()
