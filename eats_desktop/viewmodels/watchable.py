"""What the live player needs of a broadcast, and what it says of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.playback import Fault, Phase
from eats_desktop.viewmodels import pictures

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.playback import Playback
    from eats_desktop.domain.schedule import Broadcast

OVERTIME = timedelta(seconds=60)
"""A picture goes on this long after the slot: broadcasts end late."""

NO_STREAM = "이 방송은 영상을 볼 수 없어요. (VID-01)"

_FAULTS = {
    Fault.NO_STREAM: NO_STREAM,
    Fault.STALLED: "영상이 자꾸 끊겨서 멈췄어요. (VID-02)",
    Fault.UNPLAYABLE: "이 컴퓨터에서는 이 영상을 틀 수 없어요. (VID-03)",
}
_PHASES = {
    Phase.LOADING: "영상을 불러오고 있어요.",
    Phase.PAUSED: "영상을 멈춰 뒀어요.",
    Phase.ENDED: "영상이 끝났어요.",
}


@dataclass(frozen=True, slots=True)
class Watchable:
    key: str
    channel_id: str
    channel: str
    title: str
    starts_at: datetime
    ends_at: datetime
    stands: bool
    """False once it was cancelled or moved."""
    drawing: str = ""
    photo: str = ""

    def is_on(self, now: datetime) -> bool:
        return self.stands and self.starts_at <= now < self.ends_at

    def is_over(self, now: datetime) -> bool:
        return not self.stands or now >= self.ends_at + OVERTIME


def watchable(broadcast: Broadcast) -> Watchable:
    headline = broadcast.headline
    return Watchable(
        key=str(broadcast.id),
        channel_id=broadcast.channel.channel_id,
        channel=f"{broadcast.channel.name} {broadcast.channel.channel_no}번",
        title=broadcast.display_title or "방송",
        starts_at=broadcast.starts_at,
        ends_at=broadcast.ends_at,
        stands=broadcast.cancelled_at is None and broadcast.moved_to is None,
        drawing=pictures.drawing(headline.name if headline else broadcast.title or ""),
        photo=pictures.photo_url(headline),
    )


def playback_text(playback: Playback) -> str:
    """Say what there is instead of a moving picture; "" while it plays."""
    if playback.phase is Phase.STALLED:
        begun = "영상이 끊겼어요." if playback.seen else "영상이 오지 않아요."
        return f"{begun} 다시 연결하고 있어요."
    if playback.fault is not None:
        return _FAULTS[playback.fault]
    return _PHASES.get(playback.phase, "")
