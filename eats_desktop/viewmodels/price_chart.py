"""The picture of a price over time (값의 변화) in fractions of its width, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import price_of_unit
from eats_desktop.domain.clock import KST, day_start, korean_day
from eats_desktop.domain.money import NBSP, format_won
from eats_desktop.viewmodels.price_texts import unit_price_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.amount import Amount
    from eats_desktop.domain.price_history import PriceSpan

_UNSEEN = timedelta(days=3)
"""Shorter pauses between two prices are no gap: nobody looks more often at the next weeks."""

_NOW = timedelta(hours=36)
_LISTED = 8
_TODAY = (1.0, "오늘")
_LEAST_DAYS = 7
"""A picture covers at least a week, so that two prices of one day do not look like a long way."""


@dataclass(frozen=True, slots=True)
class Step:
    """One price from `begins` to `ends`."""

    begins: float
    ends: float
    price_krw: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A stretch with no price, and why."""

    begins: float
    ends: float
    words: str
    is_sold_out: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the line that words point at."""

    at: float
    price_krw: int
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What is painted; steps that touch are one line. `low` is None where now is the lowest."""

    steps: tuple[Step, ...]
    blanks: tuple[Blank, ...]
    last: Mark
    low: Mark | None
    lowest_krw: int
    highest_krw: int
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One observation as a line of the table."""

    key: str
    whenText: str
    priceText: str
    unitText: str
    conditionText: str
    spokenText: str


def within(spans: Iterable[PriceSpan], now: datetime, reach: timedelta) -> tuple[PriceSpan, ...]:
    """Return the spans that reach into the time shown, cut at its begin, oldest first."""
    begins = now - reach
    found = sorted(
        (s for s in spans if s.last_seen_at >= begins),
        key=lambda s: (s.observed_at, s.last_seen_at),
    )
    return tuple(replace(s, observed_at=max(s.observed_at, begins)) for s in found)


def figure(spans: Sequence[PriceSpan], now: datetime) -> Figure | None:
    """Return the picture of two prices or more on more than one day, else None.

    One page may tell several prices at once: of broadcasts of the same product to come.
    """
    priced = [span for span in spans if span.price_krw is not None]
    days = {korean_day(at) for span in priced for at in (span.observed_at, span.last_seen_at)}
    if len(priced) < 2 or len(days) < 2:
        return None
    begins = min(spans[0].observed_at, now - timedelta(days=_LEAST_DAYS))
    reach = (now - begins).total_seconds()

    def place(instant: datetime) -> float:
        return min(max((instant - begins).total_seconds() / reach, 0.0), 1.0)

    held = [*spans[1:], None]
    steps: list[Step] = []
    blanks: list[Blank] = []
    for span, after in zip(spans, held, strict=True):
        until = now if after is None else after.observed_at
        ends = until if until - span.last_seen_at <= _UNSEEN else span.last_seen_at
        if span.price_krw is None:
            blanks.append(Blank(place(span.observed_at), place(ends), "품절", is_sold_out=True))
        else:
            steps.append(Step(place(span.observed_at), place(ends), span.price_krw))
        if ends < until:
            blanks.append(Blank(place(ends), place(until), f"못{NBSP}봄"))
    lowest, last = _lowest(priced), priced[-1]
    is_low = last.price_krw == lowest.price_krw
    return Figure(
        steps=tuple(steps),
        blanks=tuple(blanks),
        last=Mark(steps[-1].ends, steps[-1].price_krw, _last_words(last, now, is_low=is_low)),
        low=None if is_low else Mark(place(lowest.last_seen_at), *_low_words(lowest, now)),
        lowest_krw=min(step.price_krw for step in steps),
        highest_krw=max(step.price_krw for step in steps),
        ticks=(
            (0.0, _short(korean_day(begins))),
            *((place(day_start(day)), words) for day, words in _months(begins, now)),
            _TODAY,
        ),
    )


def _lowest(priced: Sequence[PriceSpan]) -> PriceSpan:
    return min(priced, key=lambda s: (s.price_krw or 0, -s.last_seen_at.timestamp()))


def _last_words(last: PriceSpan, now: datetime, *, is_low: bool) -> str:
    price = format_won(last.price_krw or 0)
    if now - last.last_seen_at > _NOW:
        return f"{day_text(last.last_seen_at, now)}에 본 값 {price}"
    return f"지금{NBSP}{price} · 가장{NBSP}싸요" if is_low else f"지금{NBSP}{price}"


def _low_words(lowest: PriceSpan, now: datetime) -> tuple[int, str]:
    price = lowest.price_krw or 0
    return price, f"가장{NBSP}쌌던{NBSP}날 {day_text(lowest.last_seen_at, now)} {format_won(price)}"


def _months(begins: datetime, now: datetime) -> Iterable[tuple[date, str]]:
    """Yield the first days of months in between; of a short picture, of weeks."""
    first, last = korean_day(begins), korean_day(now)
    days = [first + timedelta(days=n) for n in range(1, (last - first).days)]
    if len(days) > 45:
        return [(day, f"{day.month}월") for day in days if day.day == 1]
    return [(day, _short(day)) for day in days if (last - day).days % 7 == 0]


def _short(day: date) -> str:
    return f"{day.month}/{day.day}"


def day_text(instant: datetime, now: datetime) -> str:
    local = instant.astimezone(KST)
    year = f"{local.year}년{NBSP}" if local.year != now.astimezone(KST).year else ""
    return f"{year}{local.month}월{NBSP}{local.day}일"


def sentence(spans: Sequence[PriceSpan], now: datetime) -> str:
    """Say what the picture shows, or why there is none; "" of a product never priced."""
    priced = [span for span in spans if span.price_krw is not None]
    if not priced:
        return ""
    last, lowest = priced[-1], _lowest(priced)
    if len(priced) == 1:
        same = korean_day(last.observed_at) == korean_day(last.last_seen_at)
        seen = f"{day_text(last.observed_at, now)}에" if same else _since(last, now)
        price = format_won(last.price_krw or 0)
        rest = "본 값이 하나예요" if same else f"값이 {price} 그대로예요"
        return f"{seen} {rest}. 값이 바뀌면 여기에 그림으로 보여 드려요."
    began = f"{day_text(spans[0].observed_at, now)}부터 값을 {len(priced)}번 적었어요."
    apart = " 쿠폰이나 카드가 있어야 하는 값은 넣지 않았어요."
    noted = apart if any(span.conditional for span in spans) else ""
    return f"{began} {_compared(priced, last, lowest, now)}{noted}"


def _compared(
    priced: Sequence[PriceSpan], last: PriceSpan, lowest: PriceSpan, now: datetime
) -> str:
    highest = max(priced, key=lambda s: (s.price_krw or 0, s.last_seen_at.timestamp()))
    price = format_won(last.price_krw or 0)
    if highest.price_krw == lowest.price_krw:
        return f"값은 내내 {price}이었어요."
    is_now = now - last.last_seen_at <= _NOW
    if is_now and last.price_krw == lowest.price_krw:
        return f"지금이 {price}으로 가장 싸요. 가장 비쌌던 날은 {_seen(highest, now)}이에요."
    extremes = f"가장 쌌던 날은 {_seen(lowest, now)}, 가장 비쌌던 날은 {_seen(highest, now)}이에요."
    if is_now:
        return f"{extremes} 지금은 {price}이에요."
    return f"{extremes} 마지막으로 본 값은 {_seen(last, now)}이에요."


def _since(span: PriceSpan, now: datetime) -> str:
    return f"{day_text(span.observed_at, now)}부터 {day_text(span.last_seen_at, now)}까지"


def _seen(span: PriceSpan, now: datetime) -> str:
    return f"{day_text(span.last_seen_at, now)} {format_won(span.price_krw or 0)}"


def table(
    spans: Sequence[PriceSpan], amount: Amount | None, now: datetime
) -> tuple[PriceLine, ...]:
    """Return the newest observations as lines, newest first."""
    lines = [_line(number, span, amount, now) for number, span in enumerate(spans)]
    return tuple(reversed(lines[-_LISTED:]))


def _line(number: int, span: PriceSpan, amount: Amount | None, now: datetime) -> PriceLine:
    first, last = day_text(span.observed_at, now), day_text(span.last_seen_at, now)
    when = first if first == last else f"{first} ~ {last}"
    price = "품절" if span.price_krw is None else format_won(span.price_krw)
    unit = unit_price_text(price_of_unit(span.price_krw, amount))
    asked = span.conditional
    condition = f"{asked.condition} {format_won(asked.price_krw)}" if asked else ""
    return PriceLine(
        key=f"{span.observed_at.timestamp():.0f}-{number}",
        whenText=when,
        priceText=price,
        unitText=unit,
        conditionText=condition,
        spokenText=", ".join(filter(None, (when, price, unit, condition))),
    )
