"""What a click on 장보기 목록에 넣기 does: onto the list, say so, offer the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.shopping_list import ListChange
    from eats_desktop.domain.stored_recipe import FullRecipe
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing


class List(Protocol):
    """services.shopping_list_service has it."""

    def add_missing(
        self, recipe: FullRecipe, statuses: Sequence[IngredientStatus], factor: Fraction
    ) -> ListChange: ...

    def undo(self, change: ListChange) -> None: ...


class ListAdding:
    def __init__(self, shopping: List, write: Writing, notices: NoticesViewModel) -> None:
        self._list = shopping
        self._write = write
        self._notices = notices

    def add(
        self, recipe: FullRecipe, statuses: Sequence[IngredientStatus], factor: Fraction
    ) -> None:
        """Put the missing ingredients of a recipe on the list."""
        self._write(lambda: self._list.add_missing(recipe, statuses, factor), self._told)

    def _told(self, change: ListChange) -> None:
        self._notices.say(
            f"{len(change.after)}가지를 장보기 목록에 넣었어요.",
            kind="ok",
            action="되돌리기",
            act=lambda: self._take_back(change),
        )

    def _take_back(self, change: ListChange) -> None:
        self._write(
            lambda: self._list.undo(change),
            lambda _none: self._notices.say("장보기 목록을 되돌렸어요."),
        )
