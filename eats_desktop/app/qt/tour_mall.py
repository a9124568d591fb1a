"""The pictures of the mall that a tour takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.app.qt.shell import Models


class MallPictures:
    def __init__(
        self,
        models: Models,
        shoot: Callable[[str], None],
        until: Callable[[str, Callable[[], bool]], None],
    ) -> None:
        self._models = models
        self._shoot = shoot
        self._until = until

    def take(self, look: str) -> None:
        """The entry with its shelves, a list, and the list narrowed to nothing."""
        models = self._models
        deals, best = models.mall.property("shelves")[:2]
        models.navigator.go("mall")
        for name, shelf in (("특가", deals), ("베스트", best)):
            self._until(name, lambda shelf=shelf: shelf.property("state") == "ready")  # type: ignore[misc]  # bound default
        self._shoot(f"mall{look}")
        found = models.mallList
        models.navigator.showShelf("all")
        self._until("목록", lambda: found.property("state") == "ready")
        found.choose("rate", "10")
        self._until("조건", lambda: found.property("chips").rowCount() == 1)
        self._shoot(f"mall-list{look}")
        found.clearConditions()
