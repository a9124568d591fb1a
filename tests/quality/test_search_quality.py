"""Our own queries over our own documents: each class of them must be found among the first ten."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from eats_desktop.classify.amount import read_amount
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.search import Section
from eats_desktop.search.embedding import open_embedder
from tests.helpers.searching import ALL, document, searching

HERE = Path(__file__).parent / "search"
LEAST = {"meaning": 0.6}
"""What words alone do not tell rests on the small model; the other classes need 0.95."""
WITHOUT_RESULT = 0.02


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def queries():
    found = defaultdict(list)
    for line in lines("queries.txt"):
        kind, query, *wanted = (part.strip() for part in line.split("|"))
        found[kind].append((query, wanted))
    return found


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    lexicon = FoodLexicon.load(HERE)
    documents = []
    for line in lines("documents.txt"):
        kind, title = line.split(" ", 1)
        foods = [up for food in lexicon.find(title) for up in lexicon.ancestors(food.name)]
        made = {"concepts": tuple(dict.fromkeys(foods)), "amount": read_amount(title)}
        documents.append(document(title, kind, **made))
    folder = tmp_path_factory.mktemp("shop")
    with searching(folder, *documents, lexicon=lexicon, embedder=open_embedder("")) as found:
        yield found


def first_ten(shop, query):
    """The best ten of products and recipes together, as one list."""
    found = shop.search.find(query, (Section.PRODUCTS, Section.RECIPES), ALL)
    both = [answer for answers in found.answers.values() for answer in answers]
    both.sort(key=lambda answer: -answer.score)
    return [answer.document.title for answer in both[:10]]


def test_there_are_enough_queries():
    assert sum(map(len, queries().values())) >= 60


@pytest.mark.parametrize("kind", sorted(queries()))
def test_queries_of_a_class_are_answered(shop, kind):
    missed, recalls = {}, []
    for query, wanted in queries()[kind]:
        titles = first_ten(shop, query)
        recalls.append(len(set(wanted) & set(titles)) / len(wanted))
        if recalls[-1] < 1:
            missed[query] = titles
    assert sum(recalls) / len(recalls) >= LEAST.get(kind, 0.95), missed


def test_nearly_no_query_is_without_a_result(shop):
    asked = [query for some in queries().values() for query, _ in some]
    empty = [query for query in asked if not first_ten(shop, query)]
    assert len(empty) / len(asked) <= WITHOUT_RESULT, empty
