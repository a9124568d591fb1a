"""What the command line prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.domain.sync_report import SyncStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.sync_report import SyncReport
    from eats_desktop.services.search_service import SearchResult
    from eats_desktop.services.wish_service import WishedBroadcast

_STATE = {
    BroadcastState.UPCOMING: "예정",
    BroadcastState.LIVE: "방송 중",
    BroadcastState.ENDED: "종료",
    BroadcastState.CANCELLED: "취소",
}
_STATUS = {
    SyncStatus.OK: "받음",
    SyncStatus.UNAVAILABLE: "연결 안 됨",
    SyncStatus.BLOCKED: "거절됨",
    SyncStatus.CHANGED: "화면 바뀜",
    SyncStatus.SKIPPED: "건너뜀",
}


def print_sync(report: SyncReport) -> None:
    for outcome in report.sources:
        counts = (
            f"새로 {outcome.inserted}, 바뀜 {outcome.updated}, 취소 {outcome.cancelled}, "
            f"되살림 {outcome.restored}, 그대로 {outcome.unchanged}"
        )
        typer.echo(f"{outcome.name:14} {_STATUS[outcome.status]}: {counts} {outcome.message}")


def print_schedule(now: datetime, broadcasts: Sequence[Broadcast]) -> None:
    if not broadcasts:
        typer.echo("보여 드릴 방송이 없어요. 먼저 eats-desktop sync 로 새로 받아 보세요.")
    for broadcast in broadcasts:
        typer.echo(_line(broadcast, now))


def print_search(result: SearchResult, now: datetime) -> None:
    for broadcast in result.broadcasts:
        typer.echo(_line(broadcast, now))
    for product in result.products:
        price = product.price_krw
        typer.echo(f"상품  {product.name}  {format_won(price) if price else '가격 정보 없음'}")
    if not (result.broadcasts or result.products):
        typer.echo(f"“{result.query}”에 맞는 결과를 찾지 못했어요.")


def print_wishes(wishes: Sequence[WishedBroadcast], now: datetime) -> None:
    if not wishes:
        typer.echo("찜한 방송이 없어요.")
    for item in wishes:
        aired = _line(item.broadcast, now) if item.broadcast else item.wish.title
        typer.echo(f"[{item.wish.wish_id}] {aired}")


def _line(broadcast: Broadcast, now: datetime) -> str:
    start, end = broadcast.starts_at.astimezone(KST), broadcast.ends_at.astimezone(KST)
    headline = broadcast.headline
    price = headline.price_krw if headline else None
    others = len(broadcast.food_products) - 1
    return "  ".join(
        (
            f"{start:%m/%d %H:%M}~{end:%H:%M}",
            f"{broadcast.channel.channel_no:>3} {broadcast.channel.name}",
            _STATE[broadcast.state_at(now)],
            broadcast.display_title or "편성 정보 없음",
            format_won(price) if price else "가격 정보 없음",
            *((f"외 {others}개",) if others > 0 else ()),
            str(broadcast.id),
        )
    )
