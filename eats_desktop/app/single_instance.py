"""A second start hands its link to the window that is open already, and ends."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from eats_desktop.app.instance_lock import InstanceLock
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import broadcast_of, link_in

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 3000
_LONGEST = 2048
_TAKEN = b"ok\n"


class SingleInstance(QObject):
    """Lives on the UI thread of the first process; `close` it before the data directory goes."""

    raised = Signal(str)
    """Somebody started the program again: show the window, and open the link unless it is ""."""

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _server_name(data_dir)
        self._lock = InstanceLock(data_dir)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def acquire(self) -> bool:
        """Become the one instance; False when another process is it."""
        if not self._lock.acquire():
            return False
        QLocalServer.removeServer(self._name)  # the socket of a killed process
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        self._server.close()
        self._lock.release()

    def _welcome(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.readyRead.connect(self._listen)
            visitor.disconnected.connect(visitor.deleteLater)

    def _listen(self) -> None:
        visitor = self.sender()
        if not isinstance(visitor, QLocalSocket):
            return
        if not visitor.canReadLine():
            if visitor.bytesAvailable() > _LONGEST:
                visitor.abort()
            return
        link = _sound_link(bytes(visitor.readLine(_LONGEST).data()))
        visitor.write(_TAKEN)
        visitor.flush()
        visitor.disconnectFromServer()
        self.raised.emit(link)


def hand_over(data_dir: Path, link: str = "") -> bool:
    """Ask the running instance to come to the front; False when it does not answer in time."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(data_dir))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(link.encode() + b"\n")
    taken = socket.waitForReadyRead(_WAIT_MS) and socket.readAll().data() == _TAKEN
    socket.abort()
    return taken


def _server_name(data_dir: Path) -> str:
    digest = hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()
    return f"eats-desktop-{digest[:16]}"


def _sound_link(line: bytes) -> str:
    """Return the link of a visitor's line, "" when it is none of ours."""
    try:
        link = link_in([line.decode(errors="replace").strip()]) or ""
        broadcast_of(link)
    except InputError:
        return ""
    return link
