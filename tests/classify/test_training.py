"""Training on a few invented names: the same data give the same bytes."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json

import pytest

from eats_desktop.classify.food import CARD, WEIGHTS, WORDS, LinearFoodClassifier
from eats_desktop.classify.lexicon import Lexicon
from eats_desktop.classify.training_data import Example, nicknames, with_unlabelled

pytest.importorskip("sklearn", reason="training needs the dependency group train")

FOODS = ("국수", "만두", "사과", "갈비", "김치", "전복", "두유", "호두")
OTHERS = ("냄비", "이불", "점퍼", "보험", "크림", "구두", "담요", "여행")
WORDS_TEXT = """
[food]
all = "국수 만두 사과 갈비 김치 전복 두유 호두"
[supplement]
all = "유산균 홍삼정"
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
    categories = [
        {"상품중분류명": category, "판매상품명": name}
        for words, category in ((FOODS, "일반식품"), (OTHERS, "주방용품"))
        for name in names(words, "별샘")
    ]
    aired = [
        {"product_name": name, "category": category}
        for words, category in ((FOODS, "식품"), (("유산균", "홍삼정"), "식품"), (OTHERS, "잡화"))
        for name in names(words, "숲샘")
    ]
    mall = [{"KOK_PRODUCT_NAME": f"강샘{name}", "KOK_STORE_NAME": "강샘"} for name in FOODS]
    products = folder / "products"
    (products / "tv_broadcast_products_food_labels.csv").write_bytes(table(labels))
    (products / "tv_names_25_categories.csv.gz").write_bytes(gzip.compress(table(categories)))
    (products / "mall_products_kok.csv").write_bytes(table(mall))
    (products / "mall_products_kurly.csv").write_bytes(table([{"이름": "통밀 국수"}]))
    groceries = table([{"product_name": f"{name} 한 봉"} for name in FOODS])
    (products / "grocery_names_to_ingredient.csv").write_bytes(groceries)
    (folder / "broadcasts" / "hsmoa_106_days.csv.gz").write_bytes(gzip.compress(table(aired)))
    ingredients = table([{"이름": name} for name in FOODS])
    (folder / "vocabulary" / "master_ingredients_981.csv").write_bytes(ingredients)
    return folder


def trained(data, out):
    from eats_desktop.classify import train

    out.mkdir()
    (out / WORDS).write_text(WORDS_TEXT, encoding="utf-8")
    assert train.main(["--data", str(data), "--out", str(out)]) == 0
    return out


def test_the_same_names_give_the_same_bytes(data, tmp_path):
    one, two = trained(data, tmp_path / "one"), trained(data, tmp_path / "two")
    assert (one / WEIGHTS).read_bytes() == (two / WEIGHTS).read_bytes()
    assert (one / CARD).read_bytes() == (two / CARD).read_bytes()


def test_a_trained_folder_is_read_and_its_card_tells_how_it_was_made(data, tmp_path):
    out = trained(data, tmp_path / "out")
    card = json.loads((out / CARD).read_text(encoding="utf-8"))
    assert LinearFoodClassifier.load(out).read("들깨만두").is_food
    assert not LinearFoodClassifier.load(out).read("겨울담요").is_food
    assert card["words"] == {"food": 8, "supplement": 2, "other": 8, "neutral": 0}
    assert card["words_sha256"] == hashlib.sha256(WORDS_TEXT.encode()).hexdigest()
    assert len(card["training_files_sha256"]) == 7
    assert {"grouped_folds", "grouped_folds_trusted", "nicknames", "nicknames_as_titles"} <= set(
        card["metrics"]
    )


def test_a_supplement_in_a_food_category_teaches_not_food(data):
    found = with_unlabelled(
        [], data, Lexicon.parse(WORDS_TEXT), lambda asked: [0.99 for _ in asked]
    )
    labels = {e.name: e.is_food for e in found if e.source == "aggregator"}
    assert not labels["[숲샘] 가 유산균 0팩"]
    assert labels["[숲샘] 가 만두 0팩"]


def test_a_nickname_has_no_brand_amount_or_gift():
    short = nicknames([Example("tv", "[들샘] 진한 나주곰탕 700g x 10팩 + 텀블러", is_food=True)])
    assert {e.name for e in short} == {"진한나주곰탕", "나주곰탕"}
