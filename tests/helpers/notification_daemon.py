"""A desktop's notification service for tests, on the session bus of the environment.

Run as a module: prints "ready", then each notification it was asked to show as one line of JSON.
With the argument `hang` it takes notifications and never answers.
"""

# ruff: noqa: F722, F821  annotations are D-Bus signatures here

import asyncio
import json
import sys

from dbus_fast import BusType
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, method

_NAME = "org.freedesktop.Notifications"


class Daemon(ServiceInterface):
    def __init__(self, *, hangs):
        super().__init__(_NAME)
        self._hangs = hangs
        self._count = 0

    @method()
    def GetCapabilities(self) -> "as":
        return ["body"]

    @method()
    def GetServerInformation(self) -> "ssss":
        return ["eats-tests", "eats", "1.0", "1.2"]

    @method()
    async def Notify(
        self,
        app_name: "s",
        replaces: "u",
        icon: "s",
        summary: "s",
        body: "s",
        actions: "as",
        hints: "a{sv}",
        timeout: "i",
    ) -> "u":
        _say(json.dumps({"app_name": app_name, "title": summary, "body": body}))
        if self._hangs:
            await asyncio.Event().wait()
        self._count += 1
        return self._count


def _say(line):
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


async def _serve(*, hangs):
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    bus.export("/org/freedesktop/Notifications", Daemon(hangs=hangs))
    await bus.request_name(_NAME)
    _say("ready")
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(_serve(hangs="hang" in sys.argv))
