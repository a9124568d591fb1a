"""How fast the search answers and completes among 200,000 documents, beside plain SQLite."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.hangul import first_sounds, to_latin_keys
from eats_desktop.domain.search import (
    FOOD_SECTIONS,
    DocumentKey,
    DocumentKind,
    SearchDocument,
    SearchFilter,
)
from eats_desktop.paths import resources
from eats_desktop.search.foods import Foods
from eats_desktop.services.document_search import DocumentSearch
from eats_desktop.services.search_index import SearchIndex
from eats_desktop.services.search_memory import SearchMemory
from eats_desktop.services.suggest_service import SuggestService
from eats_desktop.storage.databases import Databases
from eats_desktop.storage.driver import sqlite_driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_KINDS = (DocumentKind.TV, DocumentKind.MALL, DocumentKind.RECIPE)
_BEFORE = ("햇살", "들녘", "바다골", "새벽", "산마루", "갓 지은", "국산", "손질", "매콤한", "순한")
_AFTER = ("세트", "모음", "특가", "선물세트", "가정용", "골라담기", "한 상", "도시락", "", "")


def figures(folder: Path, documents: int = 200_000, queries: int = 200) -> Sequence[Figure]:
    lexicon = FoodLexicon.load(resources() / "food")
    names = sorted(name for name in lexicon.foods if len(name) > 1)
    made = list(_documents(names, documents))
    databases = Databases.open(folder, ())
    foods = Foods(lambda: lexicon)
    index = SearchIndex(databases.search_index, lambda: None)
    writing = seconds(lambda: index.index_documents(made))
    memory = SearchMemory(databases.search, foods, lambda: None)
    search = DocumentSearch(databases.search, foods, memory)
    suggest = SuggestService(memory.vocabulary, foods)
    asked = list(_queries(names, queries))
    memory.vocabulary()
    try:
        with closing(_Plain(folder / "plain.db", made)) as plain:
            over = f"문서 {documents:,}개, 물음 {queries}번"
            found = _p95(lambda q: search.find(q, FOOD_SECTIONS, SearchFilter()), asked)
            typed = [query[:length] for query in asked for length in (1, 2, len(query))]
            return (
                Figure("검색 p95", found, "ms", "LIKE", _p95(plain.like, asked[:20]), over),
                Figure("검색 p95", found, "ms", "FTS5 trigram", _p95(plain.match, asked), over),
                Figure(
                    "자동 완성 p95", _p95(suggest.suggest, typed), "ms",
                    "LIKE", _p95(plain.like_start, typed[:20]), over,
                ),
                Figure(
                    "색인 쓰기", documents / writing, "문서/초",
                    "FTS5 trigram", documents / plain.writing_s, f"문서 {documents:,}개",
                ),
            )  # fmt: skip
    finally:
        databases.close()


def _documents(names: Sequence[str], count: int) -> Iterator[SearchDocument]:
    rng = random.Random(7)  # noqa: S311  the same documents every time
    for number in range(count):
        food = rng.choice(names)
        words = (rng.choice(_BEFORE), rng.choice(names), food, rng.choice(_AFTER))
        key = DocumentKey(_KINDS[number % len(_KINDS)], "bench", str(number))
        yield SearchDocument(key, " ".join(words).strip(), concepts=(food,))


def _queries(names: Sequence[str], count: int) -> Iterator[str]:
    """Yield what shoppers type: words, two words, typos, first sounds, the other keyboard."""
    rng = random.Random(11)  # noqa: S311
    ways: tuple[Callable[[str], str], ...] = (
        lambda name: name,
        lambda name: name[:2],
        lambda name: f"{rng.choice(_BEFORE)} {name}",
        lambda name: name[:-1] + chr(ord(name[-1]) + (1 if ord(name[-1]) < ord("힣") else -1)),
        first_sounds,
        to_latin_keys,
    )
    for number in range(count):
        yield ways[number % len(ways)](rng.choice(names))


def _p95(ask: Callable[[str], object], queries: Sequence[str]) -> float:
    return share([seconds(lambda q=query: ask(q)) for query in queries], 0.95) * 1000  # type: ignore[misc]


class _Plain:
    """The same titles in one table and one FTS5 trigram index, as SQLite offers them."""

    def __init__(self, path: Path, documents: Sequence[SearchDocument]) -> None:
        self._connection = sqlite_driver.connect(str(path))
        self._connection.execute(
            "CREATE VIRTUAL TABLE plain USING fts5(title, tokenize = 'trigram')"
        )
        rows = [(document.title,) for document in documents]
        self.writing_s = seconds(
            lambda: self._connection.executemany("INSERT INTO plain VALUES (?)", rows)
        )

    def like(self, query: str) -> object:
        return self._ask("SELECT title FROM plain WHERE title LIKE ? LIMIT 50", f"%{query}%")

    def like_start(self, query: str) -> object:
        return self._ask("SELECT DISTINCT title FROM plain WHERE title LIKE ? LIMIT 8", f"{query}%")

    def match(self, query: str) -> object:
        quoted = '"' + query.replace('"', '""') + '"'
        return self._ask(
            "SELECT title FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 50", quoted
        )

    def _ask(self, sql: str, value: str) -> object:
        return self._connection.execute(sql, (value,)).fetchall()

    def close(self) -> None:
        self._connection.close()
