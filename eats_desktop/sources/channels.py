"""The channel table: numbers, names and guide ids, editable without a new build."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.schedule import Channel
from eats_desktop.domain.stream_address import stream_address

if TYPE_CHECKING:
    from pathlib import Path

_LETTERS = re.compile(r"[^0-9a-z가-힣+]")


@dataclass(frozen=True, slots=True)
class _Entry:
    channel: Channel
    aliases: tuple[str, ...]
    btv_svcid: str | None
    stream_url: str | None


class ChannelTable:
    """All channels by their stable ids."""

    def __init__(self, entries: tuple[_Entry, ...]) -> None:
        self._entries = {entry.channel.channel_id: entry for entry in entries}
        self._aliases = {
            _folded(name): entry.channel.channel_id
            for entry in entries
            for name in (entry.channel.name, *entry.aliases)
        }

    @property
    def channels(self) -> tuple[Channel, ...]:
        return tuple(entry.channel for entry in self._entries.values())

    def ids(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def name(self, channel_id: str) -> str:
        return self._entries[channel_id].channel.name

    def btv_svcid(self, channel_id: str) -> str | None:
        return self._entries[channel_id].btv_svcid

    def stream_url(self, channel_id: str) -> str | None:
        """Return the address of the channel's live picture (HLS), where the table has one."""
        return self._entries[channel_id].stream_url

    def by_alias(self, name: str) -> str | None:
        """Return the channel that a guide calls `name`; spacing, case and marks do not matter."""
        return self._aliases.get(_folded(name))


def load_channels(shipped: Path, override: Path | None = None) -> ChannelTable:
    """Read the shipped table, then a shop's own rows over it, field by field.

    Raises InputError naming the file and the row when a table cannot be used.
    """
    rows = {row["channel_id"]: row for row in _rows(shipped)}
    if override is not None and override.is_file():
        for row in _rows(override):
            rows[row["channel_id"]] = {**rows.get(row["channel_id"], {}), **row}
    return ChannelTable(tuple(_entry(row) for row in rows.values()))


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise InputError(f"채널 표를 읽지 못했어요: {path.name}: {exc}") from exc
    rows = table.get("channel")
    if not isinstance(rows, list):
        raise InputError(f"채널 표에 [[channel]] 줄이 없어요: {path.name}")
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("channel_id"), str):
            raise InputError(f"채널 표에 channel_id가 없는 줄이 있어요: {path.name}")
    return rows


def _entry(row: dict[str, Any]) -> _Entry:
    name = row["channel_id"]
    number, title = row.get("channel_no"), row.get("name")
    if not isinstance(number, int) or not 0 < number < 1000 or not isinstance(title, str):
        raise InputError(f"채널 {name}: channel_no(1~999)와 name이 있어야 해요")
    homepage = row.get("homepage_url")
    if homepage is not None and not str(homepage).startswith("https://"):
        raise InputError(f"채널 {name}: homepage_url은 https 주소여야 해요")
    channel = Channel(name, number, title, homepage, row.get("order_phone"))
    svcid = row.get("btv_svcid")
    return _Entry(
        channel,
        tuple(row.get("aliases", ())),
        None if svcid is None else str(svcid),
        _stream(name, row.get("stream_url")),
    )


def _stream(name: str, address: Any) -> str | None:
    if not address:
        return None
    try:
        return stream_address(str(address))
    except InputError as exc:
        raise InputError(f"채널 {name}: stream_url: {exc.detail}") from exc


def _folded(name: str) -> str:
    return _LETTERS.sub("", name.lower().replace("&", "앤").replace("플러스", "+"))
