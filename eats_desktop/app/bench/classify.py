"""How fast product names are read as food or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, best_of, seconds
from eats_desktop.classify.features import ngrams
from eats_desktop.classify.food import FOOD, SUPPLEMENT, LinearFoodClassifier
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.lexicon import Lexicon, ListedWords
from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TIMES = 3


def figures(_folder: Path) -> Sequence[Figure]:
    catalogue = load_catalogue()
    names = [p.name for p in catalogue.products] + [p.name for p in catalogue.mall]
    models = resources() / "models"
    files = [*(models / FOOD).iterdir(), *(models / SUPPLEMENT).iterdir()]
    lexicon = Lexicon(FoodLexicon.load(resources() / "food"), ListedWords.load(models / FOOD))
    loading = best_of(_TIMES, lambda: LinearFoodClassifier.load(models, lexicon))
    packed = sum(path.stat().st_size for path in files)
    model = LinearFoodClassifier.load(models, lexicon)
    reading = best_of(_TIMES, lambda: [model.read(name) for name in names])
    cutting = best_of(_TIMES, lambda: [ngrams(name) for name in names])
    return (
        Figure(
            "식품 판별",
            len(names) / reading,
            "이름/초",
            "n-gram으로 자르기만",
            len(names) / cutting,
            f"이름 {len(names)}개",
        ),
        Figure(
            "식품 판별 모델 읽기",
            loading * 1000,
            "ms",
            "파일만 읽기",
            seconds(lambda: [path.read_bytes() for path in files]) * 1000,
            f"{packed >> 10} KiB",
        ),
    )
