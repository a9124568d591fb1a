"""What a search shows: broadcasts, mall products and recipes for the documents that were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.search import DocumentKind, Section
from eats_desktop.domain.stored_recipe import RecipeKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.search import Answer, SearchFilter
    from eats_desktop.domain.stored_recipe import RecipeFacts

_MOST_BROADCASTS = 400


class HitStore(Protocol):
    """Reads what documents stand for."""

    def broadcasts(
        self,
        products: Sequence[ProductKey],
        titles: Sequence[str],
        narrowed: SearchFilter,
        limit: int,
        now: datetime,
    ) -> tuple[Broadcast, ...]: ...

    def mall_products(
        self, keys: Sequence[ProductKey], *, supplements: bool = False
    ) -> Mapping[ProductKey, MallProduct]: ...

    def recipes(self, keys: Sequence[RecipeKey]) -> Mapping[RecipeKey, RecipeFacts]: ...


@dataclass(frozen=True, slots=True)
class BroadcastHit:
    """`is_strong`: the words, or other words for the same food, are really there."""

    broadcast: Broadcast
    score: float
    why: tuple[str, ...]
    is_strong: bool


@dataclass(frozen=True, slots=True)
class ProductHit:
    product: MallProduct
    score: float
    why: tuple[str, ...]
    is_strong: bool


@dataclass(frozen=True, slots=True)
class RecipeHit:
    source: str
    recipe_id: str
    title: str
    facts: RecipeFacts
    score: float
    why: tuple[str, ...]
    is_strong: bool


Hit: TypeAlias = BroadcastHit | ProductHit | RecipeHit


class HitReader:
    def __init__(self, store: HitStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def hits(
        self, section: Section, answers: Sequence[Answer], narrowed: SearchFilter
    ) -> list[Hit]:
        """Return the hits of a section in their order; what is gone meanwhile is left out.

        Broadcasts stand by when they air (on air, soonest, past), strong ones before the rest.
        """
        if section is Section.BROADCASTS:
            return [*self._broadcasts(answers, narrowed)]
        if section in (Section.PRODUCTS, Section.SUPPLEMENTS):
            return [*self._products(answers, supplements=section is Section.SUPPLEMENTS)]
        return [*self._recipes(answers)]

    def _recipes(self, answers: Sequence[Answer]) -> Iterator[RecipeHit]:
        keys = [RecipeKey(a.document.key.source, a.document.key.item) for a in answers]
        found = self._store.recipes(keys)
        for key, answer in zip(keys, answers, strict=True):
            if key in found:
                title, strong = answer.document.title, answer.tier.is_strong
                yield RecipeHit(*key, title, found[key], answer.score, answer.why, strong)

    def _products(self, answers: Sequence[Answer], *, supplements: bool) -> Iterator[ProductHit]:
        keys = [_product_key(answer) for answer in answers]
        found = self._store.mall_products(keys, supplements=supplements)
        for answer in answers:
            product = found.get(_product_key(answer))
            if product is not None:
                yield ProductHit(product, answer.score, answer.why, answer.tier.is_strong)

    def _broadcasts(
        self, answers: Sequence[Answer], narrowed: SearchFilter
    ) -> Iterator[BroadcastHit]:
        shown: set[object] = set()
        for strong in (True, False):
            some = [answer for answer in answers if answer.tier.is_strong is strong]
            for hit in self._broadcasts_of(some, narrowed) if some else ():
                if hit.broadcast.id not in shown:
                    shown.add(hit.broadcast.id)
                    yield hit

    def _broadcasts_of(
        self, answers: Sequence[Answer], narrowed: SearchFilter
    ) -> Iterator[BroadcastHit]:
        titles = {a.document.key.item: a for a in answers if _is_title(a)}
        products = {_product_key(a): a for a in answers if not _is_title(a)}
        found = self._store.broadcasts(
            [*products], [*titles], narrowed, _MOST_BROADCASTS, self._clock.now()
        )
        for broadcast in found:
            told = [products[p.key] for p in broadcast.products if p.key in products]
            if broadcast.title in titles:
                told.append(titles[broadcast.title])
            best = max(told, key=lambda answer: answer.score)
            yield BroadcastHit(
                broadcast, best.score, _with_place(broadcast, best), best.tier.is_strong
            )


def _with_place(broadcast: Broadcast, answer: Answer) -> tuple[str, ...]:
    """Say so when the answer is not what the broadcast is shown as."""
    shown = broadcast.display_title
    if _is_title(answer) or shown is None or answer.document.title == shown:
        return answer.why
    return (f"함께 방송하는 “{answer.document.title}”", *answer.why)


def _is_title(answer: Answer) -> bool:
    return answer.document.key.kind is DocumentKind.TITLE


def _product_key(answer: Answer) -> ProductKey:
    return ProductKey(answer.document.key.source, answer.document.key.item)
