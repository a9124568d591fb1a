"""Wires the import of recipes: where they come from, what reads them, one run at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.app.recipe_origins import RecipeOrigins
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.services.recipe_import import RecipeImport
from eats_desktop.services.recipe_importing import RecipeImporting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Event

    from eats_desktop.app.understanding import Understanding
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.key_files import KeyFiles
    from eats_desktop.services.settings import Settings
    from eats_desktop.sources.http import Fetcher
    from eats_desktop.storage.databases import Databases


class RecipeImports:
    def __init__(
        self,
        databases: Databases,
        food: Understanding,
        tasks: TaskRunner,
        keys: KeyFiles,
        settings: Callable[[], Settings],
        fetcher: Callable[[], Fetcher],
        keep_up: Callable[[Event], None],
    ) -> None:
        self._databases = databases
        self._food = food
        self._tasks = tasks
        self._keep_up = keep_up
        self.origins = RecipeOrigins(keys, settings, fetcher)

    @cached_property
    def importer(self) -> RecipeImport:
        return RecipeImport(
            self._databases.recipes,
            lambda: IngredientLineParser(self._food.kitchen),
            lambda: self._food.line_reading,
            self._tasks.write_now,
        )

    @cached_property
    def reports(self) -> Path:
        """The folder of the lists of rows that were left out."""
        return self._databases.data_dir / "imports"

    @cached_property
    def running(self) -> RecipeImporting:
        """The one import that a window may have under way."""
        return RecipeImporting(
            lambda: self.origins, lambda: self.importer, self._keep_up, self.reports
        )

    def close(self) -> None:
        """Let an import end after the batch at hand."""
        self.running.close()
