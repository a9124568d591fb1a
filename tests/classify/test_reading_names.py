"""What the shipped model says of names written for these tests."""

from __future__ import annotations

import pytest

from eats_desktop.classify.food import SURE_NAME, SURE_TITLE, LinearFoodClassifier
from eats_desktop.domain.food import FoodReading

TRAPS = {
    "해물냄비우동": True,
    "양수전골냄비": False,
    "잔치국수": True,
    "가정용국수기계": False,
    "철원햅쌀": True,
    "원터치쌀통": False,
    "묵은김치": True,
    "뚜껑형김치냉장고": False,
    "김치통8종": False,
    "양념고기모듬": True,
    "연기없는고기불판": False,
    "드립커피100봉": True,
    "전자동커피머신": False,
    "꿀사과한상자": True,
    "왜성사과나무묘목": False,
    "우엉차": True,
    "자동차용품": False,
    "새우왕만두": True,
    "가정용만두기": False,
    "유기농올리브오일": True,
    "아로마오일": False,
    "남극크릴오일": False,
    "홍삼갈비": True,
    "홍삼정스틱": False,
    "햇블루베리": True,
    "블루베리묘목": False,
    "떡볶이코트": False,
    "밀떡볶이": True,
    "꿀마늘": True,
    "꿀밤팩": False,
    "현미누룽지칩": True,
    "현미경세트": False,
}

OTHERS = """
스텐궁중팬 세라믹뚝배기 양모이불 모달여름이불 인견잠옷 기모청바지 남성경량패딩 여성밍크코트
보정브라 순면런닝 방한털부츠 효도신발 소가죽숄더백 진주목걸이 순금팔찌 달팽이크림 새치염색약
두피앰플 전동칫솔 물걸레청소기 벽걸이에어컨 드럼세탁기 원목식탁 리클라이너소파 캡슐세제
곰팡이제거제 동유럽일주 다낭패키지여행 간편암보험 상조서비스 안마의자렌탈 알뜰폰 유아완구
파크골프채 캠핑텐트 고추모종 강아지사료
"""

SUPPLEMENTS = """
종합비타민 여성유산균 초임계오메가3 루테인지아잔틴 밀크시슬 저분자콜라겐 홍삼정 홍삼스틱
홍삼농축액 그린프로폴리스 파인애플효소 크릴오일 빌베리추출물 콘드로이친 글루타치온 보스웰리아
흑염소진액 헛개즙 산양유단백질 코엔자임Q10 쏘팔메토 차전자피 침향환 아르기닌
"""

FOODS = """
고흥유자 벌교꼬막 안동간고등어 의성마늘 영주사과 나주배 햇감자 초당옥수수 손질주꾸미 자숙가리비
반건조오징어 한우국거리 양념돼지갈비 오리로스 총각김치 나박김치 도가니탕 황태해장국 낙지전골
들기름막국수 곤드레솥밥 갈치속젓 깻잎김치 구운계란 모짜렐라치즈 참기름세트 매실청 찰보리빵
쌀강정 하루견과 캐슈넛 도라지배즙 무가당두유 쌍화차 콩국물
"""


@pytest.mark.parametrize(("name", "is_food"), TRAPS.items())
def test_a_food_word_inside_a_thing_does_not_make_it_food(classifier, name, is_food):
    assert classifier.read(name).is_food is is_food


@pytest.mark.parametrize("name", [*OTHERS.split(), *SUPPLEMENTS.split()])
def test_a_nickname_of_anything_else_is_not_food(classifier, name):
    assert not classifier.read(name).is_food
    assert not classifier.read_title(name).is_food


@pytest.mark.parametrize("name", FOODS.split())
def test_a_nickname_of_food_is_food(classifier, name):
    assert classifier.read(name).is_food
    assert classifier.read_title(name).is_food


@pytest.mark.parametrize(
    ("name", "is_food"),
    [
        ("[새벽장터] 국내산 홍삼 먹인 돼지 삼겹살 500g x 4팩", True),
        ("[새벽장터] 6년근 홍삼정 스틱 10ml x 60포", False),
        ("[늘봄] 착즙 사과즙 100ml x 60포", True),
        ("[늘봄] 흑염소 진액 골드 70ml x 60포", False),
        ("[고을상회] 완도 미역 300g + 다시마 300g", True),
        ("[고을상회] 스텐 3중 냄비 4종 + 궁중팬", False),
        ("[6개월분] 데일리 여성 유산균 60캡슐 x 3병", False),
    ],
)
def test_a_full_name_follows_the_written_definition(classifier, name, is_food):
    assert classifier.read(name).is_food is is_food


def test_a_name_without_letters_is_not_food(classifier):
    for name in ("", "★★★", "()"):
        assert classifier.read(name) == FoodReading(False, 0.0, classifier.version)


def test_reading_again_gives_the_same_reading(classifier, models, vocabulary):
    again = LinearFoodClassifier.load(models, vocabulary)
    for name in (*TRAPS, *FOODS.split(), *SUPPLEMENTS.split()):
        assert again.read(name) == classifier.read(name)
        assert again.probability(name) == classifier.probability(name)


def test_spelling_of_letters_and_digits_does_not_change_a_reading(classifier):
    assert classifier.read("오메가３ 60캡슐") == classifier.read("오메가6 90캡슐")


def test_a_title_has_to_be_surer_than_a_name(classifier):
    assert SURE_TITLE > SURE_NAME
    for name in (*TRAPS, *FOODS.split(), *SUPPLEMENTS.split(), "새벽장터", "산지직송"):
        assert classifier.read_title(name).is_food is (classifier.probability(name) >= SURE_TITLE)
