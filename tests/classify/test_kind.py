"""식재료 or 완제품: the rows of the known mistakes, and the written definition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eats_desktop.classify.kind import KIND, KindModel, definition_says
from eats_desktop.classify.linear import CARD
from eats_desktop.classify.product_reader import ProductReader
from eats_desktop.domain.food import FoodKind
from eats_desktop.paths import resources

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
INGREDIENTS = """
국산 차돌박이 500g|강릉 차조 1kg|한우 국거리 1kg|커피원두 1kg|냉면 육수|노르웨이 연어 필렛
영광 굴비 20미|햇양파 3kg|무항생제 계란 30구|볶음용 멸치 1kg|국산콩 두부 2모|포기김치 5kg
참기름 300ml 2병|토종 벌꿀 1kg|한우 등심 선물세트|손질 낙지 세트 10팩|쌀 떡국떡 1kg
생 우동면 5팩|찹쌀가루 1kg|냉동 블루베리 1kg|모짜렐라 치즈 1kg|건표고버섯 500g
"""
PREPARED = """
콩국수 세트|감자전 6팩|양파즙 30포|아이스 고구마|부대찌개 5팩|김치만두 1kg|소갈비찜 700g 5팩
등심돈까스 12팩|수제 양갱 20개|현미 전병 5봉|녹두빈대떡 10장|갈비탕 10팩|나주곰탕 700g 8팩
배즙 60포|감자칩 12봉|단팥빵 10개|순살 고등어구이 10팩|새우볶음밥 10봉|간장게장 2kg|한우 육포 10봉
"""


@pytest.fixture(scope="module")
def reader():
    return ProductReader.load(resources())


def lines(text):
    return [name for line in text.strip().splitlines() for name in line.split("|")]


@pytest.mark.parametrize("name", lines(INGREDIENTS))
def test_what_one_cooks_with_is_an_ingredient(reader, name):
    read = reader.read(name)
    assert (read.is_food, read.kind) == (True, FoodKind.INGREDIENT)


@pytest.mark.parametrize("name", lines(PREPARED))
def test_what_is_eaten_as_it_is_or_heated_is_prepared(reader, name):
    read = reader.read(name)
    assert (read.is_food, read.kind) == (True, FoodKind.PREPARED)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("유산균 30포", FoodKind.SUPPLEMENT),
        ("6년근 홍삼정 스틱 60포", FoodKind.SUPPLEMENT),
        ("스텐 전골냄비", None),
        ("프로폴리스 앰플 크림 5종", None),
        ("콜라겐 마스크팩 100매", None),
        ("유산균 김치통 8종", None),
    ],
)
def test_among_the_rest_health_supplements_are_told_apart(reader, name, kind):
    read = reader.read(name)
    assert (read.is_food, read.kind, read.p_ingredient) == (False, kind, None)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("착즙 사과즙 60포", FoodKind.PREPARED),
        ("부대찌개 5팩", FoodKind.PREPARED),
        ("왕만두 1kg", FoodKind.PREPARED),
        ("흑임자 전병", FoodKind.PREPARED),
        ("된장찌개 양념", None),
        ("갈비 선물세트", FoodKind.INGREDIENT),
        ("냉동 삼겹살 1kg", FoodKind.INGREDIENT),
        ("우리쌀 가래떡", FoodKind.INGREDIENT),
        ("삼겹살 1kg", None),
        ("모르는 말", None),
    ],
)
def test_the_definition_speaks_of_what_shops_file_either_way(reader, name, said):
    assert definition_says(name, reader.words.read(name)) is said


def test_a_probability_goes_with_its_kind(reader):
    for name in (*lines(INGREDIENTS), *lines(PREPARED)):
        read = reader.read(name)
        assert read.p_ingredient is not None
        assert (read.p_ingredient >= 0.5) is (read.kind is FoodKind.INGREDIENT)


@pytest.mark.real_data
@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not here")
def test_names_people_labelled_are_read_as_they_said(reader, models, vocabulary):
    from eats_desktop.classify.kind_data import by_people, contradicts

    kind = KindModel.load(models / KIND, reader.words.lexicon)
    people = [e for e in by_people(DATA) if not contradicts(e, reader.words, vocabulary)]
    right = sum(
        (kind.probability(e.name, reader.words.read(e.name)) >= 0.5) is e.is_ingredient
        for e in people
    )
    assert len(people) >= 1300
    assert right / len(people) >= 0.98


def test_folds_and_left_out_sources_keep_their_figures(models):
    figures = json.loads((models / KIND / CARD).read_text(encoding="utf-8"))["metrics"]
    assert figures["grouped_folds"]["within_definition"]["accuracy"] >= 0.965
    assert figures["grouped_folds"]["judged_labels_left_out"]["accuracy"] >= 0.97
    for source in ("tv", "grocery"):
        assert figures[f"without_{source}"]["within_definition"]["accuracy"] >= 0.94
