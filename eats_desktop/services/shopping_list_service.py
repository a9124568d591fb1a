"""The shopping list (장보기 목록): from recipes and by hand; every change can be undone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.events import ShoppingListChanged
from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.quantity_text import quantity_text
from eats_desktop.domain.shopping_list import ListedLine
from eats_desktop.search.recipe_scaling import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.shopping_list import ListChange, ShoppingEntry
    from eats_desktop.domain.stored_recipe import FullRecipe

_NEW = 0
_AS_WRITTEN = Fraction(1)


class ShoppingListStore(Protocol):
    """Each change is one transaction."""

    def lines(self) -> tuple[ListedLine, ...]: ...
    def add(self, lines: Sequence[ListedLine]) -> ListChange: ...
    def check(self, line_ids: Sequence[int], *, done: bool) -> ListChange: ...
    def remove(self, line_ids: Sequence[int]) -> ListChange: ...
    def clear_done(self) -> ListChange: ...
    def restore(self, change: ListChange) -> None: ...


class Merges(Protocol):
    """Adds lines up by food; search.shopping_merge has it."""

    def entries(self, lines: Iterable[ListedLine]) -> tuple[ShoppingEntry, ...]: ...


class ShoppingListService:
    """`entries` and `text` are for reading threads, changes for the writer's.

    Each change returns what `undo` takes back.
    """

    def __init__(
        self,
        store: ShoppingListStore,
        merging: Callable[[], Merges],
        read_line: Callable[[str], IngredientLine],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._store = store
        self._merging = merging
        self._read_line = read_line
        self._clock = clock
        self._publish = publish

    def entries(self) -> tuple[ShoppingEntry, ...]:
        """Return what to buy, one entry a food, then what is checked off."""
        return self._merging().entries(self._store.lines())

    def add(self, text: str) -> ListChange:
        """Put on what is written by hand ("두부 2모"); InputError when it names nothing."""
        line = self._read_line(text)
        if not line.name:
            raise InputError(f"무엇을 살지 적어 주세요: {text}")
        return self._told(self._store.add([self._listed(line, None)]))

    def add_lines(
        self, recipe: FullRecipe, lines: Sequence[IngredientLine], factor: Fraction = _AS_WRITTEN
    ) -> ListChange:
        """Put on lines of a recipe that is cooked `factor` times; water is never bought."""
        bought = [line for line in lines if line.food != WATER]
        wanted = [self._listed(line, recipe) for line in scaled(bought, factor)]
        return self._told(self._store.add(wanted))

    def add_missing(
        self,
        recipe: FullRecipe,
        statuses: Sequence[IngredientStatus],
        factor: Fraction = _AS_WRITTEN,
    ) -> ListChange:
        """Put on what of a recipe is neither at home nor in the cart."""
        missing = [one.line for one in statuses if one.availability is Availability.MISSING]
        return self.add_lines(recipe, missing, factor)

    def check(self, line_ids: Sequence[int], *, done: bool) -> ListChange:
        """Check the lines of an entry off, or on again."""
        return self._told(self._store.check(line_ids, done=done))

    def remove(self, line_ids: Sequence[int]) -> ListChange:
        return self._told(self._store.remove(line_ids))

    def clear_done(self) -> ListChange:
        """Take off everything that is checked off."""
        return self._told(self._store.clear_done())

    def undo(self, change: ListChange) -> None:
        """Put everything back as it was before a change."""
        self._store.restore(change)
        self._publish(ShoppingListChanged())

    def text(self) -> str:
        """Return the list to be printed or sent, a line an entry; "" when there is none."""
        return "\n".join(_written(entry) for entry in self.entries())

    def _listed(self, line: IngredientLine, recipe: FullRecipe | None) -> ListedLine:
        return ListedLine(
            _NEW,
            line.text,
            line.name,
            line.food,
            line.quantity,
            line.also,
            line.vague,
            None if recipe is None else recipe.key,
            None if recipe is None else recipe.title,
            is_done=False,
            added_at=self._clock.now(),
        )

    def _told(self, change: ListChange) -> ListChange:
        self._publish(ShoppingListChanged())
        return change


def entry_amount(entry: ShoppingEntry) -> str:
    """Write how much of a food to buy: 2개 + 100g + 약간; "" when no line says."""
    return " + ".join((*map(quantity_text, entry.amounts), *entry.vague))


def _written(entry: ShoppingEntry) -> str:
    words = " ".join(filter(None, (entry.name, entry_amount(entry))))
    dishes = f" ({', '.join(entry.recipe_titles)})" if entry.recipe_titles else ""
    return f"[{'x' if entry.is_done else ' '}] {words}{dishes}"
