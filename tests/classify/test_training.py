"""Training on a few invented names: the same data give the same bytes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil

import pytest

from eats_desktop.classify.food import FOOD, SUPPLEMENT, LinearFoodClassifier
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.kind import KIND, KindModel
from eats_desktop.classify.kind_data import Labelled
from eats_desktop.classify.kind_data import contradicts as contradicts_kind
from eats_desktop.classify.lexicon import WORDS, Lexicon, ListedWords
from eats_desktop.classify.linear import CARD, WEIGHTS
from eats_desktop.classify.reading import NameReader
from eats_desktop.classify.training_data import (
    Example,
    Shelf,
    contradicts,
    nicknames,
    with_unlabelled,
)
from eats_desktop.domain.food import FoodKind
from eats_desktop.paths import resources

pytest.importorskip("sklearn", reason="training needs the dependency group train")

FOODS = ("국수", "만두", "사과", "갈비", "김치", "전복", "두유", "호두")
OTHERS = ("냄비", "이불", "점퍼", "보험", "크림", "구두", "담요", "여행")
REMEDIES = ("유산균", "홍삼정")
RAW = ("사과", "갈비", "전복", "호두")
LEXICON = """
category = "먹거리"
["재료"]
kind = "ingredient"
"사과" = {{ made = "사과즙" }}
"갈비" = {{}}
"김치" = {{}}
"전복" = {{}}
"호두" = {{}}
["요리"]
kind = "prepared"
"국수" = {{}}
"만두" = {{}}
"두유" = {{}}
{more}
""".format(more='["약"]\nkind = "supplement"\n"유산균" = {}\n"홍삼정" = {}')
WORDS_TEXT = """
[other]
all = "냄비 이불 점퍼 보험 크림 구두 담요 여행"
"""


def table(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def names(words, brand):
    return [f"[{brand}] {kind} {word} {n}팩" for word in words for n, kind in enumerate("가나다라")]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    for part in ("products", "broadcasts", "vocabulary"):
        (folder / part).mkdir(parents=True)
    labels = [
        {"PRODUCT_NAME": name, "IS_FOOD": label, "LIVE_TITLE": title, "PROMOTION_TYPE": "main"}
        for words, label in ((FOODS, "식품"), (OTHERS, "비식품"))
        for name, title in zip(names(words, "들샘"), names(words, "달샘"), strict=True)
    ]
    shelves = ((FOODS, "일반식품"), (REMEDIES, "건강식품"), (OTHERS, "주방용품"))
    categories = [
        {"상품중분류명": category, "판매상품명": name}
        for words, category in shelves
        for name in names(words, "별샘")
    ]
    aired = [
        {"product_name": name, "category": category}
        for words, category in ((FOODS, "식품"), (REMEDIES, "식품"), (OTHERS, "잡화"))
        for name in names(words, "숲샘")
    ]
    kinds = [
        {"PRODUCT_NAME": name, "FINAL_PRED": "식재료" if word in RAW else "완제품"}
        for word in FOODS
        for name in names([word], "솔샘")
    ]
    mall = [{"KOK_PRODUCT_NAME": f"강샘{name}", "KOK_STORE_NAME": "강샘"} for name in FOODS]
    products = folder / "products"
    (products / "tv_broadcast_products_food_labels.csv").write_bytes(table(labels))
    (products / "tv_names_25_categories.csv.gz").write_bytes(gzip.compress(table(categories)))
    (products / "tv_food_ingredient_or_prepared.csv").write_bytes(table(kinds))
    (products / "mall_products_kok.csv").write_bytes(table(mall))
    fresh = [{"이름": "통밀 국수", "카테고리": "면"}, {"이름": "홍옥 사과", "카테고리": "채소"}]
    fresh.append({"이름": "사과즙 10포", "카테고리": "음료"})
    (products / "mall_products_kurly.csv").write_bytes(table(fresh))
    groceries = [
        {
            "product_name": f"{name} 한 봉",
            "category_large": "식료품",
            "item_type": "RAW_FRUIT" if name in RAW else "RTC_MEAL",
        }
        for name in FOODS
    ]
    groceries.append({"product_name": "유산균", "category_large": "기타", "item_type": "UNKNOWN"})
    (products / "grocery_names_to_ingredient.csv").write_bytes(table(groceries))
    (folder / "broadcasts" / "hsmoa_106_days.csv.gz").write_bytes(gzip.compress(table(aired)))
    ingredients = table([{"이름": name} for name in FOODS])
    (folder / "vocabulary" / "master_ingredients_981.csv").write_bytes(ingredients)
    return folder


def made(folder):
    """Return a folder of resources with a small lexicon and no model."""
    reading = folder / "food" / "reading"
    reading.mkdir(parents=True)
    (folder / "models" / FOOD).mkdir(parents=True)
    shutil.copy(resources() / "food" / "reading" / "words.toml", reading)
    (folder / "food" / "all.toml").write_text(LEXICON, encoding="utf-8")
    (folder / "models" / FOOD / WORDS).write_text(WORDS_TEXT, encoding="utf-8")
    return folder


def trained(data, out):
    from eats_desktop.classify import train, train_kind

    arguments = ["--data", str(data), "--resources", str(made(out))]
    assert train.main(arguments) == 0
    assert train_kind.main(arguments) == 0
    return out


def small(out):
    foods = FoodLexicon.load(out / "food")
    return foods, Lexicon(foods, ListedWords.load(out / "models" / FOOD))


def test_the_same_names_give_the_same_bytes(data, tmp_path):
    one, two = trained(data, tmp_path / "one"), trained(data, tmp_path / "two")
    for name in (FOOD, SUPPLEMENT, KIND):
        for file in (WEIGHTS, CARD):
            assert (one / "models" / name / file).read_bytes() == (
                two / "models" / name / file
            ).read_bytes()


def test_a_trained_folder_is_read_and_its_card_tells_how_it_was_made(data, tmp_path):
    out = trained(data, tmp_path / "out")
    foods, lexicon = small(out)
    reader = LinearFoodClassifier.load(out / "models", lexicon)
    card = json.loads((out / "models" / FOOD / CARD).read_text(encoding="utf-8"))
    assert reader.read("들깨만두").is_food
    assert not reader.read("겨울담요").is_food
    assert reader.read("별샘 유산균 2팩").kind is FoodKind.SUPPLEMENT
    assert reader.read("겨울담요").kind is None
    assert card["words"] == {"food": 9, "supplement": 2, "other": 8, "neutral": 0}
    assert card["vocabulary_sha256"] == lexicon.fingerprint()
    assert len(card["training_files_sha256"]) == 7
    assert {"grouped_folds", "grouped_folds_trusted", "nicknames", "nicknames_as_titles"} <= set(
        card["metrics"]
    )
    names = NameReader.load(out / "food")
    kind = KindModel.load(out / "models" / KIND, foods)
    for name, is_raw in (("산골 전복 3팩", True), ("산골 만두 3팩", False)):
        assert (kind.probability(name, names.read(name)) >= 0.5) is is_raw


def test_a_supplement_in_a_food_category_teaches_supplement(data, tmp_path):
    _, lexicon = small(made(tmp_path / "out"))
    found = with_unlabelled([], data, lexicon, lambda asked: [0.99 for _ in asked])
    shelves = {e.name: e.shelf for e in found if e.source == "aggregator"}
    assert shelves["[숲샘] 가 유산균 0팩"] is Shelf.SUPPLEMENT
    assert shelves["[숲샘] 가 만두 0팩"] is Shelf.FOOD


@pytest.mark.parametrize(
    ("name", "shelf", "is_against"),
    [
        ("유산균 30포", Shelf.FOOD, True),
        ("유산균 만두", Shelf.FOOD, False),
        ("사과즙 30포", Shelf.SUPPLEMENT, True),
        ("사과즙 30포", Shelf.NOT_FOOD, True),
        ("유산균 사과즙", Shelf.SUPPLEMENT, False),
        ("사과 냄비", Shelf.NOT_FOOD, False),
        ("만두 여행", Shelf.OTHER, False),
        ("사과", Shelf.OTHER, False),
        ("모르는 말", Shelf.SUPPLEMENT, False),
    ],
)
def test_a_label_is_against_the_definition_by_nouns_of_one_sort(tmp_path, name, shelf, is_against):
    _, lexicon = small(made(tmp_path / "out"))
    assert contradicts(Example("tv", name, shelf), lexicon) is is_against


@pytest.mark.parametrize(
    ("name", "is_ingredient", "is_against"),
    [
        ("산골 만두 3팩", True, True),
        ("산골 만두 3팩", False, False),
        ("전복 선물세트", False, True),
        ("전복 선물세트", True, False),
        ("전복", False, False),
        ("사과즙 30포", True, True),
        ("유산균 30포", False, True),
        ("전복 크림 냄비", True, True),
    ],
)
def test_a_kind_is_against_the_definition_by_an_explicit_rule(
    tmp_path, name, is_ingredient, is_against
):
    out = made(tmp_path / "out")
    _, lexicon = small(out)
    reader = NameReader.load(out / "food", lexicon.not_food)
    assert contradicts_kind(Labelled("tv", name, is_ingredient), reader, lexicon) is is_against


def test_a_nickname_has_no_brand_amount_or_gift():
    short = nicknames([Example("tv", "[들샘] 진한 나주곰탕 700g x 10팩 + 텀블러", Shelf.FOOD)])
    assert {e.name for e in short} == {"진한나주곰탕", "나주곰탕"}
