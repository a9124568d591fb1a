"""Builds the view-models of 내 정보: the people, their traces and files, imports of recipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.qt.reopening import file_work
from eats_desktop.viewmodels.me_view_model import MeViewModel, MyTraces
from eats_desktop.viewmodels.my_data_view_model import MyDataViewModel
from eats_desktop.viewmodels.people_view_model import PeopleViewModel
from eats_desktop.viewmodels.recipe_import_view_model import RecipeImportViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.reopening import Reopening
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


class MeModels:
    def __init__(
        self,
        box: Container,
        post: Callable[[Callable[[], None]], None],
        reopening: Reopening,
        notices: NoticesViewModel,
        parent: QObject,
    ) -> None:
        tasks, clock, household = box.tasks, box.clock, box.household
        self.people = PeopleViewModel(household, reopening.ask, tasks, notices, parent)
        self.my_data = MyDataViewModel(
            box.my_data,
            household,
            file_work(box.data_dir, household.person_id),
            reopening.ask,
            tasks,
            clock,
            notices,
            parent,
        )
        traces = MyTraces(
            box.purchases.orders,
            box.food.history,
            box.recipes.events,
            box.mall,
            box.purchases.recipe_titles,
        )
        self.me = MeViewModel(
            traces, box.settings, Writing(tasks, notices), tasks, clock, notices, parent
        )
        self.imports = RecipeImportViewModel(
            lambda: box.recipe_imports.running, household.keys, post, tasks, notices, parent
        )

    def refresh(self) -> None:
        """Read what the page shows."""
        self.me.refresh()
        self.people.refresh()
        self.my_data.refresh()
