"""All that a found dish lacks, in the popup that puts it into the cart."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import EatsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.domain.use_up import StockItem
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.recipe_page import KnownRecipe, RecipePages
    from eats_desktop.viewmodels.missing_view_model import MissingViewModel
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


class FoundMissing:
    """Reads the recipe off the UI thread; the popup is that of the recipe's own page."""

    def __init__(
        self,
        pages: RecipePages,
        popup: MissingViewModel,
        tasks: TaskRunner,
        notices: NoticesViewModel,
    ) -> None:
        self._pages = pages
        self._tasks = tasks
        self._notices = notices
        self.popup = popup

    def open(self, recipe: RecipeKey, typed: Sequence[StockItem], servings: int | None) -> None:
        """Open for a recipe cooked for `servings`, None as it is written; `typed` is there."""

        def known(outcome: Outcome[KnownRecipe]) -> None:
            if isinstance(outcome.error, EatsError):
                self._notices.fail(outcome.error)
            elif outcome.error is not None:
                raise outcome.error
            elif outcome.value is not None:
                found = outcome.value
                self.popup.open(recipe, found.statuses, _factor(found, servings))

        self._tasks.read(lambda: self._pages.of_recipe(recipe, typed), known)


def _factor(known: KnownRecipe, servings: int | None) -> Fraction:
    written = known.recipe.servings
    return Fraction(servings, written) if servings and written else Fraction(1)
