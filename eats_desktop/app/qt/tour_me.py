"""The pictures of 내 정보, of a locked profile and of the whole settings, in the look of now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.domain.stored_recipe import RecipeKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQuick import QQuickWindow

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Models

_LIKED = (("pork-kimchi-stew", 5), ("soybean-paste-stew", 4))
_PIN = "4821"
_WHOLE = ("", "-1024-text150")
"""The looks in which the long settings are taken as a whole."""


class MePictures:
    """`shoot` takes a picture by name, `until` waits for what it is told of."""

    def __init__(
        self,
        models: Models,
        box: Container,
        window: QQuickWindow,
        shoot: Callable[[str], None],
        until: Callable[[str, Callable[[], bool]], None],
    ) -> None:
        self._models = models
        self._box = box
        self._window = window
        self._shoot = shoot
        self._until = until

    def take(self, look: str) -> None:
        """Take both pages as the window is and as long as they are, and the curtain."""
        models, size = self._models, self._window.size()
        for recipe, stars in _LIKED:
            rate = partial(self._box.recipes.events.rate, RecipeKey("library", recipe), stars)
            self._box.tasks.write_now(rate)
        models.notices.dismissAll()
        for page, length in (("me", 2600), ("settings", 6600)):
            models.navigator.go(page)
            self._until("내 정보", lambda: models.me.property("state") == "ready")
            self._shoot(f"{page}-top{look}")
            if page == "me" or look in _WHOLE:
                self._window.resize(size.width(), length)
                self._shoot(f"{page}-whole{look}")
                self._window.resize(size)
        self._curtain(look)

    def _curtain(self, look: str) -> None:
        people = self._models.people
        people.setPin("", _PIN)
        self._until("PIN", lambda: bool(people.property("hasPin")))
        self._models.notices.dismissAll()
        people.lock()
        people.unlock("0000")
        self._until("틀린 PIN", lambda: bool(people.property("problem")))
        self._shoot(f"locked{look}")
        people.unlock(_PIN)
        self._until("열림", lambda: not people.property("locked"))
        people.removePin(_PIN)
        self._until("PIN 없음", lambda: not people.property("hasPin"))
        self._models.notices.dismissAll()
