"""What names say: every row of the tables of known mistakes, and names written for these tests."""

from __future__ import annotations

import pytest

from eats_desktop.classify.reading import NameReader
from eats_desktop.domain.food import FoodKind
from eats_desktop.paths import resources


@pytest.fixture(scope="module")
def reader(classifier):
    return NameReader.load(resources() / "food", classifier.vocabulary.not_food)


NOTHING: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("name", "ingredients"),
    [
        ("햇감자 5kg", ("감자",)),
        ("감자", ("감자",)),
        ("무", ("무",)),
        ("삼겹살", ("삼겹살",)),
        ("참기름 300ml", ("참기름",)),
        ("올리브오일 1L", ("올리브유",)),
        ("계란 30구", ("계란",)),
        ("대파 1단", ("대파",)),
        ("마늘 간장", NOTHING),
        ("순살고등어 20팩", ("고등어",)),
        ("홍감자 5kg", ("감자",)),
        ("양송이버섯", ("양송이버섯",)),
        ("[동원] 동원샘물 생수 2L 12병 /무료배송", NOTHING),
        ("[스파클] 먹는샘물 무라벨 500ml", NOTHING),
        ("[더복순] 박솔미 프라임 스테이크 200g 5팩 + 소스", ("소고기",)),
        ("[푸드앳홈]오징어젓갈 1kg / 낙지젓갈500g", ("젓갈",)),
        ("[산과들에] 고소한 인절미아몬드 30봉", NOTHING),
    ],
)
def test_the_known_mistakes_of_ingredient_extraction(reader, name, ingredients):
    assert reader.read(name).ingredients == ingredients


def test_a_letter_x_in_a_word_stays(reader):
    assert reader.read("XO 소스 300g").foods
    assert reader.read("MAX 감자 3kg").ingredients == ("감자",)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("양파즙 30포", ("양파",)),
        ("감자칩 60g 10봉", ("감자",)),
        ("꿀고구마 말랭이 1kg", ("고구마",)),
        ("인절미 과자 20봉", ("인절미",)),
        ("유기농 당근주스 14포", ("당근",)),
        ("비트 분말 200g", ("비트",)),
        ("제로 파인애플 210mL x 30캔", ("파인애플",)),
        ("포도 알알이 (340mL x 6개)", ("포도",)),
        ("유기농 당근 4병", ("당근",)),
        ("블루베리 NFC 착즙 100% 20g 14포", ("블루베리",)),
        ("코코넛 크리스프 86g", ("코코넛",)),
    ],
)
def test_what_is_made_from_an_ingredient_is_derived(reader, name, source):
    reading = reader.read(name)
    assert reading.derived
    assert reading.ingredients == source


@pytest.mark.parametrize(
    ("name", "ingredients"),
    [
        ("갈치 + 고등어 + 굴비", ("갈치", "고등어", "굴비")),
        (
            "제철 수산물 3종 (갈치 45토막 + 자반고등어 4마리 + 굴비 10마리)",
            ("갈치", "고등어", "굴비"),
        ),
        ("사과 배 선물세트", ("사과", "배")),
        ("샤인머스캣&배 혼합 과일상자", ("샤인머스캣", "배")),
        ("낙지와 새우", ("낙지", "새우")),
    ],
)
def test_an_assortment_names_each(reader, name, ingredients):
    assert reader.read(name).ingredients == ingredients


@pytest.mark.parametrize(
    ("name", "foods"),
    [
        ("[들샘] 김갑수의 나주곰탕 700g X 10팩", ("나주곰탕",)),
        ("달샘 소갈비찜 700g x 7팩", ("소갈비찜",)),
        ("녹차 먹인 고등어 2kg", ("고등어",)),
        ("손질 왕 낙지 170g x 4팩 + 볶음소스 50g x 4팩", ("낙지",)),
        ("올리브오일 증정 한우 등심 세트", ("등심",)),
        ("콤부차 파인애플맛 30스틱", ("콤부차",)),
        ("검은콩과 칼슘 두유 40팩", ("칼슘두유",)),
        ("컵쌀국수 10개 + 볶음김치(캔) 2개 증정", ("쌀국수",)),
        ("매콤한 닭다리살 고추장구이 550g", ("닭다리살",)),
    ],
)
def test_what_a_name_sells_is_told_from_what_stands_beside(reader, name, foods):
    assert reader.read(name).foods == foods


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("국산 차돌박이 500g", FoodKind.INGREDIENT),
        ("강릉 차조 1kg", FoodKind.INGREDIENT),
        ("한우 국거리 1kg", FoodKind.INGREDIENT),
        ("콩국수 세트", FoodKind.PREPARED),
        ("감자전 6팩", FoodKind.PREPARED),
        ("커피원두 1kg", FoodKind.INGREDIENT),
        ("냉면 육수", FoodKind.INGREDIENT),
        ("양파즙 30포", FoodKind.PREPARED),
        ("아이스 고구마", FoodKind.PREPARED),
        ("노르웨이 연어 필렛", FoodKind.INGREDIENT),
    ],
)
def test_the_known_traps_of_raw_and_prepared(reader, name, kind):
    assert reader.read(name).kind is kind


@pytest.mark.parametrize(
    ("name", "brand"),
    [
        ("[들샘] 포기김치 5kg", "들샘"),
        ("[방송에서만] [들샘] 포기김치 5kg", "들샘"),
        ("[들샘/총 10kg] 포기김치", "들샘"),
        ("(달샘식품) 두부 10모", "달샘식품"),
        ("[25년 햇] 고춧가루 1kg", None),
        ("[사과] 부사 5kg", None),
        ("[9병] 참기름 300ml", None),
        ("(방송중에만 1팩 더) 참기름 300ml", None),
        ("포기김치 5kg", None),
    ],
)
def test_the_leading_bracket_is_the_brand_unless_it_is_a_notice(reader, name, brand):
    assert reader.read(name).brand == brand


def test_the_same_name_reads_the_same_however_it_is_written(reader):
    plain = reader.read("순살 고등어 120g 20팩")
    assert reader.read("순살 고등어 １２０ｇ 20팩") == plain
    assert reader.read("  순살  고등어 120g 20팩 ") == plain


def test_nothing_is_read_from_nothing(reader):
    for name in ("", "   ", "[]", "!!!", "12345", "ㅁㅁㅁ"):
        reading = reader.read(name)
        assert reading.foods == ()
        assert reading.kind is None


@pytest.mark.parametrize(
    ("name", "food", "ingredients"),
    [
        ("아보카도오일 엑스트라버진 250ml", "아보카도오일", ("아보카도오일",)),
        ("엑스트라버진 500ml", "엑스트라버진", ("올리브유",)),
        ("그릭요거트 애플시나몬", "그릭요거트", ("그릭요거트",)),
        ("스테비아 커피믹스 100T", "믹스커피", NOTHING),
        ("고당도 복숭아 여름과일 2kg", "복숭아", ("복숭아",)),
        ("홍감자 3kg 카스테라 붉은 감자", "감자", ("감자",)),
        ("맑은 유자 7도 375ml", "과실주", NOTHING),
        ("곤이 아구찜 500g", "아귀찜", ("아귀", "곤이")),
        ("어물전[어물전] 황태 200g", "황태", ("황태",)),
        ("헤이즐넛향 캡슐커피 10개", "캡슐커피", NOTHING),
    ],
)
def test_words_that_only_tell_more_of_a_food_are_not_what_it_is(reader, name, food, ingredients):
    reading = reader.read(name)
    assert reading.foods[:1] == (food,)
    assert reading.ingredients == ingredients
