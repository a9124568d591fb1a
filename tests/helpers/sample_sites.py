"""The collected sample pages as loopback sites, re-dated to the day asked for."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.demo.web import HTML_TYPE, JSON_TYPE, TEXT_TYPE, Response, parse_day, xml_response

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
_HNS, _HMALL, _NS = date(2025, 8, 6), date(2025, 8, 6), date(2025, 8, 6)
_GUIDE = date(2026, 8, 9)
_SUMMER = date(2026, 7, 25)


def sample(name):
    return (SAMPLES / name).read_text("utf-8")


def redated(text, sampled, day):
    """Move every date of a sample by as much as its own day is away from `day`."""
    for ahead in (-1, 0, 1):
        old, new = sampled + timedelta(days=ahead), day + timedelta(days=ahead)
        # A mark keeps a moved date from being moved again.
        text = re.sub(f"{old:%Y%m%d}", f"\0{new:%Y}\0{new:%m%d}", text)
        text = re.sub(f"{old:%Y-%m-%d}", f"\0{new:%Y}\0-{new:%m-%d}", text)
    return text.replace("\0", "")


class SampleSites(LoopbackSites):
    """`today` is the day of pages that are asked for none."""

    def __init__(self, today=None):
        super().__init__(SOURCES, lambda request: _answer(request, today))


def _answer(request, today):
    if request.path == "/robots.txt":
        return Response(200, {"Content-Type": TEXT_TYPE}, b"User-agent: *\nAllow: /\n")
    if request.source in _OF_TODAY:
        return _OF_TODAY[request.source](today)
    if request.source == "shinsegae":
        return _shinsegae(request.query, today)
    return _ANSWERS[request.source](request, request.query)


def _html(text):
    return Response(200, {"Content-Type": HTML_TYPE}, text.encode())


def _json(text):
    """As real servers send it: without blanks between the fields."""
    compact = json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)
    return Response(200, {"Content-Type": JSON_TYPE}, compact.encode())


def _hnsmall(_request, query):
    day = parse_day(query["broadDay"])
    return _html(redated(sample("hnsmall_tvschedule-list_20250806.html"), _HNS, day))


def _hmall(_request, query):
    if query["brodPrrgPage"] not in ("0", "200"):
        return _json(sample("hmall_tv-list_empty.json"))
    name = f"hmall_tv-list_{query['brodType']}_20250806.json"
    return _json(redated(sample(name), _HMALL, parse_day(query["brodDt"])))


def _nsmall(request, query):
    day = parse_day(query["formDate"])
    if request.path.endswith("brdctPriceInfo"):
        return _json(sample(f"nsmall_brdctPriceInfo_{query['CnnlCd']}_20250806.json"))
    kind = "tv" if query["cnnlCd"] == "TV" else "shopplus"
    return _json(redated(sample(f"nsmall_schedule_{kind}_20250806.json"), _NS, day))


def _kok(_request, query):
    first = (query["code"], query["page"]) == ("1611", "1")
    return _html(sample("kok_list_1611_p1.html" if first else "kok_list_empty.html"))


def _btv(_request, query):
    day = parse_day(query["stdDt"])
    return _json(redated(sample("skbtv_week-frmt-list_327.json"), _GUIDE, day))


def _uplus(_request, query):
    day = parse_day(query.get("brdCntrTvChnlBrdDt", ""))
    if day is None:
        return _json(sample("lgu_tv-schedule-list_channels.json"))
    if query["urcBrdCntrTvChnlId"] != "801":
        return _json(sample("lgu_tv-schedule-list_nodata.json"))
    return _json(redated(sample("lgu_tv-schedule-list_801_20260809.json"), _GUIDE, day))


def _gsshop(_request, query):
    day = parse_day(query["today"])
    return _html(redated(sample("gsshop_tvScheduleDetail_20260725.html"), _SUMMER, day))


def _shinsegae(query, today):
    """The fragment names no day, but what is on air is so today only."""
    text = sample("shinsegae_tvschedule-ajax_20260725.html")
    if query["fromDate"] != f"{today:%Y/%m/%d}":
        text = re.sub(r'<dl data-onair="Y">.*?</dl>', "", text, flags=re.DOTALL)
    return _html(text)


def _wshopping(_request, query):
    return _html(sample("wshopping_broadcast_main_20260725.html"))


def _skstoa(today):
    return _html(redated(sample("skstoa_tv_schedule_20260725.html"), _SUMMER, today))


def _shoppingnt(today):
    text = sample("shoppingnt_tvBroadcastMain_20260725.html")
    for ahead in (-1, 0):
        old, new = _SUMMER + timedelta(days=ahead), today + timedelta(days=ahead)
        text = text.replace(f"{old:%m.%d}", f"{new:%m.%d}")
    return _html(text)


def _lotteimall(request, query):
    name = request.path.removeprefix("/main/").removesuffix(".lotte")
    day = parse_day(query["bdDate"])
    return _json(redated(sample(f"lotteimall_{name}_20260725.json"), _SUMMER, day))


def _cjonstyle(_request, query):
    """The instants move by whole days, and the label with them."""
    day = parse_day(query["bdDt"])
    document = json.loads(sample(f"cjonstyle_tvSchedule_{query['broadType']}.json"))
    moved = (day - parse_day(document["result"]["bdDt"])).days * 86_400_000
    document["result"]["bdDt"] = query["bdDt"]
    for row in document["result"]["programList"]:
        row["bdStrDtm"] += moved
        row["bdEndDtm"] += moved
    return _json(json.dumps(document))


def _kshop(_request, query):
    day = parse_day(query["dateValue"])
    return _json(redated(sample("kshop_broadcast_20260725.json"), _SUMMER, day))


def _gongyoung(request, query):
    if request.body is not None:
        return xml_response(sample("gongyoung_getGoodsUnitInfo.xml"))
    day = parse_day(query["brcStdDate"])
    return _json(redated(sample("gongyoung_selectScheduleSub_20260725.json"), _SUMMER, day))


_OF_TODAY = {"skstoa": _skstoa, "shoppingnt": _shoppingnt}
_ANSWERS = {
    "hnsmall": _hnsmall,
    "hmall": _hmall,
    "nsmall": _nsmall,
    "kok": _kok,
    "btv_guide": _btv,
    "uplus_guide": _uplus,
    "lotteimall": _lotteimall,
    "cjonstyle": _cjonstyle,
    "kshop": _kshop,
    "gongyoung": _gongyoung,
    "gsshop": _gsshop,
    "wshopping": _wshopping,
}
