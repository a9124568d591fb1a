"""SK Btv programme guide: three days of one channel with end times."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.pages.guide_titles import PLACEHOLDER, guide_title
from eats_desktop.demo.plan import starting_on
from eats_desktop.demo.stations import BY_BTV_ID
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from eats_desktop.demo.plan import Plan, PlannedSlot
    from eats_desktop.demo.stations import Station
    from eats_desktop.demo.web import Request, Response

_PATH = "/myb/core-prod/product/btv-channel/week-frmt-list"
_DAYS_IN_ONE_CALL = 3
_HORIZON = 8


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("stdDt", ""))
    if request.path != _PATH or day is None:
        return not_found()
    station = BY_BTV_ID.get(request.query.get("idSvc", ""))
    rows = [] if station is None else _rows(plan, station, day, korean_day(now))
    return json_response({"result": {"chnlFrmtInfoList": rows}})


def _rows(plan: Plan, station: Station, first: date, today: date) -> list[dict[str, object]]:
    days = (first + timedelta(days=n) for n in range(_DAYS_IN_ONE_CALL))
    return [
        _row(slot, station)
        for day in days
        if -1 <= (day - today).days < _HORIZON
        for slot in starting_on(plan, station, day)
    ]


def _row(slot: PlannedSlot, station: Station) -> dict[str, object]:
    shift = timedelta(minutes=station.guide_shift)
    start, end = (slot.starts_at + shift).astimezone(KST), (slot.ends_at + shift).astimezone(KST)
    title = PLACEHOLDER if station.placeholder_guide else guide_title(slot, station)
    return {
        "eventDt": f"{start:%Y%m%d}",
        "nmTitle": escape(title, quote=False),
        "dtEventStart": f"{start:%Y%m%d%H%M}00",
        "dtEventEnd": f"{end:%Y%m%d%H%M}00",
        "cdGenre": "11",
        "cdRating": "0",
        "nmSynop": None,
    }
