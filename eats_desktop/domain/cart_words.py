"""What a cart line's remarks say, in Korean; one place for window and command line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.cart_item import Remark
from eats_desktop.domain.money import format_won

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.domain.cart_item import CartItem

_WORDS: Mapping[Remark, str] = MappingProxyType(
    {
        Remark.SOLD_OUT: "품절이에요.",
        Remark.ENDED: "더 이상 팔지 않아요.",
        Remark.OFF_AIR: "잡힌 방송이 없어요. 판매처에서 확인해 주세요.",
        Remark.UNPRICED: "값을 알 수 없어요.",
        Remark.UNKNOWN: "받아 둔 상품 정보가 없어요.",
    }
)


def remark_words(item: CartItem, remark: Remark) -> str:
    line, price = item.line, item.price_krw
    if remark in (Remark.RAISED, Remark.LOWERED):
        seen = format_won(line.seen_krw or 0)
        mark = "▲" if remark is Remark.RAISED else "▼"
        word = "올랐어요" if remark is Remark.RAISED else "내렸어요"
        return f"{mark} 담은 뒤 값이 {word}: {seen} → {format_won(price or 0)}"
    if remark in (Remark.STALE, Remark.TOO_OLD) and item.checked_at is not None:
        hours = int((item.now - item.checked_at).total_seconds() // 3600)
        age = f"{hours // 24}일" if hours >= 24 else f"{hours}시간"
        known = f"{age} 전에 확인한 값이에요."
        return known if remark is Remark.STALE else f"{known} 지금 값을 확인할 수 없어요."
    return _WORDS[remark]
