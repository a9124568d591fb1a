"""What a click on a heart does, wherever it is: wish or un-wish, say so, offer the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.schedule import BroadcastId, ProductKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.settings import NotificationSettings
    from eats_desktop.services.wish_service import WishService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Hearts(QObject):
    def __init__(
        self,
        wishes: WishService,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        settings: Callable[[], NotificationSettings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._tasks = tasks
        self._notices = notices
        self._settings = settings

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Wish or un-wish the broadcast `key`."""
        broadcast_id = BroadcastId.parse(key)
        self._write(
            lambda: self._wishes.toggle_broadcast(broadcast_id),
            lambda on: self._told(self._promise() if on else "찜을 풀었어요.", key, self.toggle),
        )

    @Slot(str, str)
    def toggleProduct(self, key: str, name: str) -> None:
        """Wish or un-wish every later airing of the product `key` ("source:id")."""
        product = ProductKey.parse(key)
        words = "이 상품이 방송될 때마다 알려 드릴게요."
        self._write(
            lambda: self._wishes.toggle_product(product, name),
            lambda on: self._told(
                words if on else "상품 찜을 풀었어요.",
                key,
                lambda again: self.toggleProduct(again, name),
            ),
        )

    @Slot(int)
    def remove(self, wish_id: int) -> None:
        self._write(lambda: self._wishes.remove(wish_id), lambda _none: None)

    @Slot(int, bool)
    def setAlarm(self, wish_id: int, on: bool) -> None:
        words = "알림을 켰어요." if on else "알림을 껐어요. 찜은 그대로예요."
        self._write(
            lambda: self._wishes.set_alarm(wish_id, on=on),
            lambda _none: self._notices.say(words),
        )

    def _told(self, words: str, key: str, back: Callable[[str], None]) -> None:
        self._notices.say(words, kind="ok", action="되돌리기", act=lambda: back(key))

    def _promise(self) -> str:
        settings = self._settings()
        if not settings.enabled or not settings.lead_minutes:
            return "찜했어요. 알림은 꺼져 있어요."
        ahead = sorted((lead for lead in settings.lead_minutes if lead), reverse=True)
        words = [f"{lead}분 전" for lead in ahead]
        words += ["시작할 때"] if 0 in settings.lead_minutes else []
        return f"찜했어요. {', '.join(words)}에 알려 드릴게요."

    def _write(self, work: Callable[[], bool | None], done: Callable[[bool], None]) -> None:
        def finished(outcome: Outcome[bool | None]) -> None:
            if isinstance(outcome.error, EatsError):
                self._notices.fail(outcome.error)
            elif outcome.error is not None:
                raise outcome.error
            else:
                done(bool(outcome.value))

        self._tasks.write(work, finished)
