"""The shopper's own stars for the recipe that is open: one rating, changed or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.recipe_event import MOST_STARS

if TYPE_CHECKING:
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.services.recipe_events import RecipeEvents
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_WORDS = ("", "별로예요", "아쉬워요", "괜찮아요", "맛있어요", "아주 맛있어요")


@QmlElement
class RecipeRatingViewModel(QObject):
    """`stars` is 0 where there is no rating."""

    changed = Signal()

    def __init__(
        self,
        events: RecipeEvents,
        write: Writing,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._events = events
        self._write = write
        self._notices = notices
        self._recipe: RecipeKey | None = None
        self._stars = 0

    @Property(int, notify=changed)
    def stars(self) -> int:
        return self._stars

    @Property(int, constant=True)
    def most(self) -> int:
        return MOST_STARS

    @Property(str, notify=changed)
    def text(self) -> str:
        """What the stars say, or how to give them."""
        if not self._stars:
            return "별을 눌러 내 별점을 남겨요."
        return f"{MOST_STARS}점 만점에 {self._stars}점 · {_WORDS[self._stars]}"

    def show(self, recipe: RecipeKey | None, stars: int | None) -> None:
        self._recipe = recipe
        self._set(stars or 0)

    @Slot(int)
    def rate(self, stars: int) -> None:
        """Give 1 to 5 stars; the same again takes the rating back."""
        recipe, before = self._recipe, self._stars
        if recipe is None:
            return
        if stars == before:
            self.remove()
            return
        self._put(recipe, stars)
        words = "별점을 바꿨어요." if before else "별점을 남겼어요."
        self._notices.say(
            words, kind="ok", action="되돌리기", act=lambda: self._put(recipe, before)
        )

    @Slot()
    def remove(self) -> None:
        recipe, before = self._recipe, self._stars
        if recipe is not None and before:
            self._put(recipe, 0)
            self._notices.say(
                "별점을 지웠어요.",
                kind="ok",
                action="되돌리기",
                act=lambda: self._put(recipe, before),
            )

    def _put(self, recipe: RecipeKey, stars: int) -> None:
        """Write the stars of a recipe, 0 to remove them; shown when they are written."""

        def work() -> None:
            self._events.rate(recipe, stars) if stars else self._events.unrate(recipe)

        def done(_none: None) -> None:
            if recipe == self._recipe:
                self._set(stars)

        self._write(work, done)

    def _set(self, stars: int) -> None:
        if stars != self._stars:
            self._stars = stars
            self.changed.emit()
