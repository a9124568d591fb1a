"""Tells a raw ingredient (식재료) from prepared food (완제품) by name.

식재료 is what one cooks with: fresh, frozen, dried, salted or smoked produce, meat and fish, eggs
and milk, grains, beans, nuts, flours, oils, sauces, seasonings and stock, tofu, kimchi, plain
noodles and rice cakes for cooking. 완제품 is eaten as it is or after heating: soups, rice and
noodle dishes, grilled or braised dishes, dumplings, bread, sweets, snacks, drinks, and products
made from an ingredient that no longer are it (양파즙, 감자칩). A set of ingredients stays 식재료.

The lexicon's kind of the head food is the rule, and an explicit feature among others; the model
learns when names go against it (구운 김, 고등어 필렛, 갈비 세트) and decides where it is silent.
Shops and people draw the line elsewhere in places; `definition_says` tells where ours is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.classify.features import Features, ngrams
from eats_desktop.classify.linear import LinearModel
from eats_desktop.classify.names import normalised
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eats_desktop.classify.foods import FoodLexicon
    from eats_desktop.domain.food import NameReading

KIND = "kind"
_MARK = 0.2
_PREPARED = (
    *("즙", "주스", "두유", "음료", "찌개", "전골", "탕", "강된장", "만두", "교자", "까스"),
    *("찜", "볶음", "불고기", "구이", "갈비", "족발", "닭발", "홍어회", "굴비", "게장", "새우장"),
    *("육포", "먹태", "부각", "전병", "센베이", "양갱", "찰떡", "그래놀라", "초콜릿"),
)
_FOR_COOKING = ("가래떡", "떡국떡", "떡볶이떡", "조랭이떡", "파이지", "두부면", "견과")
_SETS = ("세트", "모음", "선물")
_RAW = ("냉동", "손질", "생물")
_SEASONING = ("양념", "소스", "육수", "스프")


class KindModel:
    def __init__(self, model: LinearModel, lexicon: FoodLexicon) -> None:
        self._model = model
        self._lexicon = lexicon
        self.version = model.version

    @classmethod
    def load(cls, folder: Path, lexicon: FoodLexicon) -> KindModel:
        """Read the trained model; ModelError when it is missing or not the one its card names."""
        return cls(LinearModel.load(folder), lexicon)

    def probability(self, name: str, words: NameReading) -> float:
        """Return the calibrated probability that a food of this name is a raw ingredient."""
        return self._model.probability(kind_features(name, words, self._lexicon))


def definition_says(name: str, words: NameReading) -> FoodKind | None:
    """Return the kind of sorts of food that shops file either way; None for all others.

    Juices, stews, dumplings, seasoned and cooked meat, fish in soy or dried as a snack, sweets are
    완제품 whatever they are made of. Plain rice cakes, dough, noodles of tofu, nuts, and raw
    ingredients sold as a set, frozen or cleaned, stay 식재료.
    """
    if not words.foods or words.kind is None:
        return None
    head, text = words.foods[0], normalised(name)
    if words.kind is FoodKind.PREPARED and head.endswith(_PREPARED):
        return None if text.endswith(_SEASONING) else FoodKind.PREPARED
    stays = head in _FOR_COOKING or any(word in text for word in (*_SETS, *_RAW))
    if words.kind is FoodKind.INGREDIENT and not words.derived and stays:
        return FoodKind.INGREDIENT
    return None


def kind_features(name: str, words: NameReading, lexicon: FoodLexicon) -> Features:
    """Return n-grams and what the lexicon says of the foods: the one definition for both sides."""
    return Features(ngrams(name), tuple(_marks(words, lexicon)), _MARK)


def _marks(words: NameReading, lexicon: FoodLexicon) -> Iterator[str]:
    if words.kind is None:
        yield "~unknown"
        return
    head = lexicon.foods[words.foods[0]]
    yield f"~kind:{words.kind.value}"
    yield f"~role:{head.role.value}"
    yield f"~role:{head.role.value}:{words.kind.value}"
    yield f"~category:{head.category}"
    yield f"~family:{head.category}/{head.family}"
    if words.derived:
        yield "~derived"
    for food in words.foods:
        yield f"~food:{food}"
    if len(words.foods) > 1:
        yield "~several"
