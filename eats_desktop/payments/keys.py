"""The merchant's secret key: from the environment of a headless box or the system's keyring."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import StorageEnvironmentError

if TYPE_CHECKING:
    from collections.abc import Mapping

logger = logging.getLogger(__name__)

SERVICE = "eats-desktop"
TOSS = "toss-secret"
TOSS_VARIABLE = "EATS_TOSS_KEY"


class TossKey:
    """Read once it is there; never written to a file, a log or an error."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._lock = threading.Lock()
        self._known: str | None = None

    def get(self) -> str | None:
        """Return the key, None when there is none or no keyring answers."""
        given = self._environment.get(TOSS_VARIABLE, "").strip()
        if given:
            return given
        with self._lock:
            self._known = self._known or _read()
            return self._known

    def put(self, key: str) -> None:
        """Keep a key in the keyring; an empty one forgets it."""
        import keyring  # noqa: PLC0415  loads back-ends
        from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415

        with self._lock:
            try:
                if key.strip():
                    keyring.set_password(SERVICE, TOSS, key.strip())
                else:
                    keyring.delete_password(SERVICE, TOSS)
            except PasswordDeleteError:
                logger.info("there was no key to forget")
            except KeyringError as exc:
                message = "이 컴퓨터의 키 보관함(keyring)을 쓸 수 없어요."
                raise StorageEnvironmentError(message) from exc
            self._known = key.strip() or None


def _read() -> str | None:
    import keyring  # noqa: PLC0415  loads back-ends
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        return (keyring.get_password(SERVICE, TOSS) or "").strip() or None
    except KeyringError as exc:
        logger.info("no keyring: %s", type(exc).__name__)
        return None
