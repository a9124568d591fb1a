"""order receipt: a PDF with pages, the program's own font and the order's number in its text."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtPdf import QPdfDocument

from tests.app.test_cart_command import mall

__all__ = ["mall"]


@pytest.fixture
def order(mine, mall):
    mine("cart", "add", mall[0], "--quantity", "2")
    return mine("order", "create-from-cart", "--json").json


def read(file):
    """The text of all pages."""
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return "\n".join(pages)


def test_the_receipt_can_be_read_and_carries_its_font(mine, order, tmp_path, qapp):
    file = tmp_path / "receipt.pdf"
    done = mine.apart("order", "receipt", order["order_no"], "--out", str(file), "--json")
    assert (done.code, done.json) == (0, {"order_no": order["order_no"], "file": str(file)})
    text = read(file)
    line = order["lines"][0]
    assert f"주문 번호 {order['order_no']}" in text
    assert "".join(line["name"].split()) in "".join(text.split())
    assert f"{line['price_krw']:,}원 × 2개" in text
    assert f"{2 * line['price_krw']:,}원" in text
    assert "주문 확인서" in text
    assert "세금 계산서나 현금 영수증을 대신하지 않아요" in text
    content = file.read_bytes()
    assert b"Pretendard-Regular" in content
    assert b"/FontFile" in content


def test_a_file_that_is_there_is_replaced_only_on_request(mine, order, tmp_path, qapp):
    file = tmp_path / "receipt.pdf"
    file.write_text("mine", encoding="ascii")
    asked = ("order", "receipt", order["order_no"], "--out", str(file))
    refused = mine(*asked)
    assert (refused.code, file.read_text(encoding="ascii")) == (1, "mine")
    assert "이미 있는 파일이에요" in refused.err
    assert mine(*asked, "--overwrite").code == 0
    assert order["order_no"] in read(file)


def test_an_unknown_order_and_a_missing_folder_are_said(mine, order, tmp_path, qapp):
    out = ("--out", str(tmp_path / "none" / "receipt.pdf"))
    unknown = mine("order", "receipt", "20261124-0099", *out)
    assert (unknown.code, "찾을 수 없어요" in unknown.err) == (1, True)
    assert "저장하지 못했어요" in mine("order", "receipt", order["order_no"], *out).err
