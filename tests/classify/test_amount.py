"""What amounts are read out of names written for these tests: (total, unit, packs)."""

from __future__ import annotations

import pytest

from eats_desktop.classify.amount import read_amount


def read(name: str) -> tuple[object, str, int | None] | None:
    amount = read_amount(name)
    return None if amount is None else (amount.total, str(amount.unit), amount.packs)


def cases(text: str) -> list[tuple[str, str]]:
    """Split lines of `name = amount`."""
    lines = [line.rsplit(" = ", 1) for line in text.strip().splitlines()]
    return [(name.strip(), expected.strip()) for name, expected in lines]


def written(name: str) -> str:
    amount = read_amount(name)
    if amount is None:
        return "?"
    packs = "" if amount.packs is None else f" in {amount.packs}"
    return f"{amount.total} {amount.unit}{packs}"


def agree(text: str):
    return pytest.mark.parametrize(("name", "expected"), cases(text))


@agree("""
솔바람 백미 500g = 500 g
솔바람 백미 2.5Kg = 2500 g
솔바람 백미 1,500g = 1500 g
솔바람 백미 2㎏ = 2000 g
들꽃 생수 1L = 1000 ml
들꽃 생수 1.8리터 = 1800 ml
들꽃 생수 500㎖ = 500 ml
들꽃 생수 2ℓ = 2000 ml
손질 문어 1.9kg내외 = 1900 g
고을 삼겹살 2근 = 1200 g
텃밭 감자 2근 = 800 g
별미 반찬 2근 = ?
""")
def test_a_lone_weight_or_volume_is_the_total(name, expected):
    assert written(name) == expected


@agree("""
새벽 곰탕 700g X 10팩 = 7000 g in 10
새벽 곰탕 700g*10 = 7000 g in 10
새벽 곰탕 700g × 10 = 7000 g in 10
새벽 곰탕 10팩 x 700g = 7000 g in 10
햇쌀 1kg x 2 = 2000 g in 2
옛날 누룽지 350g 40봉 = 14000 g in 40
들꽃 생수 500mL X 40병 = 20000 ml in 40
찰떡 60g x10개입 = 600 g in 10
아침 햄 250g 3입 = 750 g in 3
콩두유 190ml x 20팩 x 2박스 = 7600 ml in 40
산골 레몬즙 20gX14포 1박스 기준 x 12박스 (총 168포) = 3360 g in 168
산골 레몬즙 18박스(1박스:20gX14포) = 5040 g in 252
환자 영양식 6박스 96팩 (1박스: 200ML x16팩) = 19200 ml in 96
가지런 레몬즙 (10g*30포) 6+3박스 = 2700 g in 270
""")
def test_a_size_is_multiplied_by_its_packs(name, expected):
    assert written(name) == expected


@agree("""
햇감자 10kg(5kgX2박스) = 10000 g in 2
콩두유 40팩(190mlX20팩X2박스) = 7600 ml in 40
곡물바 420g(21gx20개입) x 4박스 / 총 80개 = 1680 g in 80
손질 참돔 180g (2마리)X7팩, 총 14마리 = 1260 g in 7
은갈치 40토막 (300g x 10팩) = 3000 g in 10
통오이지 20개(900g(10개입)X2팩) = 1800 g in 2
굽는 오리 100g x 15팩(팩당 1마리) = 1500 g in 15
한우 모둠 1.8kg(로스 600g,불고기 600g,국거리 600g) = 1800 g
조기 4~5미 800g = 800 g
조기 800g 4~5미 = 800 g
손굴비 10미/0.8kg/19~20cm = 800 g
세척사과 4kg (총 16~19과) = 4000 g
왕노가리 240g X 4팩(28미~36미) = 960 g in 4
""")
def test_a_bracket_repeats_completes_or_divides_and_is_never_added(name, expected):
    assert written(name) == expected


@agree("""
햇쌀 총 4kg = 4000 g
통갈치 (총 10.5kg) = 10500 g
활전복 총 14마리 = 14 each
차분말 총 168포 = 168 each
장어구이 500gX6팩(총 3kg) = 3000 g in 6
갈치 40토막(4팩,총 2kg) = 2000 g in 4
토종꿀 12박스(총360정) = 360 each in 12
홍차 총 90팩(총 6박스) = 90 each in 6
총 24마리 오징어 260g(3마리)X8팩 = 2080 g in 8
우삼겹 11팩+2팩 더 (총 13팩, 팩당 150g, 총 1.95kg) = 1950 g in 13
""")
def test_a_stated_total_wins_and_a_weight_wins_over_a_count(name, expected):
    assert written(name) == expected


@agree("""
훈제오리 120g 12팩+120g 4팩 = 1920 g in 16
새벽 곰탕 800g*8팩+1팩 = 7200 g in 9
★1팩더★ 새벽 곰탕 800g*8팩+1팩 = 7200 g in 9
배즙 5+5병(총 10병) = 10 each in 10
배즙 10+5박스/총 15박스 = 15 each in 15
한돈 갈비 1+1 400g = 800 g in 2
한돈 족발 400g+400g (1+1) = 800 g in 2
[1+1/총1.2kg] 왕구이 600gx2팩 = 1200 g in 2
고운 영양 4박스에 4박스 더 (총 240포) = 240 each in 8
고운 영양 3박스+3박스 (180병) = 180 each in 6
김치 모둠 포기7kg+총각2kg+파김치1kg(총10kg) = 10000 g in 3
햇밤 520gX5+1망 (총 6망) = 3120 g in 6
고춧가루 500g*3봉(총1.5kg)+고추씨 300g*1봉 = 1800 g in 4
레몬즙 12+1박스 (총13박스)+자몽즙 2박스 = 15 each in 15
[12+6박스] 파비 18박스(1박스:20gX14포) = 5040 g in 252
""")
def test_what_a_plus_joins_is_added(name, expected):
    assert written(name) == expected


@agree("""
감자 옹심이 150gX8팩+옹심이 소스 20gX8팩 = 1200 g in 8
훈제오리 150g X 12팩 + 소스 = 1800 g in 12
메밀면 20봉 + 육수 10봉 + 비빔장 10봉 = 20 each in 20
토종꿀 500g 3병+쇼핑백 2장 = 1500 g in 3
간장 900ml 2병 텀블러 증정 = 1800 ml in 2
배즙 12박스+텀블러 1개 = 12 each in 12
만능소스 500gX5통+1통 = 3000 g in 6
초코컵 7개 + 바닐라컵 7개 = 14 each
스파게티소스 600g 3개 +(증정)파우치소스170g 2개 = 1800 g in 3
콩나물 콩장국 3팩 + 올갱이해장국 2팩 = 5 each in 5
""")
def test_sauces_and_presents_beside_the_goods_are_not_counted(name, expected):
    assert written(name) == expected


@agree("""
꼬마김 10Px10입 = 100 each
유정란 30구 = 30 each
구운 계란 2판 = 60 each in 2
갈치 45토막 = 45 each
토종닭 3수 = 3 each
굴비 20미 = 20 each
훈제오리 반마리 = 0.5 each
고등어 1손 = 2 each
굴비 1두름 = 20 each
오징어 1축 = 20 each
육쪽마늘 1접 = 100 each
손두부 2모 = 2 each
흙대파 1단 = 1 each
절임배추 3포기 = 3 each
거봉 2송이 = 2 each
맑은 배즙 3박스 = 3 each in 3
레몬즙 1박스(총14포) = 14 each in 1
초유 분말 1,250mg X 30캡슐 X 18박스 = 540 each in 18
약과 16개 * 4박스(총 64개) = 64 each in 4
모둠전 4종x3팩 = 12 each in 12
""")
def test_a_count_is_the_amount_where_no_weight_is_told(name, expected):
    assert written(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "사과 2kg/5kg 택1",
        "햇쌀 500g/1kg 중 선택",
        "귤 1kg 골라담기",
        "나주배 1kg, 2kg",
        "나주배 1kg 2kg 5kg",
        "사과 2kg 3kg 5kg",
        "한우 꽃등심 1,2kg",
        "유정란 20구/30구 택1",
        "김치찌개 500g 3팩/5팩/7팩",
        "생수 2L x 6병/12병 당일출고",
        "어린이 주스 120ml (32팩/64팩) 2종 택1",
        "치즈바 15g (14포~)",
        "활문어 1.2kg~1.5kg",
        "생수 2L 무라벨 (6/12/24병) 택1",
        "도라야끼 5입 3봉/6봉",
        "캠핑 고기 (등심150g/안심150g)",
        "굴비 2.2~2.4kg",
        "돈마호크 300g 외 2종",
        "견과 파티 20gX25봉 모음전",
    ],
)
def test_a_choice_between_amounts_is_no_amount(name):
    assert read_amount(name) is None


def test_a_choice_between_kinds_of_one_size_keeps_the_size():
    assert read("아몬드 음료 950mL 2종 (택1)") == (950, "ml", None)
    assert read("젤리 100ml x 10개 (감귤,사과,포도 택1)") == (1000, "ml", 10)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "가평 잣",
        "25년 햇 밤",
        "6년근 수삼",
        "착즙 100% 사과",
        "안동 증류주 40도",
        "한우 1++등급 등심",
        "떡 3종 택1",
        "진한 홍삼 2,000mg",
        "유산균 15일분",
        "유산균 12+6개월분",
        "갈비탕 1인분",
        "12+6 총 18개월 오메가",
        "왕새우 26/30 사이즈",
        "선물세트 3호",
        "새우살 0g",
        "당 1.5g이하 저당떡",
        "리뷰 2,000개 떡집",
        "지아잔틴 164 GR",
        "관절환 1200 120012박스",
    ],
)
def test_numbers_of_other_things_are_no_amount(name):
    assert read_amount(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "어묵 500g 5종",
        "닭가슴살 100g 3종",
        "명란 한상 200g (3팩)",
        "과메기 10쪽 + 야채 3봉",
        "뇌건강 6개월분+배즙 1박스",
        "넛버터 3종 세트+대추 1봉",
        "유산균 4통 + 30포",
        "메밀국수 500g + 냉면 3인분 5봉",
        "새우 500g 20미",
        "영양식 3박스 (200ml x 90팩)",
        "견과 20g×30봉 2+1",
        "칠곡밥 120g x 13개 + 나물 90g 7종",
    ],
)
def test_what_can_be_read_two_ways_is_left_unread(name):
    assert read_amount(name) is None


def test_an_announcement_before_the_name_counts_only_when_the_name_is_silent():
    assert read("[12박스] 맑은 배즙") == (12, "each", 12)
    assert read("(방송에서만 3팩 더!) 새조개 100g X 13팩") == (1300, "g", 13)
    assert read("[6박스] 곡물효소 (1박스 : 2g*30포)") == (360, "g", 180)
    assert read("[10박스] 연골환 (1박스:1000 mg X 60정)") == (600, "each", 10)
    assert read("[9박스] 프로 유산균+프로틴 14포") is None
    assert read("[12박스] 헤링오일 + 쇼핑백 2장") == (12, "each", 12)


def test_a_share_is_multiplied_by_its_number():
    assert read("떡갈비 팩당 150g 10팩") == (1500, "g", 10)
    assert read("공주 밤 15봉 세트(50g/봉)") == (750, "g", 15)
    assert read("쑥떡 20개입(개당60g)") == (1200, "g", 20)
    assert read("국물한포 140포 (팩당 4gX20포, 총 7팩)") == (560, "g", 140)


def test_a_list_of_packed_goods_adds_up():
    assert read("명란김 6gx60봉, 명란자반 70gx2봉") == (500, "g", 62)
    assert read("[9통] 장 세트 (된장x2통, 고추장x4통, 간장x3통)") == (9, "each", 9)
