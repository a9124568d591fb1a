"""The collected sample pages as loopback sites, re-dated to the day asked for."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.demo.web import HTML_TYPE, JSON_TYPE, TEXT_TYPE, Response, parse_day

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
_HNS, _HMALL, _NS = date(2025, 8, 6), date(2025, 8, 6), date(2025, 8, 6)
_GUIDE = date(2026, 8, 9)


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
    def __init__(self):
        super().__init__(SOURCES, _answer)


def _answer(request):
    if request.path == "/robots.txt":
        return Response(200, {"Content-Type": TEXT_TYPE}, b"User-agent: *\nAllow: /\n")
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


_ANSWERS = {
    "hnsmall": _hnsmall,
    "hmall": _hmall,
    "nsmall": _nsmall,
    "kok": _kok,
    "btv_guide": _btv,
    "uplus_guide": _uplus,
}
