"""Pairs of texts that mean the same to a shopper: what the embedder learns to bring together.

No label or query of an evaluation set is read here. Halves of one ingredient list are left out
on purpose: they teach what goes together, not what is alike.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.embed_training.texts import cleaned
from eats_desktop.embed_training.typing_errors import mistyped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eats_desktop.classify.foods import Food, FoodLexicon
    from eats_desktop.embed_training.texts import Corpus, Recipe

_MOST_INGREDIENTS = 8
_KEPT_WORDS = 0.65
_RAW_NAMES = 0.25
_SAID = 4
"""Draws of each phrase: few, and worth more than text."""
_SHORTEST = 2
"""Syllables of a name that is replaced: 무 also stands in 무료배송."""
_BY_KIND = 0.25
_BROADLY = 0.25


class Pair(NamedTuple):
    one: str
    other: str


class PairMaker:
    """Draws the pairs of one epoch; the same dice give the same pairs.

    `phrases` are groups of our own sentences and words with one meaning.
    """

    def __init__(
        self, corpus: Corpus, lexicon: FoodLexicon, phrases: Sequence[tuple[str, ...]]
    ) -> None:
        self._corpus = corpus
        self._lexicon = lexicon
        self._phrases = phrases
        titles = [recipe.title for recipe in corpus.recipes]
        texts = (*titles, *(cleaned(name) for name in corpus.products))
        self._foods = [(text, found) for text in texts if (found := lexicon.find(text))]

    def epoch(self, seed: int) -> list[Pair]:
        dice = random.Random(seed)  # noqa: S311  training, not secrets
        drawn = [
            *(pair for recipe in self._corpus.recipes for pair in _of_recipe(recipe, dice)),
            *(pair for name in self._corpus.products for pair in _of_product(name, dice)),
            *(Pair(cleaned(title), cleaned(name)) for title, name in self._corpus.programmes),
            *(pair for food in self._lexicon.foods.values() for pair in _of_food(food, dice)),
            *self._named(dice),
            *self._said_again(dice),
            *(Pair(*dice.sample(group, 2)) for group in self._phrases for _ in range(_SAID)),
        ]
        kept = [pair for pair in drawn if pair.one != pair.other and all(map(str.strip, pair))]
        dice.shuffle(kept)
        return kept

    def _named(self, dice: random.Random) -> Iterator[Pair]:
        """Pair a title with the food that closes it: what the thing is, whatever stands before."""
        for text, foods in self._foods:
            yield Pair(text, _called(foods[-1], dice))

    def _said_again(self, dice: random.Random) -> Iterator[Pair]:
        for text, foods in self._foods:
            yield Pair(text, with_other_name(text, dice.choice(foods), dice))


def with_other_name(text: str, food: Food, dice: random.Random) -> str:
    """Return the text with another name of the food in it; unchanged without one."""
    names = _names(food)
    written = max((name for name in names if name in text), key=len, default="")
    others = [name for name in names if name != written]
    if len(written) < _SHORTEST or not others:
        return text
    return text.replace(written, dice.choice(others), 1)


def _of_food(food: Food, dice: random.Random) -> Iterator[Pair]:
    for word in food.also:
        yield Pair(food.name, word)
    if food.parent is not None:
        yield Pair(food.name, food.parent)
    if dice.random() < _BROADLY:
        yield Pair(food.name, dice.choice((food.family, food.category)))
    if food.of:
        yield Pair(food.name, dice.choice(food.of))
    if food.instead:
        yield Pair(food.name, dice.choice(food.instead))
    yield Pair(food.name, mistyped(dice.choice(_names(food)), dice))


def _called(food: Food, dice: random.Random) -> str:
    if food.parent is not None and dice.random() < _BY_KIND:
        return food.parent
    return dice.choice(_names(food))


def _names(food: Food) -> tuple[str, ...]:
    return (food.name, *food.also)


def _of_recipe(recipe: Recipe, dice: random.Random) -> Iterator[Pair]:
    listed = list(recipe.ingredients)
    if len(listed) >= 3:
        dice.shuffle(listed)
        yield Pair(recipe.title, " ".join(listed[:_MOST_INGREDIENTS]))
        yield Pair(recipe.title, dice.choice(listed))
    if recipe.about:
        yield Pair(recipe.title, recipe.about)
    yield Pair(recipe.title, mistyped(recipe.title, dice))


def _of_product(name: str, dice: random.Random) -> Iterator[Pair]:
    text = cleaned(name)
    whole = name if dice.random() < _RAW_NAMES else _shortened(text, dice)
    yield Pair(whole, _shortened(text, dice))
    if dice.random() < 0.5:
        yield Pair(text, mistyped(_shortened(text, dice), dice))


def _shortened(text: str, dice: random.Random) -> str:
    """Leave out about a third of the words; the last is the most telling and stays if all go."""
    words = text.split()
    if len(words) < 3:
        return text
    return " ".join([w for w in words if dice.random() < _KEPT_WORDS] or words[-1:])
