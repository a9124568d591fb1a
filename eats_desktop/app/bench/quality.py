"""How well names are understood, found and matched: evaluation sets beside their baselines.

Reads the sets of EATS_EVAL_DIR (else ../shared/eval); they are not part of the project. Recall at
10 is normalised by min(relevant, 10), so 1.0 can be reached. The baselines are those published
with the sets: of the engines compared there, the best on each set.
"""

from __future__ import annotations

import gzip
import json
import math
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eats_desktop.app.bench.figures import Figure
from eats_desktop.app.container import Container
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from eats_desktop.domain.search import (
    DocumentKey,
    DocumentKind,
    SearchDocument,
    SearchFilter,
    Section,
)
from eats_desktop.search.substitutes import Substitutes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_DEEP = 1000
_BATCH = 200
_BASELINES = {
    "T1a": ("학습한 정적 벡터", 0.518),
    "T1b-kw": ("학습한 정적 벡터", 0.200),
    "T1b-pr": ("학습한 정적 벡터", 0.202),
    "T2a": ("BM25 글자 두 개", 0.894),
    "T2b": ("학습한 정적 벡터", 0.398),
    "T3c": ("학습한 정적 벡터", 0.712),
    "T3g": ("자모 TF-IDF", 0.722),
    "T4": ("학습한 정적 벡터", 0.489),
    "T4h": ("학습한 정적 벡터", 0.268),
}
_NAMES = {
    "T1a": "방송 상품 → 콕 상품",
    "T1b-kw": "다른 말 → 콕 상품",
    "T1b-pr": "다른 말로 된 방송 상품 → 콕 상품",
    "T2a": "요리 이름 → 레시피",
    "T2b": "다른 말 → 레시피",
    "T3c": "오타(손으로 모음) → 레시피",
    "T3g": "오타(만들어 냄) → 레시피",
    "T4": "재료 → 대체 재료",
    "T4h": "재료 → 대체 재료(글자가 다름)",
}


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    relevant: frozenset[str]
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """Means over the queries of one set; `precision` of the first five answers, where any."""

    count: int
    recall: float
    ndcg: float
    mrr: float
    precision: float
    answered: float

    def figure(self, task: str) -> Figure:
        baseline, value = _BASELINES[task]
        more = (
            f"질의 {self.count}개, nDCG@10 {self.ndcg:.3f}, MRR {self.mrr:.3f}, "
            f"정밀도@5 {self.precision:.3f}, 답한 비율 {self.answered:.3f}"
        )
        return Figure(f"{_NAMES[task]} 재현율@10", self.recall, "", baseline, value, more)


def figures(folder: Path) -> Sequence[Figure]:
    return [score.figure(task) for task, score in scores(folder, evaluation_folder()).items()]


def evaluation_folder() -> Path:
    folder = Path(os.environ.get("EATS_EVAL_DIR", "../shared/eval"))
    if not folder.is_dir():
        raise InputError(f"평가 자료 폴더가 없어요: {folder} (EATS_EVAL_DIR로 알려 주세요)")
    return folder


def scores(folder: Path, data: Path) -> dict[str, Score]:
    """Index the corpora in an empty data directory and ask every set through the services."""
    box = Container.open(folder, None, ManualClock(datetime(2026, 11, 25, 10, tzinfo=KST)))
    try:
        _fill(box, data)
        return {task: score(ask, asked) for task, ask, asked in _tasks(box, data)}
    finally:
        box.close()


def score(ask: Callable[[str], Sequence[str]], queries: Sequence[Query]) -> Score:
    recall = ndcg = mrr = precision = 0.0
    answered = 0
    for query in queries:
        found = [key for key in ask(query.text) if key not in query.left_out][:10]
        hits = [key in query.relevant for key in found]
        most = min(10, len(query.relevant))
        recall += sum(hits) / most
        gain = sum(hit / math.log2(place + 2) for place, hit in enumerate(hits))
        ndcg += gain / sum(1 / math.log2(place + 2) for place in range(most))
        mrr += next((1 / (place + 1) for place, hit in enumerate(hits) if hit), 0.0)
        if found:
            answered += 1
            precision += sum(hits[:5]) / len(hits[:5])
    count = len(queries)
    return Score(
        count,
        recall / count,
        ndcg / count,
        mrr / count,
        precision / max(answered, 1),
        answered / count,
    )


def _tasks(
    box: Container, data: Path
) -> Iterator[tuple[str, Callable[[str], Sequence[str]], list[Query]]]:
    def recipes(text: str) -> Sequence[str]:
        return _found(box, text, Section.RECIPES)

    def products(text: str) -> Sequence[str]:
        return _found(box, text, Section.PRODUCTS)

    def counterparts(name: str) -> Sequence[str]:
        matches = box.food.similar.of_name(name, "mall", _DEEP)
        return [match.product.key.product_id for match in matches]

    pool = _rows(data / "corpus_ingredients.jsonl.gz")
    ranking = Substitutes(box.food.names.words.lexicon, box.food.embedder)

    def substitutes(ingredient: str) -> Sequence[str]:
        places = ranking.ranked(ingredient, [row["text"] for row in pool])
        return [pool[place]["id"] for place, _ in places]

    other = _rows(data / "synonym_keyword_or_product_to_products.jsonl")
    typos = _rows(data / "typo_to_recipes.jsonl")
    swaps = _rows(data / "ingredient_to_substitutes.jsonl")
    yield "T1a", counterparts, _raw(_rows(data / "product_to_similar_products.jsonl"))
    yield "T1b-kw", products, _queries([q for q in other if q["kind"] == "keyword"])
    yield "T1b-pr", counterparts, _raw([q for q in other if q["kind"] == "product"])
    yield "T2a", recipes, _queries(_rows(data / "dish_to_recipes.jsonl"))
    yield "T2b", recipes, _queries(_rows(data / "paraphrase_to_recipes.jsonl"))
    yield "T3c", recipes, _queries([q for q in typos if q["kind"] == "curated"])
    yield "T3g", recipes, _queries([q for q in typos if q["kind"] != "curated"])
    yield "T4", substitutes, _queries(swaps)
    yield "T4h", substitutes, _queries([q for q in swaps if q["hard"]], "hard")


def _found(box: Container, text: str, section: Section) -> Sequence[str]:
    found = box.food.documents.find(text, [section], SearchFilter(), _DEEP)
    return [answer.document.key.item for answer in found.answers[section]]


def _queries(rows: Sequence[dict[str, Any]], relevant: str = "rel") -> list[Query]:
    return [
        Query(row["query"], frozenset(row[relevant]), frozenset(row.get("exclude", ())))
        for row in rows
    ]


def _raw(rows: Sequence[dict[str, Any]]) -> list[Query]:
    return _queries([{**row, "query": row["raw"]} for row in rows])


def _fill(box: Container, data: Path) -> None:
    rows = _rows(data / "corpus_products.jsonl.gz")
    for at in range(0, len(rows), _BATCH):
        listed = [_listing(row) for row in rows[at : at + _BATCH]]
        readings = {ProductKey(p.source, p.product_id): box.food.names.read(p.name) for p in listed}
        with box.databases.writer.transaction() as transaction:
            transaction.save_mall(listed, readings, box.clock.now())
    while box.food.indexing.step():
        pass
    recipes = _rows(data / "corpus_recipes.jsonl.gz")
    box.food.index.index_documents([_recipe(box, row) for row in recipes])


def _listing(row: dict[str, Any]) -> ProductListing:
    return ProductListing(
        "kok", row["id"], row["name"], row["name"], ProductRole.MAIN, PriceKind.UNKNOWN
    )


def _recipe(box: Container, row: dict[str, Any]) -> SearchDocument:
    lexicon = box.food.names.words.lexicon
    foods = box.food.names.words.read(row["title"]).foods
    held = [food.name for line in row["ings"] for food in lexicon.find(line)]
    return SearchDocument(
        DocumentKey(DocumentKind.RECIPE, "eval", row["id"]),
        row["title"],
        tuple(row["ings"]),
        tuple(dict.fromkeys(up for food in foods for up in lexicon.ancestors(food))),
        tuple(dict.fromkeys(held)),
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    body = path.read_bytes()
    text = gzip.decompress(body) if path.suffix == ".gz" else body
    return [json.loads(line) for line in text.decode().splitlines()]
