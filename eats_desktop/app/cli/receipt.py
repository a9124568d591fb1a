"""order receipt: the receipt of an order as a PDF file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Options, print_json
from eats_desktop.app.order_desk import order_book
from eats_desktop.domain.order import OrderNo


def receipt(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ORDER", help="주문 번호 (20261125-0007)")],
    out: Annotated[Path, typer.Option("--out", help="저장할 PDF 파일")],
    *,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="있는 파일을 바꾸기")] = False,
    as_json: AsJson = False,
) -> None:
    """한 주문의 영수증을 PDF 파일로 저장하기."""
    options: Options = context.obj
    with options.container() as box:
        detail = order_book(box).detail(OrderNo.parse(number))
        made_at = box.clock.now()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  Qt loads only where it draws

    from eats_desktop.app.qt.application import load_fonts  # noqa: PLC0415
    from eats_desktop.paths import resources  # noqa: PLC0415
    from eats_desktop.viewmodels.receipt import pdf_of, save_as  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    load_fonts(resources() / "fonts")
    save_as(out, pdf_of(detail, made_at), overwrite=overwrite)
    del application
    if as_json:
        print_json({"order_no": str(detail.order.order_no), "file": str(out)})
    else:
        typer.echo(f"저장했어요: {out}")
