"""A real search index in a directory of the test's own, filled through its public door."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.search import (
    DocumentKey,
    DocumentKind,
    SearchDocument,
    SearchFilter,
    Section,
)
from eats_desktop.search.foods import Foods
from eats_desktop.services.document_search import DocumentSearch
from eats_desktop.services.search_index import SearchIndex
from eats_desktop.services.search_memory import SearchMemory
from eats_desktop.services.suggest_service import SuggestService
from tests.helpers.storage_builders import opened

ALL = SearchFilter()


def document(title, kind="mall", item=None, **fields):
    return SearchDocument(DocumentKey(DocumentKind(kind), "test", item or title), title, **fields)


def grams(value):
    return Amount(Decimal(value), Unit.GRAM, None)


class Searching:
    def __init__(self, databases, lexicon=None, embedder=None, themes=None):
        self.databases = databases
        self.foods = Foods(lambda: lexicon, lambda: themes)
        self.index = SearchIndex(databases.search_index, lambda: embedder)
        memory = SearchMemory(databases.search, self.foods, lambda: embedder)
        self.search = DocumentSearch(databases.search, self.foods, memory)
        self.suggest = SuggestService(memory.vocabulary, self.foods)
        self.vocabulary = memory.vocabulary

    def put(self, *documents):
        self.index.index_documents(documents)

    def find(self, query, *, section=Section.PRODUCTS, narrowed=ALL):
        return self.search.find(query, (section,), narrowed)

    def answers(self, query, **options):
        (found,) = self.find(query, **options).answers.values()
        return found

    def titles(self, query, **options):
        return [answer.document.title for answer in self.answers(query, **options)]

    def suggested(self, prefix, limit=8):
        return [suggestion.text for suggestion in self.suggest.suggest(prefix, limit)]


@contextmanager
def searching(folder, *documents, lexicon=None, embedder=None, themes=None):
    with opened(folder) as databases:
        found = Searching(databases, lexicon, embedder, themes)
        found.put(*documents)
        yield found
