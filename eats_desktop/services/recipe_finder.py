"""Finds recipes: by name, by foods, for products, for what is held; in pages of a stable order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.recipe_search import RecipeFacets, RecipePage
from eats_desktop.domain.search import SearchFilter, Section
from eats_desktop.search.fulfilling import Fulfilling
from eats_desktop.search.recipe_words import dish_asked
from eats_desktop.services.found_recipes import covered, named
from eats_desktop.services.raw_products import raw_foods, why_none

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.recipe_search import FoundRecipe, RecipeCard
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.search import Answer
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.recipe_shelf import Places
    from eats_desktop.services.document_search import DocumentSearch
    from eats_desktop.services.recipe_catalogue import ReadyLibrary, RecipeCatalogue
    from eats_desktop.services.typed_foods import FoodTyping

PAGE = 15
ANY = RecipeFacets()
_ROOM = 300
"""How many candidates one stage of the search by name may bring, the best liked first."""


class CardStore(Protocol):
    def rows(self, documents: Sequence[int]) -> Mapping[int, int]: ...
    def cards(self, rows: Sequence[int]) -> Mapping[int, RecipeCard]: ...


class Readings(Protocol):
    def of(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, FoodReading]: ...


class AtHome(Protocol):
    def now(self) -> Collection[Holding]: ...


class _Asked(NamedTuple):
    """The bounds and the slice that are wanted of one order."""

    facets: RecipeFacets
    offset: int
    limit: int


class RecipeFinder:
    """For reading threads. While the library stays as it is, so does every order, and pages
    neither repeat nor lose a recipe."""

    def __init__(
        self,
        catalogue: RecipeCatalogue,
        store: CardStore,
        documents: DocumentSearch,
        foods: Foods,
        typing: FoodTyping,
        readings: Readings,
        at_home: Callable[[], AtHome],
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._documents = documents
        self._foods = foods
        self._typing = typing
        self._readings = readings
        self._at_home = at_home

    def warm(self) -> None:
        """Load the library, the words it is searched by, and what a ban looks through."""
        self._catalogue.ready().bans.warm()
        self._typing.read(["두부", "두뷰"])

    def by_name(
        self,
        query: str,
        facets: RecipeFacets = ANY,
        offset: int = 0,
        limit: int = PAGE,
        *,
        counted: bool = True,
    ) -> RecipePage:
        """Find dishes: those of this very name by how liked they are, then what is near it.

        Without bounds and not `counted` (no facet_counts) the library is not loaded for it, which
        would take a command longer than all the rest.
        """
        asked = _asked(facets, offset, limit)
        if not query.strip():
            raise InputError("찾을 요리 이름을 적어 주세요.")
        found = self._documents.find(dish_asked(query), (Section.RECIPES,), SearchFilter(), _ROOM)
        answers = found.answers[Section.RECIPES]
        rows = self._store.rows([answer.document.row for answer in answers])
        if not counted and facets == ANY:
            there = [(rows[a.document.row], a) for a in answers if a.document.row in rows]
            return replace(self._cards_of(there, asked), corrected=found.corrected)
        library = self._catalogue.ready()
        places = library.shelf.places([rows.get(one.document.row, -1) for one in answers])
        of_place = dict(zip(places.tolist(), answers, strict=True))
        page = self._page(
            library, places[places >= 0], asked, lambda place, card: named(card, of_place[place])
        )
        return replace(page, corrected=found.corrected)

    def by_foods(
        self, foods: Sequence[str], facets: RecipeFacets = ANY, offset: int = 0, limit: int = PAGE
    ) -> RecipePage:
        """Find what can be cooked from foods as they are typed; their order is no matter."""
        typed = self._typing.read(foods)
        if not typed.known and not typed.unknown:
            raise InputError("재료를 하나 이상 적어 주세요.")
        holdings = [Holding(food, Because.TYPED, text) for food, text in typed.known.items()]
        holdings += [Holding(text, Because.TYPED, text) for text in typed.unknown]
        held = (*holdings, *self._at_home().now())
        page = self._for_holdings(holdings, held, _asked(facets, offset, limit))
        return replace(page, corrected=typed.corrected, unknown=typed.unknown)

    def for_pantry(
        self, facets: RecipeFacets = ANY, offset: int = 0, limit: int = PAGE
    ) -> RecipePage:
        """Find what can be cooked from what is at home: the pantry and what was paid lately."""
        held = self._at_home().now()
        at_home = [one for one in held if one.because is not Because.CART]
        if not at_home:
            return RecipePage((), 0, reason="냉장고에 재료가 없어요.")
        return self._for_holdings(at_home, held, _asked(facets, offset, limit))

    def for_product(self, key: ProductKey, limit: int = PAGE) -> RecipePage:
        """Find what can be cooked from a stored product that is a raw ingredient."""
        return self.for_products((key,), limit=limit)

    def for_products(
        self,
        keys: Collection[ProductKey],
        facets: RecipeFacets = ANY,
        offset: int = 0,
        limit: int = PAGE,
    ) -> RecipePage:
        """Find what uses the most of the raw ingredients among stored products.

        They count as held only if they are: bought lately or in the cart.
        """
        readings = self._readings.of(keys)
        foods = {food for one in readings.values() for food in raw_foods(one)}
        if not foods:
            return RecipePage((), 0, reason=why_none([*readings.values()]))
        holdings = [Holding(food, Because.TYPED, food) for food in sorted(foods)]
        asked = _asked(facets, offset, limit)
        return self._for_holdings(holdings, self._at_home().now(), asked)

    def _for_holdings(
        self, holdings: Collection[Holding], held: Collection[Holding], asked: _Asked
    ) -> RecipePage:
        library = self._catalogue.ready()
        fulfilling = Fulfilling(self._foods)
        larder, there = fulfilling.larder(holdings), fulfilling.larder(held)
        ranked = library.ranking.ranked(larder, holdings, there)
        scores = dict(zip(ranked.places.tolist(), ranked.scores.tolist(), strict=True))
        return self._page(
            library,
            ranked.places,
            asked,
            lambda place, card: covered(self._foods, card, larder, there, scores[place]),
        )

    def _cards_of(self, found: Sequence[tuple[int, Answer]], asked: _Asked) -> RecipePage:
        shown = found[asked.offset : asked.offset + asked.limit]
        cards = self._store.cards([row for row, _ in shown])
        recipes = tuple(named(cards[row], answer) for row, answer in shown if row in cards)
        return RecipePage(recipes, len(found))

    def _page(
        self,
        library: ReadyLibrary,
        order: Places,
        asked: _Asked,
        told: Callable[[int, RecipeCard], FoundRecipe],
    ) -> RecipePage:
        bounds = library.bounds(asked.facets)
        left = bounds.within(order)
        shown = left[asked.offset : asked.offset + asked.limit]
        rows = library.shelf.rows[shown].tolist()
        cards = self._store.cards(rows)
        recipes = [
            told(place, cards[row])
            for place, row in zip(shown.tolist(), rows, strict=True)
            if row in cards
        ]
        return RecipePage(tuple(recipes), len(left), facet_counts=bounds.counts(order))


def _asked(facets: RecipeFacets, offset: int, limit: int) -> _Asked:
    if offset < 0 or limit < 1:
        raise InputError(f"없는 쪽이에요: {offset}부터 {limit}개")
    return _Asked(facets, offset, limit)
