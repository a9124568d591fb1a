"""What the command line prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from eats_desktop.domain.amount import Unit
from eats_desktop.domain.clock import KST
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.domain.sync_report import SyncStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.sync_report import SyncReport
    from eats_desktop.search.matching import Match
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
    if result.corrected is not None:
        typer.echo(f"“{result.corrected}” 검색 결과예요.")
    for broadcast in result.broadcasts:
        typer.echo(_line(broadcast, now))
    for product in result.products:
        price = product.price_krw
        typer.echo(f"상품  {product.name}  {format_won(price) if price else '가격 정보 없음'}")
    for recipe in result.recipes:
        typer.echo(f"요리  {recipe.title}")
    if not result.hits:
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


def print_analyses(read: Sequence[tuple[str, FoodReading]]) -> None:
    for name, reading in read:
        typer.echo(f"{name}: {', '.join(_told(reading))}")


def _told(reading: FoodReading) -> list[str]:
    if not reading.is_food:
        return ["건강식품" if reading.kind is FoodKind.SUPPLEMENT else "식품 아님"]
    words, amount = reading.words, reading.amount
    told = ["식재료" if reading.kind is FoodKind.INGREDIENT else "완제품"]
    if words.foods:
        told.append(" + ".join(words.foods))
    if words.ingredients:
        told.append(f"재료 {', '.join(words.ingredients)}{' (가공)' if words.derived else ''}")
    if amount is not None:
        unit = "개" if amount.unit is Unit.EACH else amount.unit.value
        told.append(f"모두 {amount.total:,f}{unit}")
    return told


def print_matches(found: Sequence[Match]) -> None:
    if not found:
        typer.echo("비슷한 상품이 없어요.")
    for match in found:
        price = match.product.price_krw
        cost = format_won(price) if price else "가격 정보 없음"
        typer.echo(f"{match.product.name}  {cost}  ({' · '.join(match.why)})")
