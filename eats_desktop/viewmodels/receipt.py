"""The receipt (영수증) of an order as a PDF file: A4, the program's own font inside, own layout."""

from __future__ import annotations

from html import escape
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import ConflictError, StorageEnvironmentError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import STATE_WORDS, OrderState, PaymentWay
from eats_desktop.viewmodels.order_rows import line_row, sums
from eats_desktop.viewmodels.order_texts import payment_texts, way_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from eats_desktop.domain.order import Order
    from eats_desktop.services.order_book import OrderDetail

_DPI = 96
_NOTE = (
    "이 문서는 주문을 확인하는 데 쓰는 거예요. 세금 계산서나 현금 영수증을 대신하지 않아요. "
    "배송비와 부가세는 따로 적지 않아요."
)
_STYLE = """
h1 { font-size: 22pt; }
td, th { padding: 4px 6px; vertical-align: top; }
th { text-align: left; border-bottom: 1px solid #444444; }
.n { text-align: right; white-space: nowrap; }
.small { font-size: 9pt; color: #444444; }
.total { font-size: 14pt; font-weight: bold; }
"""


def pdf_of(detail: OrderDetail, made_at: datetime) -> bytes:
    """Return the receipt as a file's bytes; needs a QGuiApplication with the font loaded."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Eat's 유혹")
    writer.setTitle(f"{heading(detail.order)} {detail.order.order_no}")
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # `print_` leaves margins of its own and numbers the pages
    document = QTextDocument()
    font = QFont()
    font.setPointSize(11)
    for feature in ("calt", "clig"):  # their glyphs have no letter behind them: "20:00" is lost
        font.setFeature(QFont.Tag(feature), 0)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(_html(detail, made_at))
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def save_new(folder: Path, name: str, content: bytes) -> Path:
    """Write name.pdf into a folder, name (2).pdf where that is taken; never over another file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            file = folder / (f"{name}.pdf" if number == 1 else f"{name} ({number}).pdf")
            try:
                with file.open("xb") as out:
                    out.write(content)
            except FileExistsError:
                continue
            break
    except OSError as exc:
        raise StorageEnvironmentError(f"영수증을 저장하지 못했어요: {folder}") from exc
    return file


def save_as(file: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write one file; ConflictError where there is one already and it may not be replaced."""
    try:
        with file.open("wb" if overwrite else "xb") as out:
            out.write(content)
    except FileExistsError as exc:
        raise ConflictError(f"이미 있는 파일이에요: {file}") from exc
    except OSError as exc:
        raise StorageEnvironmentError(f"영수증을 저장하지 못했어요: {file}") from exc


def file_name(order: Order) -> str:
    """What the file is called, without its ending."""
    return f"{heading(order).replace(' ', '-')}-{order.order_no}"


def heading(order: Order) -> str:
    """What the document is: no receipt where nothing was ever paid."""
    paid = any(event.state is OrderState.PAID for event in order.events)
    return "영수증" if paid else "주문 확인서"


def _html(detail: OrderDetail, made_at: datetime) -> str:
    return "".join(_parts(detail, made_at))


def _parts(detail: OrderDetail, made_at: datetime) -> Iterator[str]:
    order = detail.order
    yield f"<h1>{heading(order)}</h1>"
    if order.way is PaymentWay.DEMO:
        yield f"<p><b>{escape(way_text(order.way))}</b></p>"
    yield "<table width='100%'>"
    for label, value in _facts(detail):
        yield f"<tr><td width='22%'>{label}</td><td>{escape(value)}</td></tr>"
    yield "</table><p></p><table width='100%' cellspacing='0'><thead><tr><th>상품</th>"
    for column in ("값 × 수량", "금액"):
        yield f"<th class='n' align='right'>{column}</th>"
    yield "</tr></thead>"
    for number, line in enumerate(order.lines, 1):
        row = line_row(number, line, {})
        was = f"정가 {row.listText}, {row.discountText} 할인" if row.listText else ""
        under = " · ".join(part for part in (row.brand, was) if part)
        yield f"<tr><td>{escape(row.name)}"
        yield f"<br><span class='small'>{escape(under)}</span>" if under else ""
        yield f"</td><td class='n' align='right'>{row.eachText}</td>"
        yield f"<td class='n' align='right'>{row.sumText}</td></tr>"
    yield "</table><hr><table width='100%'>"
    for label, krw, kind in _sums(order):
        yield f"<tr><td class='{kind}'>{label}</td><td class='{kind}' align='right'>{krw}</td></tr>"
    yield f"</table><p></p><p class='small'>{_NOTE}</p>"
    yield f"<p class='small'>만든 때 {_instant(made_at)}</p>"


def _facts(detail: OrderDetail) -> Iterator[tuple[str, str]]:
    order, money = detail.order, payment_texts(detail.order, detail.payment)
    yield "주문 번호", str(order.order_no)
    yield "주문한 때", _instant(order.created_at)
    yield "상태", f"{STATE_WORDS[order.state]} ({_instant(order.events[-1].at)})"
    yield "결제 방법", way_text(order.way)
    yield "결제", " ".join(part for part in (money.words, money.fact) if part)


def _sums(order: Order) -> Iterator[tuple[str, str, str]]:
    found = sums(order)
    if found.list_krw is not None and found.discount_krw is not None:
        yield "상품 금액", format_won(found.list_krw), ""
        yield "할인", f"-{format_won(found.discount_krw)}", ""
    yield f"합계 ({order.pieces}개)", format_won(found.total_krw), "total"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(KST):%Y-%m-%d %H:%M}"
