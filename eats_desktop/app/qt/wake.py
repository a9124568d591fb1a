"""Keeps the screen on while a shopper cooks, by the way the desktop offers; else does nothing."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusPendingCallWatcher

    from eats_desktop.viewmodels.cook_view_model import Wakefulness

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_CONNECTION = "eats-wake"
_PROGRAM = "Eat's 유혹"


def screen_wake(parent: QObject) -> Wakefulness:
    """Return the way of this system."""
    if sys.platform == "win32":
        return WindowsWake()
    if sys.platform == "darwin":
        return MacWake()
    return DesktopWake(parent)


class DesktopWake(QObject):
    """The screen saver's own service on the session bus (Linux, BSD).

    The inhibition belongs to a connection of its own and ends with it: no cookie to lose, also
    when the program dies. The bus is never waited for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher: QDBusPendingCallWatcher | None = None
        self._told: Callable[[bool], None] = _nobody

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:
        from PySide6.QtDBus import (  # noqa: PLC0415  loads libdbus
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        self.release()
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        there = address or QDBusConnection.BusType.SessionBus
        bus = QDBusConnection.connectToBus(there, _CONNECTION)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_CONNECTION)  # else the failed one is given again
            told(False)
            return
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        call.setArguments([_PROGRAM, reason])
        self._told = told
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(call))
        self._watcher.finished.connect(self._answered)

    def release(self) -> None:
        if self._watcher is None:
            return
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  loads libdbus

        self._watcher.finished.disconnect(self._answered)
        self._watcher = None
        QDBusConnection.disconnectFromBus(_CONNECTION)

    @Slot()
    def _answered(self) -> None:
        if self._watcher is not None:
            self._told(not self._watcher.isError())


def _nobody(_held: bool) -> None:
    """Hear nothing."""


class WindowsWake:
    """Windows counts the wish by thread; the next call takes it back."""

    _CONTINUOUS, _SYSTEM, _DISPLAY = 1 << 31, 1 << 0, 1 << 1

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:  # noqa: ARG002  no reasons
        told(self._set(self._CONTINUOUS | self._SYSTEM | self._DISPLAY))

    def release(self) -> None:
        self._set(self._CONTINUOUS)

    def _set(self, state: int) -> bool:
        return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))  # type: ignore[attr-defined]  # Windows only


class MacWake:
    """caffeinate lives as long as it is held, and ends with this process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:  # noqa: ARG002  no reasons
        self.release()
        tool = shutil.which("caffeinate")
        if tool is not None:
            self._process = subprocess.Popen([tool, "-d", "-w", str(os.getpid())])  # noqa: S603
        told(tool is not None)

    def release(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
