"""How amounts, prices by measure and what we saw of a price are written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import Per, Unit
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import NBSP, format_won
from eats_desktop.domain.price_history import LONG, SHORT, Standing, standing

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.amount import Amount, UnitPrice
    from eats_desktop.domain.money import ConditionalPrice
    from eats_desktop.domain.offer import UnitComparison
    from eats_desktop.domain.price_history import Lowest, PriceHistory

PER = {
    Per.HUNDRED_GRAMS: f"100g당{NBSP}",
    Per.HUNDRED_MILLILITRES: f"100ml당{NBSP}",
    Per.EACH: f"한{NBSP}개당{NBSP}",
}
_LARGE = {Unit.GRAM: "kg", Unit.MILLILITRE: "L"}
_THOUSAND = 1000
_TWICE = 100


@dataclass(frozen=True, slots=True)
class PriceWords:
    """The lines of a price card under the price itself; "" where there is nothing to say.

    `verdict_kind` is ok for the lowest price, new for what is not known yet, else "". `condition`
    tells of prices that only hold under a condition, which none of the other lines count.
    """

    verdict_kind: str = ""
    verdict: str = ""
    lowest: str = ""
    watch: str = ""
    condition: str = ""

    def spoken(self, unit: str, amount: str) -> str:
        """Return the whole card as a screen reader says it."""
        told = (*self.condition.split("\n"), *self.lowest.split("\n"))
        lines = (unit, amount, self.verdict, *told, self.watch)
        return ". ".join(line.rstrip(".") for line in lines if line)


def unit_price_text(price: UnitPrice | None) -> str:
    return "" if price is None else f"{PER[price.per]}{format_won(price.value_krw)}"


def amount_text(amount: Amount | None) -> str:
    """Write the contents: the total in the unit a shopper would use, and the packs."""
    if amount is None:
        return ""
    large = _LARGE.get(amount.unit)
    if large is None:
        total = f"{amount.total.normalize():,f}개"
    elif amount.total >= _THOUSAND:
        total = f"{(amount.total / _THOUSAND).normalize():,f}{large}"
    else:
        total = f"{amount.total.normalize():,f}{amount.unit.value}"
    packs = f" · {amount.packs:,}묶음" if amount.packs and amount.packs > 1 else ""
    return f"모두 {total}{packs}"


def comparison_texts(found: UnitComparison | None) -> tuple[str, str]:
    """Return the kind (ok when theirs is cheaper, else plain) and the words."""
    if found is None:
        return "", ""
    per = PER[found.per]
    if found.percent == 0:
        return "", f"{per}거의 같은 값" if found.ours_krw != found.theirs_krw else f"{per}같은 값"
    if found.is_cheaper:
        return "ok", f"{per}{found.percent}% 저렴"
    if found.percent < _TWICE:
        return "", f"{per}{found.percent}% 비쌈"
    return "", f"{per}{found.theirs_krw / found.ours_krw:.1f}배 값"


def price_words(
    price_krw: int | None,
    history: PriceHistory,
    now: datetime,
    conditional: ConditionalPrice | None = None,
) -> PriceWords:
    """Say what we saw of a price before, and no more than that; `conditional` is the one of now."""
    words = _plain_words(price_krw, history, now)
    return replace(words, condition=_condition_text(conditional, history, now))


def _condition_text(
    conditional: ConditionalPrice | None, history: PriceHistory, now: datetime
) -> str:
    low, lines = history.conditional_90, []
    if conditional is not None:
        lines.append(f"{conditional.condition} {format_won(conditional.price_krw)}")
    if low is not None and (conditional is None or low.price.price_krw < conditional.price_krw):
        price = f"{low.price.condition} {format_won(low.price.price_krw)}"
        lines.append(
            f"조건이 붙은 값의 {LONG.days}일 최저: {price} ({_day(low.seen_at, now)}에 봄)"
        )
    return "\n".join(lines)


def _plain_words(price_krw: int | None, history: PriceHistory, now: datetime) -> PriceWords:
    if history.since is None:
        return PriceWords()
    since = _day(history.since, now)
    watch = f"{since}부터 지켜봄 · 값 기록 {history.observations}개"
    place = standing(price_krw, history)
    if place is Standing.NEW:
        return PriceWords("new", "지켜본 지 얼마 안 됐어요.", watch=watch)
    kind = "ok" if place in (Standing.LOWEST, Standing.LOWEST_30) else ""
    verdict = _verdict(place, price_krw, history, now)
    lowest = "" if place is Standing.STEADY else _lowest_text(history, now)
    return PriceWords(kind, verdict, lowest, watch)


def _verdict(place: Standing, price_krw: int | None, history: PriceHistory, now: datetime) -> str:
    stretch = _stretch(history, now)
    if place is Standing.STEADY:
        return f"{stretch} 값이 그대로예요."
    if place is Standing.LOWEST:
        return f"{stretch} 본 값 중 가장 싸요."
    if place is Standing.LOWEST_30:
        return f"최근 {SHORT.days}일 동안 본 값 중 가장 싸요."
    low = history.lowest_30 or history.lowest_90
    if price_krw is None or low is None:
        return ""
    days = f"최근 {(SHORT if history.lowest_30 else LONG).days}일"
    return f"{days} 최저보다 {format_won(price_krw - low.price_krw)} 비싸요."


def _stretch(history: PriceHistory, now: datetime) -> str:
    if history.since is None or history.since < now - LONG:
        return f"최근 {LONG.days}일 동안"
    return f"{_day(history.since, now)}부터"


def _lowest_text(history: PriceHistory, now: datetime) -> str:
    """Write the lowest of 30 and of 90 days, in one line where they are one price."""
    short, long = history.lowest_30, history.lowest_90
    if long is None:
        return ""
    if short is not None and short.price_krw == long.price_krw:
        return f"{SHORT.days}일·{LONG.days}일 최저 {_low(long, now)}"
    lines = [f"{SHORT.days}일 최저 {_low(short, now)}"] if short is not None else []
    return "\n".join([*lines, f"{LONG.days}일 최저 {_low(long, now)}"])


def _low(low: Lowest, now: datetime) -> str:
    return f"{format_won(low.price_krw)} ({_day(low.seen_at, now)}에 봄)"


def _day(instant: datetime, now: datetime) -> str:
    local = instant.astimezone(KST)
    year = f"{local.year}년 " if local.year != now.astimezone(KST).year else ""
    return f"{year}{local.month}월 {local.day}일"
