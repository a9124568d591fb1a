"""The source table: shipped rows are complete, a shop's own row replaces fields, slips named."""

from __future__ import annotations

from datetime import date

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.paths import resources
from eats_desktop.sources.source_table import load_source_table
from tests.helpers.source_cases import SOURCES

SHIPPED = resources() / "sources.toml"


def with_own(tmp_path, text):
    own = tmp_path / "sources.toml"
    own.write_text(text, encoding="utf-8")
    return load_source_table(SHIPPED, own)


def test_every_row_belongs_to_an_adapter():
    assert set(load_source_table(SHIPPED)) == set(SOURCES)


def test_placeholders_are_filled_and_params_keep_their_order():
    asked = load_source_table(SHIPPED)["hmall"].request(
        "list", day=date(2026, 11, 25), code="etv", page="3"
    )
    assert asked.path == "/md/api/cache"
    assert asked.params[1:4] == (
        ("brodDt", "20261125"),
        ("brodPrrgPage", "3"),
        ("brodType", "etv"),
    )
    assert asked.headers["Referer"] == "https://www.hmall.com/"


def test_a_shop_moves_one_page_and_leaves_the_rest(tmp_path):
    table = with_own(
        tmp_path,
        '[hnsmall]\nbase_url = "https://new.example.kr"\n[hnsmall.page.list]\npath = "/tv"\n',
    )
    row = table["hnsmall"]
    asked = row.request("list", day=date(2026, 11, 25), code="1")
    assert (row.base_url, asked.path) == ("https://new.example.kr", "/tv")
    assert ("broadDay", "20261125") in asked.params
    assert row.title == load_source_table(SHIPPED)["hnsmall"].title
    assert table["hmall"] == load_source_table(SHIPPED)["hmall"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[hnsmall]\nrank = 0\n", "hnsmall.rank"),
        ("[hnsmall]\nmin_interval_s = 0.1\n", "hnsmall.min_interval_s"),
        ('[hnsmall]\nbase_url = "http://www.example.kr"\n', "hnsmall.base_url"),
        ("[hnsmall]\ncolour = 1\n", "hnsmall.colour"),
        ('[hnsmall.page.list]\nparams = { a = "{secret}" }\n', "secret"),
        ('[hnsmall.page.list]\npath = "/{day"\n', "중괄호"),
        ('[hnsmall.page.list]\npath = "list"\n', "hnsmall.page.list.path"),
        ("[somewhere]\nrank = 10\n", "somewhere"),
        ("hnsmall = 1\n", "hnsmall"),
        ("[hnsmall\n", "sources.toml"),
    ],
)
def test_a_slip_in_a_shops_table_is_named(tmp_path, text, said):
    with pytest.raises(InputError) as caught:
        with_own(tmp_path, text)
    assert said in str(caught.value)
