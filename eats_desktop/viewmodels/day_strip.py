"""The strip of days above the schedule: a week back, a week ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.viewmodels.texts import WEEKDAYS, day_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from eats_desktop.domain.sync_report import DayOverview

DAYS_BACK, DAYS_AHEAD = 7, 7


@dataclass(frozen=True, slots=True)
class DayRow:
    key: str
    dayText: str
    weekdayText: str
    countText: str
    isToday: bool
    isSelected: bool
    isRest: bool
    spokenText: str


def first_day(today: date) -> date:
    return today - timedelta(days=DAYS_BACK)


def day_rows(overviews: Iterable[DayOverview], today: date, selected: date) -> list[DayRow]:
    return [_row(overview, today, selected) for overview in overviews]


def _row(overview: DayOverview, today: date, selected: date) -> DayRow:
    day = overview.day
    known = overview.fetched_at is not None or overview.food_count > 0
    count = f"{overview.food_count}개" if known else "–"
    spoken = f"식품 방송 {overview.food_count}개" if known else "아직 받지 않음"
    today_word = "오늘" if day == today else ""
    return DayRow(
        key=day.isoformat(),
        dayText=str(day.day),
        weekdayText=today_word or WEEKDAYS[day.weekday()],
        countText=count,
        isToday=day == today,
        isSelected=day == selected,
        isRest=day.weekday() >= 5,
        spokenText=" ".join(filter(None, (today_word, day_text(day), spoken))),
    )
