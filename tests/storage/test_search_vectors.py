"""The meanings of documents: near ones are found, and the tables follow the model that is used."""

from __future__ import annotations

import numpy as np
import pytest

from eats_desktop.domain.search import (
    DocumentKey,
    DocumentKind,
    SearchDocument,
    SearchFilter,
    Section,
)
from eats_desktop.search.indexing import index_entry
from eats_desktop.search.nearest import meanings
from tests.helpers.storage_builders import opened, rows

MANY = 2500
ROOM = 300


def key(item, kind="mall"):
    return DocumentKey(DocumentKind(kind), "test", str(item))


def directions(count, dimension=256, seed=7):
    """Groups of about fifty that point nearly the same way, as texts of one food do."""
    chance = np.random.default_rng(seed)
    centres = chance.standard_normal((max(1, count // 50), dimension))
    found = centres[np.arange(count) % len(centres)]
    found = found + 0.6 * chance.standard_normal((count, dimension))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def put(databases, vectors, *, model="one", kind="mall", first=0):
    stored = {key(first + n, kind): one for n, one in enumerate(meanings(vectors))}
    entries = [index_entry(SearchDocument(one, f"이름 {one.item}")) for one in stored]
    known = {one: meaning for one, meaning in stored.items() if meaning is not None}
    for at in range(0, len(entries), 200):
        some = entries[at : at + 200]
        held = {e.document.key: known[e.document.key] for e in some if e.document.key in known}
        databases.search_index.put(some, held, model)


def near(databases, vector, section=Section.PRODUCTS, limit=ROOM):
    """The items near a vector with their cosines, the nearest first."""
    (meaning,) = meanings(vector[None])
    found = databases.search.nearest(meaning, section, limit)
    documents = {
        d.row: d.key.item for d in databases.search.of_rows([*found], section, SearchFilter())
    }
    return {documents[row]: found[row] for row in sorted(found, key=lambda row: -found[row])}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("vectors")) as databases:
        put(databases, directions(MANY))
        yield databases


def test_the_ten_nearest_of_a_look_at_signs_are_the_ten_nearest_of_all(filled):
    stored = directions(MANY)
    asked = stored[::100] + 0.02 * directions(len(stored[::100]), seed=3)
    held = 0
    for vector in asked:
        wanted = np.argsort(-(stored @ vector), kind="stable")[:10]
        held += len({str(n) for n in wanted} & set([*near(filled, vector)][:10]))
    assert held / (10 * len(asked)) >= 0.98


def test_a_cosine_is_the_one_of_the_vectors(filled):
    stored = directions(MANY)
    for item, cosine in near(filled, stored[3]).items():
        assert cosine == pytest.approx(stored[int(item)] @ stored[3], abs=1e-5)


def test_a_limit_keeps_to_the_nearest_signs(filled):
    stored = directions(MANY)
    assert next(iter(near(filled, stored[5], limit=1))) == "5"
    assert len(near(filled, stored[5], limit=7)) == 7


def test_a_section_is_looked_through_without_the_others(databases):
    vectors = directions(60)
    put(databases, vectors[:30])
    put(databases, vectors[30:], kind="recipe", first=30)
    assert set(near(databases, vectors[0])) <= {str(n) for n in range(30)}
    assert "40" in near(databases, vectors[40], Section.RECIPES)
    assert near(databases, vectors[0], Section.BROADCASTS) == {}


def test_a_text_without_a_direction_is_stored_without_a_meaning(databases):
    vectors = directions(3)
    vectors[1] = 0
    put(databases, vectors)
    assert set(near(databases, vectors[0])) == {"0", "2"}
    (meaning,) = meanings(vectors[:1])
    held = [row for (row,) in rows(databases.catalog, 'SELECT "row" FROM search_document')]
    assert len(held) == 3
    assert len(databases.search.cosines(meaning, held)) == 2


def test_a_document_put_again_has_only_its_new_meaning(databases):
    vectors = directions(20)
    put(databases, vectors)
    put(databases, -vectors[:1])
    assert near(databases, vectors[0])["0"] == pytest.approx(-1, abs=1e-5)
    assert next(iter(near(databases, -vectors[0]))) == "0"
    assert rows(databases.catalog, "SELECT count(*) FROM search_sign") == [(20,)]


def test_a_deleted_document_is_near_nothing(databases):
    vectors = directions(20)
    put(databases, vectors)
    databases.search_index.delete([key(4), key("unknown")])
    assert "4" not in near(databases, vectors[4])
    for name in ("search_sign", "search_vector", "search_document"):
        assert rows(databases.catalog, f"SELECT count(*) FROM {name}") == [(19,)]


@pytest.mark.parametrize("dimension", [256, 384, 768, 100])
def test_another_model_makes_the_tables_anew(databases, dimension):
    put(databases, directions(20))
    assert near(databases, directions(20)[0])
    others = directions(20, dimension, seed=9)
    put(databases, others[10:], model="two", first=10)
    assert databases.search.model_id() == "two"
    assert set(near(databases, others[12])) <= {str(n) for n in range(10, 20)}
    put(databases, others[:10], model="two")
    assert next(iter(near(databases, others[2]))) == "2"
    assert rows(databases.catalog, "SELECT count(*) FROM search_sign") == [(20,)]


def test_the_tables_of_another_model_are_there_after_a_restart(tmp_path):
    vectors = directions(5, 384)
    with opened(tmp_path) as databases:
        put(databases, vectors, model="two")
    with opened(tmp_path) as databases:
        assert next(iter(near(databases, vectors[2]))) == "2"
        assert databases.integrity_problems() == ()


def test_a_batch_that_is_refused_leaves_nothing(databases):
    put(databases, directions(5))
    with pytest.raises(Exception, match=r"[Dd]imension"):
        put(databases, directions(5, 384), first=5)
    assert rows(databases.catalog, "SELECT count(*) FROM search_sign") == [(5,)]
    assert rows(databases.catalog, "SELECT count(*) FROM search_document") == [(5,)]


def test_what_is_put_and_deleted_for_months_does_not_fill_the_file(databases):
    put(databases, directions(200))
    for day in range(1, 31):
        put(databases, directions(200, seed=day), first=day * 200)
        databases.search_index.delete([key(n) for n in range((day - 1) * 200, day * 200)])
    assert rows(databases.catalog, "SELECT count(*) FROM search_sign_chunks")[0][0] <= 2
