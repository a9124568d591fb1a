"""A desktop's screen saver service for tests, on the session bus of the environment.

Run as a module: prints "ready", then one line of JSON for each inhibition that is asked for, and
"gone" when the connection that asked for one has ended.
"""

# ruff: noqa: F821  annotations are D-Bus signatures here

import asyncio
import json
import sys

from dbus_fast import BusType, Message
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, method

_NAME = "org.freedesktop.ScreenSaver"
_WATCH = "type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'"


class ScreenSaver(ServiceInterface):
    def __init__(self):
        super().__init__(_NAME)
        self._asked = set()

    @method()
    def Inhibit(self, program: "s", reason: "s") -> "u":
        _say(json.dumps({"program": program, "reason": reason}))
        return 7

    def asked_by(self, message):
        if message.member == "Inhibit":
            self._asked.add(message.sender)
        if message.member == "NameOwnerChanged" and message.body[0] in self._asked:
            _say("gone")


def _say(line):
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


async def _serve():
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    saver = ScreenSaver()
    bus.add_message_handler(saver.asked_by)
    bus.export("/org/freedesktop/ScreenSaver", saver)
    await bus.call(
        Message(
            destination="org.freedesktop.DBus",
            path="/org/freedesktop/DBus",
            interface="org.freedesktop.DBus",
            member="AddMatch",
            signature="s",
            body=[_WATCH],
        )
    )
    await bus.request_name(_NAME)
    _say("ready")
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(_serve())
