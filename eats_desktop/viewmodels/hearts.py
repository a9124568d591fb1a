"""What a click on a heart does, wherever it is: wish or un-wish, say so, offer the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.jobs.task_runner import TaskRunner
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
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._write = Writing(tasks, notices)
        self._notices = notices
        self._settings = settings
        self._clock = clock

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Wish or un-wish the broadcast `key`."""
        broadcast_id = BroadcastId.parse(key)
        self._write(
            lambda: self._wishes.toggle_broadcast(broadcast_id),
            lambda on: self._told(
                self._promise(broadcast_id) if on else "찜을 풀었어요.", key, self.toggle
            ),
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
        """Un-wish from the wish list, with a way back that brings the alarm switch back too."""
        self._write(lambda: self._taken(wish_id), self._told_taken)

    @Slot(int)
    def forget(self, wish_id: int) -> None:
        """Un-wish what is over: there is no way back, for it cannot be wished again."""
        self._write(
            lambda: self._wishes.remove(wish_id),
            lambda _none: self._notices.say("지난 찜을 지웠어요.", kind="ok"),
        )

    @Slot(int, bool)
    def setAlarm(self, wish_id: int, on: bool) -> None:
        words = "알림을 켰어요." if on else "알림을 껐어요. 찜은 그대로예요."
        self._write(
            lambda: self._wishes.set_alarm(wish_id, on=on),
            lambda _none: self._notices.say(words),
        )

    def _taken(self, wish_id: int) -> Wish | None:
        wishes = (item.wish for item in self._wishes.wishlist())
        wish = next((wish for wish in wishes if wish.wish_id == wish_id), None)
        self._wishes.remove(wish_id)
        return wish

    def _told_taken(self, wish: Wish | None) -> None:
        if wish is not None:
            self._notices.say(
                "찜을 풀었어요.", kind="ok", action="되돌리기", act=lambda: self._bring_back(wish)
            )

    def _bring_back(self, wish: Wish) -> None:
        self._write(lambda: self._restore(wish), lambda _none: None)

    def _restore(self, wish: Wish) -> None:
        if wish.product is not None:
            again = self._wishes.wish_product(wish.product, wish.title)
        elif wish.broadcast_id is not None:
            again = self._wishes.wish_broadcast(wish.broadcast_id)
        if not wish.alarm_on:
            self._wishes.set_alarm(again.wish_id, on=False)

    def _told(self, words: str, key: str, back: Callable[[str], None]) -> None:
        self._notices.say(words, kind="ok", action="되돌리기", act=lambda: back(key))

    def _promise(self, broadcast_id: BroadcastId) -> str:
        """Say which reminders are still to come; a moment that has passed is not promised."""
        settings = self._settings()
        if not settings.enabled or not settings.lead_minutes:
            return "찜했어요. 알림은 꺼져 있어요."
        to_go = broadcast_id.starts_at - self._clock.now()
        leads = sorted(settings.lead_minutes, reverse=True)
        ahead = [lead for lead in leads if timedelta(minutes=lead) <= to_go]
        if not ahead:
            return f"찜했어요. {'곧 시작해요' if to_go > timedelta() else '지금 방송 중이에요'}."
        words = [f"{lead}분 전" if lead else "시작할 때" for lead in ahead]
        return f"찜했어요. {', '.join(words)}에 알려 드릴게요."
