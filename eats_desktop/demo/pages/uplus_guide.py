"""LG U+ programme guide: the channel list with numbers, and one channel's day without ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.pages.guide_titles import guide_title
from eats_desktop.demo.plan import starting_on
from eats_desktop.demo.stations import BY_UPLUS_ID, STATIONS
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedSlot
    from eats_desktop.demo.stations import Station
    from eats_desktop.demo.web import Request, Response

_PATH = "/uhdc/fo/prdv/chnlgid/v1/tv-schedule-list"
_HORIZON = 5
_LONGEST_TITLE = 11
_GENRES = (("00", "지상파/종편"), ("06", "홈쇼핑"), ("08", "연예/오락"))
_STRANGERS = (("561", "5", "TJB", "00"), ("803", "999", "성인채널", "09"))
"""Other channels of the list; the genre 09 is missing from the genre list, as on the real site."""


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    if request.path != _PATH:
        return not_found()
    return json_response(
        {
            "brdGnreDtoList": [
                {"checkYn": "N", "urcBrdCntrTvChnlGnreCd": code, "urcBrdCntrTvChnlGnreNm": name}
                for code, name in _GENRES
            ],
            "brdCntrTvChnlIDtoList": [
                *(_channel(*stranger) for stranger in _STRANGERS),
                *(_channel(s.uplus_id, str(s.channel_no), s.name, "06") for s in STATIONS),
            ],
            "brdCntTvSchIDtoList": _schedule(plan, request, now),
        }
    )


def _channel(number: str, channel_no: str, name: str, genre: str) -> dict[str, object]:
    return {
        "urcBrdCntrTvChnlId": number,
        "urcBrdCntrTvChnlNo": channel_no,
        "urcBrdCntrTvChnlNm": f"{name}[{channel_no}]",
        "urcBrdCntrTvChnlGnreCd": genre,
        "urcBrdCntrTvChnlDscr": name,
    }


def _schedule(plan: Plan, request: Request, now: datetime) -> list[dict[str, object]]:
    station = BY_UPLUS_ID.get(request.query.get("urcBrdCntrTvChnlId", ""))
    day = parse_day(request.query.get("brdCntrTvChnlBrdDt", ""))
    if station is None or day is None or not 0 <= (day - korean_day(now)).days < _HORIZON:
        return []
    return [_row(slot, station) for slot in starting_on(plan, station, day)]


def _row(slot: PlannedSlot, station: Station) -> dict[str, object]:
    start = (slot.starts_at + timedelta(minutes=station.guide_shift)).astimezone(KST)
    return {
        "brdCntrTvChnlBrdDt": f"{start:%Y%m%d}",
        "epgStrtTme": f"{start:%H:%M}:00",
        "brdPgmTitNm": _shortened(guide_title(slot, station)),
        "brdPgmDscr": None,
        "brdWtchAgeGrdCd": "0",
        "brdPgmRsolNm": "HD",
        "subtBrdYn": "N",
        "explBrdYn": "N",
        "silaBrdYn": "N",
        "urcBrdCntrTvSchdGnreCd": "15",
        "urcBrdCntrTvChnlNm": f"{station.name}[{station.channel_no}]",
        "urcBrdCntrTvChnlId": station.uplus_id,
        "urcBrdCntrTvChnlNo": None,
    }


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}.."
