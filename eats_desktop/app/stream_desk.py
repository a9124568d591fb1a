"""Wires live pictures: the addresses of channels and the relay that the decoder reads from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.domain.playback import Fault
from eats_desktop.services.stream_service import StreamService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.services.settings import PlaybackSettings
    from eats_desktop.sources.channels import ChannelTable
    from eats_desktop.sources.stream_relay import StreamRelay


class StreamDesk:
    """One per container; `close` ends the relay."""

    def __init__(
        self,
        table: ChannelTable,
        data_dir: Path,
        settings: Callable[[], PlaybackSettings],
        changed: Callable[[], None],
    ) -> None:
        self.service = StreamService(table, data_dir / "channels.toml", settings, changed)

    @cached_property
    def _relay(self) -> StreamRelay:
        from eats_desktop.sources.stream_relay import StreamRelay  # noqa: PLC0415  loads requests

        return StreamRelay()

    def address(self, channel_id: str) -> str | None:
        return self.service.address(channel_id)

    def open(self, address: str) -> str:
        return self._relay.open(address)

    def judge(self, fault: Fault | None) -> Fault | None:
        """What the network said goes before what the decoder made of it."""
        from eats_desktop.sources.stream_relay import Trouble  # noqa: PLC0415  loads requests

        trouble = self._relay.trouble()
        if trouble is None:
            return fault
        return None if trouble is Trouble.UNREACHABLE else Fault.NO_STREAM

    def is_complete(self) -> bool:
        return self._relay.is_complete()

    def close(self) -> None:
        if "_relay" in self.__dict__:
            self._relay.close()
