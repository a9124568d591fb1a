"""Every product has a picture of its kind, told from its name."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.paths import resources
from eats_desktop.viewmodels.pictures import drawing, photo_address, recipe_photo

FOLDER = resources() / "pictures"
CATALOGUE = load_catalogue()
FOODS = [product for product in CATALOGUE.products if product.sort == "food"]
OF_TOPIC = {
    "seafood": {
        "fish", "dried_fish", "shellfish", "shrimp", "squid", "crab", "seaweed", "side_dish",
    },
    "meat": {"beef", "pork", "chicken", "ham", "meal"},
    "kimchi": {"kimchi", "vegetable"},
    "vegetables": {"vegetable", "root", "mushroom", "corn"},
    "grains": {"rice", "beans", "rice_cake"},
    "prepared": {"soup", "meal", "dumpling", "rice"},
    "noodles": {"noodle"},
    "nuts": {"nuts"},
    "oils": {"oil", "sauce", "honey"},
    "sidedishes": {"side_dish", "fish"},
    "tofu_eggs_dairy": {"tofu", "dairy", "soup", "egg"},
    "drinks_snacks": {"juice", "snack", "rice", "coffee_tea"},
}  # fmt: skip


def test_a_recipe_shows_the_picture_it_came_with():
    stew = FullRecipe(RecipeKey("cookrcp01", "1"), "찌개", "찌개", ())
    assert recipe_photo(None) == recipe_photo(stew) == ""
    pictured = replace(stew, image_url="http://www.foodsafetykorea.go.kr/a b.png")
    wanted = "image://photo/cookrcp01/https%3A%2F%2Fwww.foodsafetykorea.go.kr%2Fa%20b.png"
    assert recipe_photo(pictured) == wanted


@pytest.mark.parametrize("product", FOODS, ids=lambda product: product.nick)
def test_every_food_of_the_demonstration_has_a_drawing_that_fits_it(product):
    kind = drawing(product.name)
    if product.topic == "fruit":
        assert kind.startswith("fruit_")
    else:
        assert kind in OF_TOPIC[product.topic]


def test_short_names_of_programme_guides_are_understood_too():
    assert [product.nick for product in FOODS if drawing(product.nick) == "unknown"] == []


def test_packs_and_mall_products_have_a_drawing():
    names = [pack.name for product in FOODS for pack in product.packs]
    names += [product.name for product in CATALOGUE.mall]
    assert [name for name in names if drawing(name) == "unknown"] == []


def test_health_products_are_pills_and_other_goods_a_basket():
    shown = {(p.sort.value, drawing(p.name)) for p in CATALOGUE.products if p.sort != "food"}
    assert shown == {("health", "pill"), ("other", "basket")}


def test_every_kind_of_the_table_has_its_drawing_and_every_drawing_its_words():
    table = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
    drawn = {path.stem for path in FOLDER.glob("*.svg")}
    assert drawn == (set(table) - {"traps"}) | {"unknown"}


def test_no_word_stands_for_two_kinds_and_short_ones_never_fire_inside_others():
    table = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
    del table["traps"]
    words = [word for group in table.values() for word in group["words"]]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
    assert [word for word in words if len(word) < 2] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("고등어 김치찜 500g", "meal"),
        ("김치 고등어", "fish"),
        ("닭가슴살 소시지", "ham"),
        ("소고기 미역국", "soup"),
        ("미역국수 27팩", "noodle"),
        ("등심 돈까스 + 소스 8개", "meal"),
        ("연어 스테이크 150g x 10팩", "fish"),
        ("부채살 스테이크", "beef"),
        ("돼지 갈비 1kg", "pork"),
        ("딸기맛 우유", "dairy"),
        ("국거리용 한우", "beef"),
        ("[김마루] 시원한 냉면", "noodle"),
        ("[제주감귤] 10kg", "fruit_citrus"),
        ("배 7.5kg", "fruit_pear"),
        ("배추 3포기", "vegetable"),
        ("무료배송 사과", "fruit_apple"),
        ("굴 1kg", "shellfish"),
        ("굴비 20미", "dried_fish"),
        ("김 50장", "seaweed"),
        ("오징어 튀김", "meal"),
        ("중국 여행 3박 4일", "basket"),
        ("자동차 블랙박스", "basket"),
        ("천연 소가죽 소파", "basket"),
        ("김치냉장고", "basket"),
        ("황토 찜질기", "basket"),
        ("오리지널 커피 100포", "coffee_tea"),
        ("설탕 3kg", "sauce"),
        ("사탕 500g", "snack"),
        ("떡갈비 200g", "meal"),
        ("콜라겐 앰플 마스크팩", "basket"),
        ("중국", "unknown"),
        ("특집 방송", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_last_word_that_names_food_tells_the_kind(name, kind):
    assert drawing(name) == kind


def test_a_photo_address_carries_source_and_address_in_one_piece():
    url = "https://image.hmall.com/static/1/onair7.jpg?AR=0&SF=webp"
    found = photo_address("hmall", url)
    assert found.startswith("image://photo/hmall/https%3A%2F%2Fimage.hmall.com%2F")
    assert found.count("/") == 4
    assert photo_address("hmall", None) == ""
