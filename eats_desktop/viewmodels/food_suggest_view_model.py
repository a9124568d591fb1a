"""Foods that go on from what is typed into a field for ingredients (자동 완성)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.viewmodels.suggest_rows import MOST, SuggestRow, typed_rows
from eats_desktop.viewmodels.suggest_view_model import SuggestViewModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.search_history import SearchHistory
    from eats_desktop.services.suggest_service import SuggestService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

_LOOKED_AT = 40
"""Words that are no foods are left out of so many."""


class FoodSuggestViewModel(SuggestViewModel):
    """Suggests foods only, those that some recipe needs first; nothing while an amount is being
    written. `is_cooked` tells whether a recipe needs a food and is asked off the UI thread."""

    def __init__(
        self,
        suggest: SuggestService,
        is_cooked: Callable[[str], bool],
        history: SearchHistory,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(suggest, history, tasks, notices, parent)
        self._foods = suggest
        self._is_cooked = is_cooked

    def _ask(self, typed: str) -> list[SuggestRow]:
        if not typed or any(letter.isdigit() for letter in typed):
            return []
        suggested = self._foods.suggest(typed, _LOOKED_AT)
        foods = [one for one in suggested if one.kind == "food"]
        foods.sort(key=lambda one: not self._is_cooked(one.text))
        return typed_rows(typed, foods[:MOST], ())
