"""Plans that use up what is at home (재고 소진): which recipes together, and what they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.recipe_search import RecipeFacets
from eats_desktop.search.fulfilling import Fulfilling
from eats_desktop.search.use_up import Lot, urgency
from eats_desktop.services.stock_amounts import StockAmounts
from eats_desktop.services.use_up_plans import PlanWriter, Weighed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.pantry import PantryItem
    from eats_desktop.domain.use_up import RecipeNeeds, StockItem, UseUpPlan
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.recipe_shelf import Places
    from eats_desktop.search.use_up import Dish
    from eats_desktop.services.recipe_catalogue import ReadyLibrary, RecipeCatalogue
    from eats_desktop.services.stock_reading import StockReader
    from eats_desktop.services.typed_foods import FoodTyping
    from eats_desktop.services.use_up_plans import PriceOf

ANY = RecipeFacets()
MOST_RECIPES = 5
_CANDIDATES, _CANDIDATES_OF_FOODS, _CANDIDATES_OF_ONE = 240, 300, 15
"""Recipes weighed: the best of all, and for each food of the stock its share of those that need
it, the best again, but at least so many."""


class NeedsStore(Protocol):
    def needs(self, rows: Sequence[int]) -> Mapping[int, RecipeNeeds]: ...


class UseUpService:
    """For reading threads. The order of the stock is no matter, and the same question has the
    same answer as long as the library stays as it is."""

    def __init__(
        self,
        catalogue: RecipeCatalogue,
        store: NeedsStore,
        kitchen: Callable[[], Kitchen],
        foods: Foods,
        reader: Callable[[], StockReader],
        typing: FoodTyping,
        clock: Clock,
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._kitchen = kitchen
        self._foods = foods
        self._reader = reader
        self._typing = typing
        self._clock = clock

    def warm(self) -> None:
        """Load the library and the solver, about two seconds, before the first plan is wanted."""
        from eats_desktop.search import integer_programme  # noqa: PLC0415  loads numpy

        integer_programme.warm()
        self._catalogue.ready()

    def stock(self, texts: str | Iterable[str]) -> tuple[StockItem, ...]:
        """Read what is at home; items nobody knows are told with food None."""
        return self._reader().items(texts)

    def stock_of(self, items: Iterable[PantryItem]) -> tuple[StockItem, ...]:
        """Return what is in the pantry as a stock, with the days until which it keeps."""
        return self._reader().of_pantry(items)

    def suggestion(self, item: StockItem) -> str | None:
        """Return the food an item that is not known may have meant."""
        if item.food is not None:
            return None
        return next(iter(self._typing.read([self._reader().name(item)]).known), None)

    def plans(
        self,
        stock: Sequence[StockItem],
        plans: int = 3,
        recipes: int = 3,
        facets: RecipeFacets = ANY,
        *,
        at_home: Collection[Holding] = (),
        price_of: PriceOf | None = None,
    ) -> tuple[UseUpPlan, ...]:
        """Return up to `plans` plans of up to `recipes` recipes, the best first.

        `at_home` need not be bought, but is not to be used up either.
        """
        if plans < 1 or not 1 <= recipes <= MOST_RECIPES:
            raise InputError(f"조합은 1개부터, 조합마다 레시피는 1~{MOST_RECIPES}개예요.")
        from eats_desktop.search.use_up_model import combinations  # noqa: PLC0415  loads numpy

        weighed = self.weighed(stock, facets, at_home=at_home)
        chosen = combinations(weighed.lots, weighed.dishes, recipes, plans)
        unknown = tuple(item.text for item in stock if item.food is None)
        writer = PlanWriter(weighed, price_of)
        return tuple(writer.plan(one, unknown) for one in chosen)

    def weighed(
        self,
        stock: Sequence[StockItem],
        facets: RecipeFacets = ANY,
        *,
        at_home: Collection[Holding] = (),
    ) -> Weighed:
        """Return what there is to choose from: the known stock in one order, and the recipes."""
        known = sorted((one for one in stock if one.food is not None), key=_sorted_by)
        larder = Fulfilling(self._foods).larder(at_home)
        amounts = StockAmounts(self._kitchen(), self._foods, known, larder)
        found = self._candidates(known, facets) if known else []
        dishes = [amounts.dish(recipe, liking) for recipe, liking in found]
        recipes = {recipe.key: recipe for recipe, _ in found}
        return Weighed(known, self._lots(known, dishes), dishes, recipes, amounts)

    def _lots(self, stock: Sequence[StockItem], dishes: Sequence[Dish]) -> list[Lot]:
        """An item no recipe measures counts like one without amount: it is used or it is not."""
        measured = {lot for dish in dishes for want in dish.wants for lot in want.takes}
        wanted = measured | {lot for dish in dishes for want in dish.wants for lot in want.held}
        today = korean_day(self._clock.now())
        return [
            Lot(
                item.quantity.middle
                if item.quantity is not None and (place in measured or place not in wanted)
                else None,
                urgency(item.use_by, today),
            )
            for place, item in enumerate(stock)
        ]

    def _candidates(
        self, stock: Sequence[StockItem], facets: RecipeFacets
    ) -> list[tuple[RecipeNeeds, float]]:
        """Return recipes that may use the stock with how liked they are, 0 to 1."""
        import numpy as np  # noqa: PLC0415

        library = self._catalogue.ready()
        places = np.unique(np.concatenate([*self._places(library, stock, facets)]))
        rows = library.shelf.rows[places].tolist()
        liked = library.shelf.liked[places].tolist()
        needs = self._store.needs(rows)
        found = zip(rows, liked, strict=True)
        return [(needs[row], liking) for row, liking in found if row in needs]

    def _places(
        self, library: ReadyLibrary, stock: Sequence[StockItem], facets: RecipeFacets
    ) -> Iterable[Places]:
        import numpy as np  # noqa: PLC0415

        shelf = library.shelf
        foods = [item.food for item in stock if item.food is not None]
        holdings = [Holding(food, Because.TYPED, food) for food in dict.fromkeys(foods)]
        ranked = library.ranking.ranked(Fulfilling(self._foods).larder(holdings), holdings)
        order = library.bounds(facets).within(ranked.places)
        yield order[:_CANDIDATES]
        most = max(_CANDIDATES_OF_FOODS // len(foods), _CANDIDATES_OF_ONE)
        for food in foods:
            exact = [shelf.needing(wider) for wider in self._foods.lineage(food)]
            yield order[np.isin(order, np.concatenate(exact))][:most]


def _sorted_by(item: StockItem) -> tuple[str, str, float, str]:
    quantity = item.quantity
    unit, amount = ("", 0.0) if quantity is None else (quantity.unit or "", float(quantity.middle))
    return item.food or "", unit, amount, "" if item.use_by is None else item.use_by.isoformat()
