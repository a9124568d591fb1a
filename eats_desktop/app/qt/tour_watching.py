"""The part of the tour that watches: live on the page, in a corner, and the ways to the seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import BroadcastState

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Models


def watch(
    models: Models,
    box: Container,
    shoot: Callable[[str], None],
    until: Callable[[str, Callable[[], bool]], None],
    look: str = "",
) -> None:
    """Leave pictures of what is on air; a machine that cannot play it shows what it says then."""
    player, broadcast, key = models.player, models.broadcast, _on_air(box)
    if not key:
        return
    models.notices.dismissAll()
    models.navigator.go("schedule")
    models.navigator.open(key)
    until("방송 상세", lambda: broadcast.property("state") == "ready")
    settled = ("playing", "unavailable", "idle")
    until("방송 영상", lambda: player.property("phase") in settled)
    shoot(f"broadcast-live{look}")
    broadcast.openSeller()
    shoot(f"hand-over{look}")
    broadcast.property("handOver").close()
    player.dock()
    models.navigator.openProduct(models.product.property("key"))
    until("상품", lambda: models.product.property("state") == "ready")
    shoot(f"mini-player{look}")
    player.close()


def _on_air(box: Container) -> str:
    """Return what stays on air longest, of the food broadcasts with a product; "" for none."""
    now = box.clock.now()
    today = box.schedule.day(now.date()).broadcasts
    live = (b for b in today if b.state_at(now) is BroadcastState.LIVE and b.food_products)
    longest = max(live, key=lambda b: b.ends_at, default=None)
    return str(longest.id) if longest is not None else ""
