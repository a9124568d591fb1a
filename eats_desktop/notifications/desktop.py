"""Desktop notifications: plyer where something listens, nothing where nothing does."""

from __future__ import annotations

import logging
import queue
import shutil
import subprocess
import sys
import threading
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import NotifyError

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

APP_NAME = "Eat's 유혹"
_SERVICE = "org.freedesktop.Notifications"
_WINDOWS_TITLE, _WINDOWS_BODY = 63, 255
_ASK_S = 2.0
_TOO_SLOW = "바탕 화면이 제때 답하지 않아요"


class Notifier(Protocol):
    def problem(self) -> str | None:
        """Return why notifications cannot be shown here, None when they can."""

    def send(self, title: str, body: str) -> None:
        """Show one; raise NotifyError when it was not taken."""


class NullNotifier:
    """For kiosks and for machines without a notification service."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def problem(self) -> str | None:
        return self._reason

    def send(self, title: str, body: str) -> None:
        raise NotifyError(f"{self._reason} ({title}, {len(body)}자)")


class PlyerNotifier:
    """plyer's own answer cannot be trusted on Linux, so the bus is asked first."""

    def problem(self) -> str | None:
        if not sys.platform.startswith("linux"):
            return None
        if shutil.which("notify-send") is None:
            return "notify-send가 없어 바탕 화면 알림을 쓸 수 없어요"
        if not _someone_listens():
            return "알림을 받아 줄 바탕 화면 서비스가 없어요"
        return None

    def send(self, title: str, body: str) -> None:
        problem = self.problem()
        if problem is not None:
            raise NotifyError(problem)
        if sys.platform == "win32":
            title, body = clipped(title, _WINDOWS_TITLE), clipped(body, _WINDOWS_BODY)
        elif sys.platform.startswith("linux"):
            title, body = _not_an_option(title), _not_an_option(body)
        from plyer import notification  # noqa: PLC0415  picks its backend by platform when loaded

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # plyer warns where python-dbus is not installed
            try:
                notification.notify(title=title, message=body, app_name=APP_NAME, timeout=10)
            except (NotImplementedError, OSError, ValueError) as exc:
                raise NotifyError(f"바탕 화면 알림을 보내지 못했어요: {exc}") from exc


def _not_an_option(text: str) -> str:
    """notify-send takes a text that begins with a hyphen for an option and shows nothing."""
    return f" {text}" if text.startswith("-") else text


def clipped(text: str, units: int) -> str:
    """Cut to `units` UTF-16 units, as Windows counts, without splitting a character."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= units * 2:
        return text
    return encoded[: (units - 1) * 2].decode("utf-16-le", errors="ignore") + "…"


def _someone_listens() -> bool:
    """Ask the session bus for an owner of the notification service, running or startable."""
    name = f'"{_SERVICE}"'
    return any(name in _bus_answer(method) for method in ("ListNames", "ListActivatableNames"))


def _bus_answer(method: str) -> str:
    tool = shutil.which("dbus-send")
    if tool is None:
        return ""
    command = [
        tool,
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.DBus",
        "/org/freedesktop/DBus",
        f"org.freedesktop.DBus.{method}",
    ]
    try:
        done = subprocess.run(  # noqa: S603  fixed arguments
            command, capture_output=True, text=True, timeout=_ASK_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


@dataclass(frozen=True, slots=True)
class _Notice:
    title: str
    body: str


class DesktopOutbox:
    """Hands notices to the desktop one after the other; a hanging one is left after a deadline."""

    def __init__(self, notifier: Notifier, deadline_s: Callable[[], float]) -> None:
        self._notifier = notifier
        self._deadline_s = deadline_s
        self._queue: queue.SimpleQueue[_Notice | None] = queue.SimpleQueue()
        self._last_problem: str | None = None
        self._hanging: threading.Thread | None = None
        self._worker = threading.Thread(target=self._work, name="eats-notify", daemon=True)
        self._worker.start()

    @property
    def last_problem(self) -> str | None:
        """Why the last notice was not shown; None when it was, or none was tried."""
        return self._last_problem

    def send(self, title: str, body: str) -> None:
        """Queue one; never blocks, never raises."""
        self._queue.put(_Notice(title, body))

    def close(self, wait_s: float = 5.0) -> None:
        """Show what is queued, then end."""
        self._queue.put(None)
        self._worker.join(wait_s)

    def _work(self) -> None:
        while (notice := self._queue.get()) is not None:
            problem = self._try(notice)
            if problem is not None and problem != self._last_problem:
                logger.info("desktop notification not shown: %s", problem)
            self._last_problem = problem

    def _try(self, notice: _Notice) -> str | None:
        if self._hanging is not None and self._hanging.is_alive():
            return _TOO_SLOW
        result: list[str | None] = []

        def attempt() -> None:
            try:
                self._notifier.send(notice.title, notice.body)
            except NotifyError as error:
                result.append(error.detail)
            else:
                result.append(None)

        thread = threading.Thread(target=attempt, name="eats-notify-once", daemon=True)
        thread.start()
        thread.join(self._deadline_s())
        self._hanging = thread
        return result[0] if result else _TOO_SLOW
