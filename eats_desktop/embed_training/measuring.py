"""Ranks the evaluation sets by vectors alone: the figures of the model card."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

_TOP = 10
_PRODUCTS, _RECIPES = ("corpus_products", "text"), ("corpus_recipes", "title")
_INGREDIENTS = ("corpus_ingredients", "text")


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    kind: str
    relevant: frozenset[str]
    hard: frozenset[str]
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    queries: tuple[Query, ...]


def tasks(folder: Path) -> Iterator[Task]:
    """Read the development halves; T4h asks only for substitutes that share no letters."""
    similar = _queries(folder, "product_to_similar_products")
    yield _task(folder, "T1a product to products", _PRODUCTS, similar)
    words = _queries(folder, "synonym_keyword_or_product_to_products")
    for kind in ("keyword", "product"):
        chosen = [q for q in words if q.kind == kind]
        yield _task(folder, f"T1b other words, {kind}", _PRODUCTS, chosen)
    yield _task(folder, "T2a dish to recipes", _RECIPES, _queries(folder, "dish_to_recipes"))
    other = _queries(folder, "paraphrase_to_recipes")
    yield _task(folder, "T2b paraphrase to recipes", _RECIPES, other)
    typos = _queries(folder, "typo_to_recipes")
    for kind in ("curated", "generated"):
        chosen = [q for q in typos if q.kind == kind]
        yield _task(folder, f"T3 typos, {kind}", _RECIPES, chosen)
    swaps = _queries(folder, "ingredient_to_substitutes")
    yield _task(folder, "T4 substitutes", _INGREDIENTS, swaps)
    hard = [
        replace(q, relevant=q.hard, excluded=q.excluded | (q.relevant - q.hard))
        for q in swaps
        if q.hard
    ]
    yield _task(folder, "T4h substitutes, other words", _INGREDIENTS, hard)


def measured(folder: Path, embed: Callable[[Sequence[str]], Any]) -> dict[str, dict[str, float]]:
    figures = {}
    for task in tasks(folder):
        scores = embed([q.text for q in task.queries]) @ embed(task.texts).T
        figures[task.name] = judged(task, scores)
    return figures


def judged(task: Task, scores: Any) -> dict[str, float]:
    """Return recall@10 (of at most ten) and nDCG@10; a score of 0 finds nothing."""
    places = {found: i for i, found in enumerate(task.ids)}
    gained = [
        _gain(row.astype(np.float64), query, places)
        for row, query in zip(scores, task.queries, strict=True)
    ]
    recall, ndcg = np.mean(gained, axis=0)
    return {
        "queries": len(gained),
        "recall_at_10": round(float(recall), 3),
        "ndcg_at_10": round(float(ndcg), 3),
    }


def _gain(row: Any, query: Query, places: Mapping[str, int]) -> tuple[float, float]:
    row[[places[found] for found in query.excluded]] = -np.inf
    relevant = {places[found] for found in query.relevant}
    top = np.lexsort((np.arange(len(row)), -row))[:_TOP]
    hits = np.array([at in relevant and row[at] != 0 and np.isfinite(row[at]) for at in top])
    most = min(len(relevant), _TOP)
    discounts = 1 / np.log2(np.arange(2, _TOP + 2))
    return hits.sum() / most, (hits * discounts).sum() / discounts[:most].sum()


def _task(folder: Path, name: str, corpus: tuple[str, str], queries: Sequence[Query]) -> Task:
    file, field = corpus
    with gzip.open(folder / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return Task(name, tuple(r["id"] for r in rows), tuple(r[field] for r in rows), tuple(queries))


def _queries(folder: Path, name: str) -> list[Query]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Query(
            row["query"],
            row.get("kind", ""),
            frozenset(row["rel"]),
            frozenset(row.get("hard", ())),
            frozenset(row.get("exclude", ())),
        )
        for row in map(json.loads, lines)
    ]
