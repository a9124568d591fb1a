"""Product pages are read as expected: facts of the product, and nobody's name or number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.detail_cases import DETAILS, FIXTURES, cases, page_of, read, read_pages

ALL = [case for source in DETAILS for case in cases(source)]
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
NEEDED = {"normal", "sparse", "ended", "drift", "error", "private"}
PERSONAL = re.compile(
    r"01[0-9][-*]|\d{3}-\d{2}-\d{5}|0\d{1,2}-\d{3,4}-\d{4}|구름순|달밤고라니|가짜후기"
)
COLLECTED = {
    "hnsmall": r"hnsmall_goods_(\d+)\.html",
    "hmall": r"hmall_itemPtc_(\d+)\.html",
    "nsmall": r"nsmall_product_info_(\d+)\.json",
    "kok": r"kok_product_(\d+)\.html",
}
"""How the collected page of each seller is called, by the number of its product."""
each_case = pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.source}-{case.name}")


@each_case
def test_a_page_is_read_as_expected(case):
    assert read(case) == case.said["expects"]


@pytest.mark.parametrize("source", DETAILS)
def test_a_seller_has_cases_of_every_kind(source):
    assert {case.kind for case in cases(source)} >= NEEDED


@each_case
def test_what_is_read_names_no_person_and_no_number_of_one(case):
    assert not PERSONAL.search(str(read(case)))


@pytest.mark.parametrize("source", DETAILS)
def test_the_private_pages_do_hold_what_must_not_be_read(source):
    (case,) = [case for case in cases(source) if case.kind == "private"]
    text = "".join((case.folder / name).read_text("utf-8") for name in case.said["pages"])
    assert len(set(PERSONAL.findall(text))) > 1
    assert "error" not in read(case)


@pytest.mark.parametrize("case", [c for c in ALL if c.kind in ("drift", "error")], ids=str)
def test_a_page_that_is_no_product_page_is_never_believed(case):
    said = read(case)
    assert "error" in said or any(line.endswith("fail") for line in said.get("found", ()))


@pytest.mark.parametrize("case", [c for c in ALL if c.kind == "ended"], ids=str)
def test_a_sale_that_is_over_says_nothing_else(case):
    said = read(case)
    assert said["ended"]
    assert said.keys() <= {"asked", "ended", "price", "found"}


def test_no_fixture_is_left_over():
    used = {case.folder / page for case in ALL for page in case.said["pages"]}
    used |= {case.folder / f"{case.name}.expected.json" for case in ALL}
    assert {path for path in FIXTURES.rglob("*") if path.is_file()} == used


@pytest.mark.real_data
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here")
@pytest.mark.parametrize("source", COLLECTED)
def test_a_collected_page_is_read(source):
    names = (re.fullmatch(COLLECTED[source], path.name) for path in SAMPLES.iterdir())
    (found,) = (name for name in names if name)
    said = read_pages(source, found[1], SAMPLES, [found[0]])
    assert "error" not in said
    assert said["price"].startswith("priced")
    assert not PERSONAL.search(str(said))


@pytest.mark.real_data
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here")
def test_no_product_of_a_fixture_was_copied_from_a_sample():
    collected = "".join(
        path.read_bytes().decode(errors="replace") for path in SAMPLES.iterdir() if path.is_file()
    )
    assert not [case.said["product"] for case in ALL if case.said["product"] in collected]
    assert page_of(SAMPLES / "err_maintenance_200.html").body
