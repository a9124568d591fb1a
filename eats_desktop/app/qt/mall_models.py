"""Builds the view-models of the mall and its photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.viewmodels.mall_list_view_model import MallListViewModel
from eats_desktop.viewmodels.mall_view_model import MallViewModel
from eats_desktop.viewmodels.photo_store_view_model import PhotoStoreViewModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from eats_desktop.app.container import Container
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


class MallModels:
    def __init__(self, box: Container, notices: NoticesViewModel, parent: QObject) -> None:
        self.home = MallViewModel(box.mall, box.tasks, notices, parent)
        self.list = MallListViewModel(box.mall, box.tasks, parent)
        self.photos = PhotoStoreViewModel(box.photo_cache, box.tasks, notices, parent)
