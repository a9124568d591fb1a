"""The mall (콕) as a shopper browses it: shelves, orders and conditions of a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.offer import Offer

PRIOR_REVIEWS = 20
"""So many reviews of the mean rating stand beside a product's own ones."""


class MallShelf(StrEnum):
    """What a list is of; STORES are those the shopper bought from, SEEN what was looked at."""

    ALL = "all"
    DEALS = "deals"
    BEST = "best"
    STORES = "stores"
    DROPS = "drops"
    SEEN = "seen"


class MallSort(StrEnum):
    """ADVISED is by `settled_rating` (of price drops: the newest first); ties by discount."""

    ADVISED = "advised"
    RATE = "rate"
    PRICE = "price"
    UNIT_PRICE = "unit"
    REVIEWS = "reviews"


@dataclass(frozen=True, slots=True)
class MallFilter:
    """Conditions of a list; None, 0 and False leave everything in.

    `most_total` bounds the contents in grams or millilitres; what is counted in pieces or unknown
    is then left out. `foods` are what a name was read as. `is_free`: free delivery is known.
    """

    lowest_krw: int | None = None
    highest_krw: int | None = None
    least_rate: int = 0
    least_reviews: int = 0
    most_total: int | None = None
    foods: frozenset[str] | None = None
    stores: frozenset[str] | None = None
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class MallCard:
    """A mall product on a shelf: its offer, and what others and its price history say of it.

    `rating` is 0 to 5, None without reviews. `before_krw` is the price before the present one.
    """

    offer: Offer
    rating: float | None = None
    reviews: int = 0
    before_krw: int | None = None
    changed_at: datetime | None = None

    @property
    def drop_krw(self) -> int:
        """By how much the price fell at its last change, 0 when it did not."""
        price = self.offer.price_krw
        return max(0, self.before_krw - price) if self.before_krw and price else 0


@dataclass(frozen=True, slots=True)
class MallFacets:
    """What the mall has: products, those with reviews, how many of each store and food."""

    products: int
    reviewed: int
    stores: tuple[tuple[str, int], ...]
    foods: tuple[tuple[str, int], ...]


def settled_rating(rating: float, reviews: int, mean: float, prior: int = PRIOR_REVIEWS) -> float:
    """Return the Bayesian mean of a rating: (v·R + m·C) / (v + m).

    v reviews of mean R, C the mean rating of all reviewed products, m = `prior`. It is the
    weighted rating that film charts publish: one review of 5.0 does not beat a thousand of 4.9,
    and a product without reviews stands at the mean.
    """
    return (reviews * rating + prior * mean) / (reviews + prior)
