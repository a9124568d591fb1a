"""Bounds on the dishes that are looked for: kind, occasion, time, what must not be in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.recipe import Category, Difficulty, Method, Occasion
from eats_desktop.domain.recipe_search import RecipeFacets
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_texts import minutes_text
from eats_desktop.viewmodels.search_filter import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SEVERAL = {
    "category": ("categories", tuple(one.value for one in Category)),
    "occasion": ("occasions", tuple(one.value for one in Occasion)),
    "method": ("methods", tuple(one.value for one in Method)),
    "difficulty": ("difficulties", tuple(one.value for one in Difficulty)),
}
_MINUTES = {"": "얼마든", "15": "15분 안에", "30": "30분 안에", "60": "1시간 안에"}
_SERVINGS = {"": "얼마든", "2": "2인분부터", "4": "4인분부터", "6": "6인분부터"}
_MOST_WITHOUT = 20


@QmlElement
class RecipeFacetsViewModel(QObject):
    """`edited` when the shopper chose another bound."""

    changed = Signal()
    edited = Signal()

    def __init__(
        self,
        allergens: Callable[[], Iterable[str]],
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._allergens_of_table = allergens
        self._tasks = tasks
        self._names: tuple[str, ...] = ()
        self._chosen = RecipeFacets()
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._models = {
            name: KeyedListModel(ChoiceRow, self)
            for name in (*_SEVERAL, "minutes", "servings", "without", "allergen", "chips")
        }
        self._fill()

    @Property(QObject, constant=True)
    def categories(self) -> KeyedListModel:
        return self._models["category"]

    @Property(QObject, constant=True)
    def occasions(self) -> KeyedListModel:
        return self._models["occasion"]

    @Property(QObject, constant=True)
    def methods(self) -> KeyedListModel:
        return self._models["method"]

    @Property(QObject, constant=True)
    def difficulties(self) -> KeyedListModel:
        return self._models["difficulty"]

    @Property(QObject, constant=True)
    def minutes(self) -> KeyedListModel:
        return self._models["minutes"]

    @Property(QObject, constant=True)
    def servings(self) -> KeyedListModel:
        return self._models["servings"]

    @Property(QObject, constant=True)
    def without(self) -> KeyedListModel:
        """Foods that must not be in a dish."""
        return self._models["without"]

    @Property(QObject, constant=True)
    def allergens(self) -> KeyedListModel:
        return self._models["allergen"]

    @Property(QObject, constant=True)
    def chips(self) -> KeyedListModel:
        """What is chosen, to be taken back one by one."""
        return self._models["chips"]

    @Property(int, notify=changed)
    def count(self) -> int:
        return self._models["chips"].rowCount()

    @property
    def chosen(self) -> RecipeFacets:
        return self._chosen

    def put(self, chosen: RecipeFacets) -> None:
        """Show the bounds of another question."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._fill()

    def show_counts(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Say beside every answer how many recipes it would leave; {} says nothing."""
        self._counts = counts
        self._fill()

    @Slot()
    def look(self) -> None:
        """Read the names of the allergens before they are chosen from."""
        if not self._names:
            self._tasks.read(lambda: tuple(self._allergens_of_table()), self._named)

    @Slot(str, str)
    def toggle(self, facet: str, value: str) -> None:
        """Choose one of several answers (category, occasion, method, difficulty, allergen)."""
        field = "allergens" if facet == "allergen" else _SEVERAL[facet][0]
        self._choose(**{field: getattr(self._chosen, field) ^ {value}})

    @Slot(str)
    def chooseMinutes(self, minutes: str) -> None:
        self._choose(minutes_at_most=int(minutes) if minutes else None)

    @Slot(str)
    def chooseServings(self, servings: str) -> None:
        self._choose(servings_at_least=int(servings) if servings else None)

    @Slot(str)
    def leaveOut(self, food: str) -> None:
        """Find no dish with this food."""
        words = " ".join(food.split())
        if words and len(self._chosen.without) < _MOST_WITHOUT:
            self._choose(without=self._chosen.without | {words})

    @Slot(str)
    def drop(self, key: str) -> None:
        """Take back what a chip says: "category:국·탕"."""
        facet, _, value = key.partition(":")
        if facet == "minutes":
            self._choose(minutes_at_most=None)
        elif facet == "servings":
            self._choose(servings_at_least=None)
        elif facet == "without":
            self._choose(without=self._chosen.without - {value})
        else:
            self.toggle(facet, value)

    @Slot()
    def clear(self) -> None:
        if self._chosen != RecipeFacets():
            self._chosen = RecipeFacets()
            self._fill()
            self.edited.emit()

    def _choose(self, **fields: object) -> None:
        chosen = replace(self._chosen, **fields)  # type: ignore[arg-type]  # the fields of the class
        if chosen != self._chosen:
            self._chosen = chosen
            self._fill()
            self.edited.emit()

    def _named(self, outcome: Outcome[tuple[str, ...]]) -> None:
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        self._names = outcome.value or ()
        self._fill()

    def _fill(self) -> None:
        chosen = self._chosen
        for facet, (field, values) in _SEVERAL.items():
            on = getattr(chosen, field)
            counts = self._counts.get(facet, {})
            known = dict.fromkeys((*values, *sorted({*counts, *on} - {*values})))
            self._models[facet].replace(
                [ChoiceRow(one, _counted(one, counts, one), one in on) for one in known]
            )
        self._single("minutes", _MINUTES, chosen.minutes_at_most)
        self._single("servings", _SERVINGS, chosen.servings_at_least)
        names = dict.fromkeys((*self._names, *sorted(chosen.allergens)))
        self._models["allergen"].replace(
            [ChoiceRow(one, one, one in chosen.allergens) for one in names]
        )
        without = sorted(chosen.without)
        self._models["without"].replace([ChoiceRow(f"without:{one}", one, True) for one in without])
        self._models["chips"].replace(_chips(chosen))
        self.changed.emit()

    def _single(self, facet: str, texts: Mapping[str, str], chosen: int | None) -> None:
        on, counts = "" if chosen is None else str(chosen), self._counts.get(facet, {})
        self._models[facet].replace(
            [ChoiceRow(key, _counted(text, counts, key), key == on) for key, text in texts.items()]
        )


def _counted(text: str, counts: Mapping[str, int], key: str) -> str:
    return f"{text} {counts.get(key, 0)}" if counts and key else text


def _chips(chosen: RecipeFacets) -> list[ChoiceRow]:
    found = [
        (f"{facet}:{value}", value)
        for facet, (field, _) in _SEVERAL.items()
        for value in sorted(getattr(chosen, field))
    ]
    if chosen.minutes_at_most is not None:
        found.append(("minutes:", f"{minutes_text(chosen.minutes_at_most)} 안에"))
    if chosen.servings_at_least is not None:
        found.append(("servings:", f"{chosen.servings_at_least}인분부터"))
    found += [(f"without:{food}", f"{food} 빼고") for food in sorted(chosen.without)]
    found += [(f"allergen:{name}", f"알레르기 {name} 빼고") for name in sorted(chosen.allergens)]
    return [ChoiceRow(key, text, True) for key, text in found]
