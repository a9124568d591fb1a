"""What a household likes to cook, learned from what it did, and whether that foretells anything.

Every act leaves the features of its recipe in a profile, by the weight of the act and how long ago
it was (half as much after 45 days). Features are the foods, by how rare they are, and the facets.
A recipe is scored by four signals: `content`, the cosine of its features with the profile;
`liked`, how popular it is in the library; `again`, the household's own acts with it; `latest`, how
lately it acted on it. Their weights are learned by logistic regression over the household's past
choices against recipes it did not choose. `judged` asks how many of the later choices each order
had among its first 20: the learned one, popularity alone, and the household's latest alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from eats_desktop.search.recipe_shelf import Numbers, RecipeShelf

    Order: TypeAlias = Callable[["Signals"], Numbers]

HALF_LIFE_DAYS = 45.0
FACET_WEIGHT = 1.0
_FACETS = ("category", "method")
_AGAINST, _SEED = 20, 20261125
"""So many recipes stand against each choice when the weights are learned, drawn with this seed."""

_L2, _STEPS = 1.0, 25
_RESAMPLES = 2000
LEAST_CHOICES = 50
"""Fewer choices say too little: no verdict is given."""

_LEARNED_SHARE, _LEAST_LEARNED = 0.7, 20
_FIRST = 20


@dataclass(frozen=True, slots=True)
class Act:
    """`place` is the recipe's place on the shelf, None for an act with a product, whose `foods`
    it names. `day` counts from any start; `weight` is negative for what was disliked. A choice is
    an act whose recipe an order should have foretold."""

    day: float
    weight: float
    place: int | None = None
    foods: tuple[str, ...] = ()
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Signals:
    """One number a recipe each; see above."""

    content: Numbers
    liked: Numbers
    again: Numbers
    latest: Numbers

    @property
    def columns(self) -> NDArray[np.float64]:
        return np.stack([self.content, self.liked, self.again, self.latest], axis=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares of `choices` later choices that each order had among its first 20, and what the
    learned one gains over the better plain one: the middle 95 % of resampled means (bootstrap)."""

    choices: int
    learned: float
    popularity: float
    latest: float
    gain_low: float
    gain_high: float

    @property
    def is_better(self) -> bool:
        return self.gain_low > 0


class Taste:
    """For one shelf."""

    def __init__(self, shelf: RecipeShelf) -> None:
        self._shelf = shelf
        self._column = {food: at for at, food in enumerate(sorted(shelf.foods))}
        self._features = self._made()

    def learned(self, acts: Sequence[Act]) -> NDArray[np.float64] | None:
        """Return the weights of the four signals, None while there are too few choices."""
        choices = [at for at, act in enumerate(acts) if act.is_choice and act.place is not None]
        if len(choices) < _LEAST_LEARNED:
            return None
        draw = np.random.default_rng(_SEED)
        rows, chosen = [], []
        for at in choices:
            columns = self.signals(acts[:at], acts[at].day).columns
            others = draw.integers(0, self._shelf.count, _AGAINST)
            rows.append(columns[[acts[at].place, *others]])
            chosen += [1.0] + [0.0] * _AGAINST
        return _logistic(np.concatenate(rows), np.array(chosen))

    def judged(self, acts: Sequence[Act]) -> Verdict | None:
        """Learn from the first 70 % of the choices and judge by the rest; None if too few."""
        choices = [at for at, act in enumerate(acts) if act.is_choice and act.place is not None]
        if len(choices) < LEAST_CHOICES:
            return None
        begins = choices[int(len(choices) * _LEARNED_SHARE)]
        weights = self.learned(acts[:begins])
        if weights is None:
            return None
        orders: list[Order] = [
            lambda s: s.columns @ weights,
            lambda s: s.liked,
            lambda s: s.latest + 1e-9 * s.liked,
        ]
        later = [at for at in choices if at >= begins]
        ranks = np.array([self._ranks(acts, at, orders) for at in later])
        return _verdict((ranks <= _FIRST).astype(np.float64))

    def signals(self, acts: Sequence[Act], day: float) -> Signals:
        """Return what is known of every recipe on a day, from the acts before it."""
        again, latest = np.zeros(self._shelf.count), np.zeros(self._shelf.count)
        profile = np.zeros(self._features.shape[1])
        for act in acts:
            fresh = 0.5 ** ((day - act.day) / HALF_LIFE_DAYS)
            weight = act.weight * fresh
            if act.place is not None:
                again[act.place] += weight
                latest[act.place] = max(latest[act.place], fresh)
                row = self._features[[act.place]]
                profile[row.indices] += weight * row.data
            for food in act.foods:
                if food in self._column:
                    profile[self._column[food]] += weight * self._shelf.weight_of(food)
        length = float(np.linalg.norm(profile))
        content = self._features @ profile / length if length else np.zeros(self._shelf.count)
        return Signals(content, self._shelf.liked, np.tanh(again), latest)

    def liked_foods(self, acts: Sequence[Act], day: float, among: Collection[str]) -> list[str]:
        """Return those of the foods the household likes, the most liked first."""
        profile: dict[str, float] = dict.fromkeys(among, 0.0)
        for act in acts:
            weight = act.weight * 0.5 ** ((day - act.day) / HALF_LIFE_DAYS)
            held = set(act.foods)
            for food in among:
                if food in held or (act.place is not None and self._needs(act.place, food)):
                    profile[food] += weight * self._shelf.weight_of(food)
        liked = [food for food, weight in profile.items() if weight > 0]
        return sorted(liked, key=lambda food: (-profile[food], food))

    def _needs(self, place: int, food: str) -> bool:
        having = self._shelf.needing(food)
        at = int(np.searchsorted(having, place))
        return at < len(having) and int(having[at]) == place

    def _ranks(self, acts: Sequence[Act], at: int, orders: Sequence[Order]) -> list[float]:
        signals = self.signals(acts[:at], acts[at].day)
        ranks = []
        for order in orders:
            scores = order(signals)
            own = scores[acts[at].place]
            ahead, even = np.sum(scores > own), np.sum(scores == own)
            ranks.append(float(ahead + (even + 1) / 2))
        return ranks

    def _made(self) -> csr_array:
        """Return one row a recipe, of length 1: its foods by weight, then its facets."""
        shelf = self._shelf
        rows, columns, values = [], [], []
        for food, column in self._column.items():
            having = shelf.needing(food)
            rows.append(having)
            columns.append(np.full(len(having), column))
            values.append(np.full(len(having), shelf.weight_of(food)))
        begins = len(self._column)
        for name in _FACETS:
            facet = shelf.values[name]
            said = np.flatnonzero(facet.of >= 0)
            rows.append(said)
            columns.append(begins + facet.of[said].astype(np.int64))
            values.append(np.full(len(said), FACET_WEIGHT))
            begins += len(facet.names)
        at = (np.concatenate(rows), np.concatenate(columns))
        made = csr_array((np.concatenate(values), at), shape=(shelf.count, begins))
        length = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel())
        made.data /= np.repeat(np.maximum(length, 1e-9), np.diff(made.indptr))
        return made


def _logistic(rows: NDArray[np.float64], chosen: Numbers) -> NDArray[np.float64]:
    """Return weights by Newton's method with an L2 penalty; the intercept is not returned."""
    with_one = np.column_stack([rows, np.ones(len(rows))])
    weights = np.zeros(with_one.shape[1])
    penalty = np.diag([_L2] * rows.shape[1] + [0.0])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(with_one @ weights)))
        slope = with_one.T @ (likely - chosen) + penalty @ weights
        bend = with_one.T @ (with_one * (likely * (1 - likely))[:, None]) + penalty
        step = np.linalg.solve(bend + 1e-9 * np.eye(len(weights)), slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights[:-1]


def _verdict(gains: NDArray[np.float64]) -> Verdict:
    learned, popularity, latest = gains.mean(axis=0)
    plain = gains[:, 1] if popularity >= latest else gains[:, 2]
    over = gains[:, 0] - plain
    draw = np.random.default_rng(_SEED)
    means = over[draw.integers(0, len(over), (_RESAMPLES, len(over)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return Verdict(
        len(over), float(learned), float(popularity), float(latest), float(low), float(high)
    )
