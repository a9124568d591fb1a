"""Builds the view-models of the orders: their list, and one in full with its receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from eats_desktop.app.order_desk import order_book
from eats_desktop.domain.errors import StorageEnvironmentError
from eats_desktop.viewmodels.order_view_model import OrderViewModel
from eats_desktop.viewmodels.orders_view_model import OrdersViewModel
from eats_desktop.viewmodels.receipt import file_name, pdf_of, save_new

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from eats_desktop.app.container import Container
    from eats_desktop.services.order_book import OrderDetail
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


class OrderModels:
    def __init__(
        self, box: Container, navigator: Navigator, notices: NoticesViewModel, engine: QObject
    ) -> None:
        book = order_book(box)
        self.orders = OrdersViewModel(book, box.tasks, box.clock, engine)

        def save(detail: OrderDetail) -> Path:
            content = pdf_of(detail, box.clock.now())
            return save_new(downloads(), file_name(detail.order), content)

        self.order = OrderViewModel(
            book, box.purchases.cart, save, navigator, box.tasks, box.clock, notices, engine
        )


def downloads() -> Path:
    """Return the shopper's folder for downloads."""

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    if not place:
        raise StorageEnvironmentError("다운로드 폴더를 찾지 못했어요.")
    return Path(place)
