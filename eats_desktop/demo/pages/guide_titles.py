"""How programme guides call a broadcast: nicknames, rebroadcast marks, and often nothing useful."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eats_desktop.demo.plan import PlannedSlot
    from eats_desktop.demo.stations import Station

PLACEHOLDER = "편성예정 입니다"
_GENERIC = ("방송 정보 없음", "다시보는 인기상품", "시청자정보-안전한TV", "공익광고")


def guide_title(slot: PlannedSlot, station: Station) -> str:
    """Return the title a guide shows, the same in every guide."""
    rng = random.Random(f"title {slot.channel_id} {slot.day.toordinal()} {slot.index}")
    kind = rng.random()
    if slot.at_night and station.seller is not None and kind < 0.4:
        return "심야재방송"
    if kind < 0.04:
        return rng.choice(_GENERIC)
    if slot.at_night:
        return f"{slot.nick}(재)"
    if slot.topic == "fashion":
        return f"(패션){slot.nick}"
    return f"상생PGM-{slot.nick}" if kind > 0.96 else slot.nick
