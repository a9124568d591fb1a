"""Pages over sections, and the index that follows the catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.search import (
    FOOD_SECTIONS,
    DocumentKey,
    DocumentKind,
    SearchDocument,
    SearchFilter,
    Section,
)
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.services.catalogue_indexing import CatalogueIndexing
from eats_desktop.services.search_hits import HitReader
from eats_desktop.services.search_service import SearchService
from tests.helpers.listings import at, product
from tests.helpers.searching import Searching, document
from tests.helpers.storage_builders import FOOD, OTHER, airing, key, opened, put

NOW = at(12)
SUPPLEMENT = replace(OTHER, kind=FoodKind.SUPPLEMENT)
LEEKS = """
category = "채소"
["파"]
kind = "ingredient"
"대파" = { also = "파" }
["과자"]
kind = "prepared"
"파이" = {}
"""


class Shop:
    """Broadcasts, mall products and recipes, indexed as the program does."""

    def __init__(self, databases, lexicon=None):
        self.databases = databases
        self.searching = Searching(databases, lexicon)
        self.service = SearchService(
            self.searching.search, HitReader(databases.search_hits, ManualClock(NOW))
        )
        self.indexing = CatalogueIndexing(
            databases.search_upkeep, self.searching.index, self.searching.foods, lambda _: FOOD
        )

    def mall(self, *names, reading=FOOD):
        listed = [product(name, name, source="kok") for name in names]
        with self.databases.writer.transaction() as tx:
            tx.save_mall(listed, {key(each): reading for each in listed}, at(6))

    def catch_up(self):
        while self.indexing.step():
            continue

    def recipes(self, *titles):
        documents = [document(title, "recipe") for title in titles]
        self.databases.recipes.save(
            [
                FullRecipe(RecipeKey(d.key.source, d.key.item), d.title, d.title, ())
                for d in documents
            ]
        )
        self.searching.put(*documents)

    def shown(self, query, **options):
        hits = self.service.search(query, **options).hits
        return [_name(hit) for hit in hits]


def _name(hit):
    if hasattr(hit, "broadcast"):
        return f"방송 {hit.broadcast.starts_at:%H} {hit.broadcast.display_title}"
    return hit.product.name if hasattr(hit, "product") else f"요리 {hit.title}"


@pytest.fixture
def shop(tmp_path):
    with opened(tmp_path) as databases:
        yield Shop(databases)


def test_one_query_finds_broadcasts_products_and_recipes(shop):
    put(shop.databases, airing(at(13), product("1", "묵은 김치")))
    shop.mall("김치 5kg")
    shop.recipes("김치전")
    shop.catch_up()
    assert shop.shown("김치") == ["방송 13 묵은 김치", "김치 5kg", "요리 김치전"]
    assert shop.shown("김치", scope="recipes") == ["요리 김치전"]
    assert shop.service.search("김치").totals == dict.fromkeys(FOOD_SECTIONS, 1)


def test_supplements_are_shown_only_when_they_are_asked_for(shop):
    shop.mall("루테인 김치")
    shop.mall("루테인 60캡슐", reading=SUPPLEMENT)
    shop.catch_up()
    asked = SearchFilter(include_supplements=True)
    assert shop.shown("루테인") == ["루테인 김치"]
    assert set(shop.shown("루테인", narrowed=asked)) == {"루테인 김치", "루테인 60캡슐"}
    assert set(shop.shown("루테인", scope="products", narrowed=asked)) == {
        "루테인 김치",
        "루테인 60캡슐",
    }
    assert shop.shown("루테인", scope="recipes", narrowed=asked) == []
    assert shop.service.search("루테인", narrowed=asked).totals[Section.PRODUCTS] == 2
    assert "60캡슐" not in shop.searching.vocabulary()


def test_a_supplement_that_is_read_as_food_is_found_as_food(shop):
    shop.mall("홍삼 절편", reading=SUPPLEMENT)
    shop.catch_up()
    assert shop.shown("홍삼") == []
    shop.mall("홍삼 절편", reading=replace(FOOD, model_version="newer"))
    shop.catch_up()
    asked = SearchFilter(include_supplements=True)
    assert shop.shown("홍삼") == shop.shown("홍삼", narrowed=asked) == ["홍삼 절편"]


def test_pages_are_disjoint_and_together_everything(shop):
    put(shop.databases, *(airing(at(h), product(str(h), f"김치 {h}")) for h in range(13, 20)))
    shop.mall(*(f"김치 {n}호" for n in range(9)))
    shop.recipes(*(f"김치전 {n}" for n in range(4)))
    shop.catch_up()
    pages = [shop.shown("김치", limit=6, offset=6 * n) for n in range(5)]
    together = [name for page in pages for name in page]
    assert [len(page) for page in pages] == [6, 6, 6, 2, 0]
    assert len(set(together)) == 20
    assert pages == [shop.shown("김치", limit=6, offset=6 * n) for n in range(5)]
    assert {name.split()[0] for name in pages[0]} == {"방송", "김치", "요리"}


def test_a_weak_hit_on_air_does_not_pass_a_strong_one(tmp_path):
    (tmp_path / "food.toml").write_text(LEEKS, encoding="utf-8")
    with opened(tmp_path / "data") as databases:
        shop = Shop(databases, FoodLexicon.load(tmp_path))
        pie, leek = product("1", "파이 한 상자"), product("2", "손질 대파")
        put(databases, airing(at(11, 30), pie), airing(at(14), leek))
        for each, food in ((pie, "파이"), (leek, "대파")):
            place = DocumentKey(DocumentKind.TV, each.source, each.product_id)
            shop.searching.put(SearchDocument(place, each.name, concepts=(food,)))
        assert shop.shown("파") == ["방송 14 손질 대파", "방송 11 파이 한 상자"]


def test_a_product_beside_another_says_so(shop):
    put(shop.databases, airing(at(13), product("1", "손질 고등어"), product("2", "소면")))
    shop.catch_up()
    (hit,) = shop.service.search("소면").hits
    assert hit.why == ("함께 방송하는 “소면”", "이름에 “소면”")


def test_the_index_follows_names_and_forgets_what_is_gone_or_no_food(shop):
    shop.mall("햅쌀 10kg", "무화과 잼")
    shop.catch_up()
    assert shop.shown("무화과") == ["무화과 잼"]
    shop.mall("무화과 잼", reading=OTHER)
    shop.catch_up()
    assert shop.shown("무화과") == []
    assert shop.searching.databases.search.keys(DocumentKind.MALL) == [
        DocumentKey(DocumentKind.MALL, "kok", "햅쌀 10kg")
    ]


def test_a_guide_title_without_products_is_found(shop):
    put(shop.databases, airing(at(13), title="아침 장보기"))
    shop.catch_up()
    assert shop.shown("장보기") == ["방송 13 아침 장보기"]


def test_what_is_indexed_is_not_indexed_again(shop):
    shop.mall("햅쌀 10kg")
    shop.catch_up()
    before = shop.databases.search.changes()
    assert shop.indexing.step() is False
    assert shop.databases.search.changes() == before


@pytest.mark.parametrize("query", ["", "  ", "\n"])
def test_nothing_asked_is_asked_for_again(shop, query):
    with pytest.raises(InputError):
        shop.service.search(query)
