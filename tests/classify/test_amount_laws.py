"""Laws of reading amounts that hold for any numbers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.classify.amount import read_amount
from eats_desktop.domain.amount import Unit

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MALL = SHARED / "data" / "products" / "mall_products_kok.csv"

SIZES = st.tuples(st.integers(1, 3000), st.sampled_from(["g", "ml"]))
PACKS = st.integers(2, 60)
COUNTERS = st.sampled_from(["팩", "봉", "병", "캔"])
TIMES = st.sampled_from(["x", "X", "*", "×", " x ", " X ", " × "])
GAPS = st.sampled_from(["", " "])
FULL_WIDTH = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789abcdefghijklmnopqrstuvwxyz+()*"}


@given(SIZES, PACKS, COUNTERS, TIMES)
def test_a_product_is_exact_in_either_order(size, packs, counter, times):
    number, unit = size
    forwards = read_amount(f"고을 먹거리 {number}{unit}{times}{packs}{counter}")
    backwards = read_amount(f"고을 먹거리 {packs}{counter}{times}{number}{unit}")
    assert forwards == backwards
    assert (forwards.total, forwards.packs) == (number * packs, packs)


@given(st.lists(st.tuples(st.integers(1, 900), PACKS), min_size=2, max_size=4), st.randoms())
def test_the_order_of_what_a_plus_joins_does_not_matter(parts, random):
    terms = [f"{size}g x {packs}팩" for size, packs in parts]
    before = read_amount("고을 먹거리 " + " + ".join(terms))
    random.shuffle(terms)
    after = read_amount("고을 먹거리 " + "+".join(terms))
    assert before == after
    assert before.total == sum(size * packs for size, packs in parts)
    assert before.packs == sum(packs for _, packs in parts)


@given(SIZES, PACKS, COUNTERS, GAPS, GAPS, st.booleans())
def test_blanks_case_and_width_do_not_matter(size, packs, counter, before, after, wide):
    number, unit = size
    plain = f"고을 먹거리 {number}{unit} x {packs}{counter}"
    other = f"고을 먹거리 {number}{before}{unit.upper()}{after}X{after}{packs}{before}{counter}"
    assert read_amount(other.translate(FULL_WIDTH) if wide else other) == read_amount(plain)


@given(st.integers(1, 300), PACKS, st.integers(2, 9))
def test_more_packs_scale_the_total_and_nothing_else(size, packs, factor):
    once = read_amount(f"고을 먹거리 {size}g x {packs}팩")
    many = read_amount(f"고을 먹거리 {size}g x {packs * factor}팩")
    assert many.total == once.total * factor
    assert many.unit is once.unit is Unit.GRAM


@given(st.integers(1, 900), PACKS)
def test_stating_the_total_changes_nothing(size, packs):
    product = f"고을 먹거리 {size}g x {packs}팩"
    assert read_amount(f"{product} (총 {size * packs}g)") == read_amount(product)


@given(st.integers(1, 99), st.integers(1, 99))
def test_two_different_weights_to_choose_from_are_no_amount(one, other):
    expected = one if one == other else None
    amount = read_amount(f"고을 먹거리 {one}kg/{other}kg 택1")
    assert (amount and amount.total) == (expected and expected * 1000)


MARKS = """
g kg ml L mg 팩 박스 포 개 마리 미 종 개월분 x * + / , ~ - ( ) [ ] ★ 총 약 각 당 팩당 더 외
택1 골라담기 소스 쇼핑백 증정 1+1 반마리 에 씩 기준 . ： ％ 한우 사과
"""
PIECES = st.lists(
    st.one_of(
        st.integers(0, 99_999).map(str),
        st.sampled_from(MARKS.split()),
        st.just(" "),
    ),
    max_size=30,
).map("".join)


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_any_text_gives_a_positive_amount_or_none(text):
    amount = read_amount(text)
    assert amount is None or (amount.total > 0 and (amount.packs is None or amount.packs >= 1))
    assert read_amount(text) == amount


def test_brackets_without_end_are_survived():
    assert read_amount("햇쌀 " + "(" * 5000 + "500g").total == 500
    assert read_amount("햇쌀 500g" + ")" * 5000).total == 500


@pytest.mark.real_data
@pytest.mark.skipif(not MALL.is_file(), reason="the shared data sets are not here")
def test_most_real_mall_names_with_a_number_tell_an_amount():
    with MALL.open(encoding="utf-8-sig", newline="") as file:
        names = [row["KOK_PRODUCT_NAME"] for row in csv.DictReader(file)]
    numbered = [name for name in names if any(map(str.isdigit, name))]
    told = sum(read_amount(name) is not None for name in numbered)
    assert told >= 0.6 * len(numbered)
