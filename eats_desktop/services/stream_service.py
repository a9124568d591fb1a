"""Live pictures of channels: the address of each, and whether they are wanted at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from eats_desktop.domain.errors import InputError, NotFoundError
from eats_desktop.domain.stream_address import stream_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.domain.schedule import Channel
    from eats_desktop.services.settings import PlaybackSettings
    from eats_desktop.sources.channels import ChannelTable


@dataclass(frozen=True, slots=True)
class ChannelStream:
    channel: Channel
    address: str | None


class StreamService:
    """Typed addresses go into `own_table`, the channels.toml of the data directory."""

    def __init__(
        self,
        table: ChannelTable,
        own_table: Path,
        settings: Callable[[], PlaybackSettings],
        changed: Callable[[], None],
    ) -> None:
        self._own_table = own_table
        self._settings = settings
        self._changed = changed
        self._channels = {c.channel_id: c for c in table.channels}
        self._addresses = {name: table.stream_url(name) for name in self._channels}

    def streams(self) -> tuple[ChannelStream, ...]:
        """Return all channels by their numbers, with the addresses known."""
        channels = sorted(self._channels.values(), key=lambda c: c.channel_no)
        return tuple(ChannelStream(c, self._addresses[c.channel_id]) for c in channels)

    def address(self, channel_id: str) -> str | None:
        """Return what may be played of a channel: None without an address or where turned off."""
        return self._addresses.get(channel_id) if self._settings().live else None

    def set_address(self, channel_id: str, text: str) -> str | None:
        """Keep a typed address, "" for none; InputError leaves all as it was."""
        if channel_id not in self._channels:
            raise NotFoundError(f"채널이 없어요: {channel_id}")
        address = stream_address(text) if text.strip() else None
        before = self._own_table.read_text("utf-8") if self._own_table.is_file() else ""
        draft = self._own_table.with_suffix(".toml.new")
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(_with_address(before, channel_id, address), encoding="utf-8")
        draft.replace(self._own_table)
        self._addresses[channel_id] = address
        self._changed()
        return address


def _with_address(text: str, channel_id: str, address: str | None) -> str:
    """Return the table with one field of one row set; "" switches off what is shipped."""
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as exc:
        raise InputError(f"채널 표를 읽지 못했어요: {exc}") from exc
    if "channel" not in document:
        document["channel"] = tomlkit.aot()
    rows: Any = document["channel"]
    row = next((row for row in rows if row.get("channel_id") == channel_id), None)
    if row is None:
        row = tomlkit.table()
        row["channel_id"] = channel_id
        rows.append(row)
    row["stream_url"] = address or ""
    return tomlkit.dumps(document)
