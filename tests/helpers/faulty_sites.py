"""The demonstration sites, misbehaving on demand: one switch per source, and an editable plan.

    with FaultySites(clock.now) as sites:
        sites.scenario["hmall"] = Scenario.BLOCKED
        sites.edit("hnsmall", day).remove(3)
        ...
        assert sites.count("hmall") == 1

`pages.respond(request, now)` of the same object gives answers without sockets.
"""

from __future__ import annotations

import enum
import threading
import time
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from eats_desktop.demo.catalogue import DemoCatalogue, load_catalogue
from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.plan import WeekPlan
from eats_desktop.demo.site_pages import SOURCES, SitePages
from eats_desktop.demo.web import HTML_TYPE, JSON_TYPE, TEXT_TYPE, Request, Response, parse_day
from tests.helpers.edited_plan import DayEdit, EditedPlan, ShortPlan


class Scenario(enum.StrEnum):
    OK = "ok"
    NOT_MODIFIED = "not_modified"
    EMPTY_DAY = "empty_day"
    FEW_ROWS = "few_rows"
    DRIFT = "drift"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    SLOW = "slow"
    TRUNCATED = "truncated"
    WRONG_CHARSET = "wrong_charset"
    HTML_FOR_JSON = "html_for_json"
    ERROR_JSON = "error_json"
    MAINTENANCE = "maintenance"
    SPA_SHELL = "spa_shell"
    REDIRECT_LOOP = "redirect_loop"
    WRONG_DATE = "wrong_date"
    WRONG_TYPE = "wrong_type"
    ROBOTS_DISALLOW = "robots_disallow"
    ROBOTS_ERROR = "robots_error"


DRIFTS = {
    "hnsmall": (("goods-info", "goods-info2"), ("live-time", "air-time")),
    "hmall": (('"slitmCd"', '"itemNo"'), ('"sellPrc"', '"salePrice"')),
    "nsmall": (('"goodsCd"', '"itemNo"'), ('"brdctInfo"', '"airInfo"')),
    "lotteimall": (('"linkInfo"', '"link"'), ('"stime"', '"startTime"')),
    "cjonstyle": (('"itemCd"', '"itemNo"'), ('"bdStrDtm"', '"startAt"')),
    "kshop": (('"dpPrdId"', '"itemNo"'), ('"brdBgnDtm"', '"startAt"')),
    "gongyoung": (('"prdNm"', '"itemNm"'), ('"brcBgnDtm"', '"startAt"')),
    "gsshop": (("prd-item", "goods-item"), ("prd-name", "goods-name")),
    "shinsegae": (("gtm_list_item", "gtm_item"), ("_bestPrice", "_price")),
    "skstoa": (("ga-prd-data", "prd-data"), ("timebox", "clock")),
    "wshopping": (("item_info", "item_box"), ("onairShow", "airShow")),
    "shoppingnt": (("tit-time", "time-label"), ("tit-h2", "tit-h3")),
    "kok": (("card product-section-ul-li", "card-v2 product-section-li-v2"),),
    "btv_guide": (('"dtEventStart"', '"startAt"'), ('"nmTitle"', '"title"')),
    "uplus_guide": (('"epgStrtTme"', '"startTime"'), ('"brdPgmTitNm"', '"title"')),
}


def _html(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!DOCTYPE html><html lang="ko"><head>{head}</head><body>{body}</body></html>'


_PAGES = {
    Scenario.BLOCKED: (403, _html("Access Denied", "<h1>Access Denied</h1>")),
    Scenario.RATE_LIMITED: (429, _html("429", "Too Many Requests")),
    Scenario.SERVER_ERROR: (500, _html("500", "Internal Server Error")),
    Scenario.HTML_FOR_JSON: (200, _html("잠시만 기다려 주세요", "접속자가 많아 대기 중입니다.")),
    Scenario.MAINTENANCE: (200, _html("시스템 점검 안내", "<h1>서비스 점검 중입니다</h1>")),
    Scenario.SPA_SHELL: (200, _html("쇼핑", '<div id="app"></div>')),
}
_DATES = (
    "broadDay", "brodDt", "formDate", "stdDt", "brdCntrTvChnlBrdDt", "bdDate", "bdDt", "dateValue",
    "brcStdDate", "today",
)  # fmt: skip
_OF_TODAY = ("skstoa", "shoppingnt")
"""Asked for no day: their pages are of another day when their clock is."""

_ERROR_JSON = (
    '{"respCode":"dp.clt.99999","code":"9999","successYn":"N","respData":null,"data":null,'
    '"result":null,"respMsg":"처리 중 오류가 발생했습니다."}'
)


@dataclass(frozen=True)
class Logged:
    """One request as it came, when (monotonic seconds), and the status it got."""

    at: float
    request: Request
    status: int


class FaultySites(LoopbackSites):
    """Demonstration sites with a switch per source, plan edits and a request log."""

    def __init__(self, clock, catalogue: DemoCatalogue | None = None, *, slow_s: float = 1.0):
        self.pages = FaultyPages(catalogue or load_catalogue())
        self.scenario = self.pages.scenario
        self.edit = self.pages.edit
        self.log: list[Logged] = []
        self._clock = clock
        self._slow_s = slow_s
        self._stopped = threading.Event()
        super().__init__(SOURCES, self._answer)

    def start(self) -> None:
        self._stopped.clear()
        super().start()

    def stop(self) -> None:
        self._stopped.set()
        super().stop()

    def requests(self, source: str | None = None, *, robots: bool = False) -> list[Logged]:
        """Return what was asked, oldest first; requests for robots.txt only when wanted."""
        return [
            entry
            for entry in self.log
            if source in (None, entry.request.source)
            and (robots or entry.request.path != "/robots.txt")
        ]

    def count(self, source: str | None = None) -> int:
        return len(self.requests(source))

    def connections(self, source: str) -> int:
        """Return how many TCP connections the source was asked through."""
        return len({e.request.connection for e in self.requests(source, robots=True)})

    def gaps(self, source: str) -> list[float]:
        """Return the seconds between successive requests to one source."""
        times = [entry.at for entry in self.requests(source, robots=True)]
        return [later - earlier for earlier, later in pairwise(times)]

    def _answer(self, request: Request) -> Response:
        at = time.monotonic()
        response = self.pages.respond(request, self._clock())
        self.log.append(Logged(at, request, response.status))
        if self.scenario[request.source] is Scenario.SLOW and request.path != "/robots.txt":
            self._stopped.wait(self._slow_s)
        return response


class FaultyPages:
    """Pure part: the answer of a source under its present scenario."""

    def __init__(self, catalogue: DemoCatalogue):
        week = WeekPlan(catalogue)
        self.scenario = dict.fromkeys(SOURCES, Scenario.OK)
        self.applies_to = dict.fromkeys(SOURCES, lambda request: True)
        """Per source, the requests that its scenario touches; the others are answered well."""
        self.retry_after = "120"
        self.plans = {source: EditedPlan(week) for source in SOURCES}
        self._mall = catalogue.mall
        self._pages = {source: SitePages(self.plans[source], catalogue.mall) for source in SOURCES}

    def edit(self, channel_id: str, day: date, *, seen_by: str | None = None) -> DayEdit:
        """Open a channel's broadcast day for editing, in all sites or in one of them only."""
        names = SOURCES if seen_by is None else (seen_by,)
        return DayEdit([self.plans[name] for name in names], channel_id, day)

    def respond(self, request: Request, now: datetime) -> Response:
        scenario = self.scenario[request.source]
        if request.path == "/robots.txt":
            return _robots(scenario) or self._pages[request.source].respond(request, now)
        if not self.applies_to[request.source](request):
            scenario = Scenario.OK
        return self._under(scenario, request, now)

    def _under(self, scenario: Scenario, request: Request, now: datetime) -> Response:
        if scenario in _PAGES:
            return self._page(scenario)
        if scenario is Scenario.ERROR_JSON:
            return Response(200, {"Content-Type": JSON_TYPE}, _ERROR_JSON.encode())
        if scenario is Scenario.REDIRECT_LOOP:
            return Response(302, {"Location": f"{request.path}?again=1"}, b"")
        if scenario is Scenario.NOT_MODIFIED and "if-none-match" in request.headers:
            return Response(304, {"ETag": request.headers["if-none-match"]}, b"")
        if scenario in (Scenario.EMPTY_DAY, Scenario.FEW_ROWS):
            return self._short(0 if scenario is Scenario.EMPTY_DAY else 2, request, now)
        if scenario is Scenario.WRONG_DATE:
            request = _for_the_next_day(request)
            now += timedelta(days=request.source in _OF_TODAY)
        good = self._pages[request.source].respond(request, now)
        return _SPOILED.get(scenario, lambda response, source: response)(good, request.source)

    def _page(self, scenario: Scenario) -> Response:
        status, text = _PAGES[scenario]
        headers = {"Content-Type": HTML_TYPE}
        if scenario is Scenario.RATE_LIMITED:
            headers["Retry-After"] = self.retry_after
        return Response(status, headers, text.encode())

    def _short(self, rows: int, request: Request, now: datetime) -> Response:
        mall = [product for product in self._mall if product.category == request.query.get("code")]
        pages = SitePages(ShortPlan(self.plans[request.source], rows), mall[:rows])
        return pages.respond(request, now)


def _robots(scenario: Scenario) -> Response | None:
    if scenario is Scenario.ROBOTS_DISALLOW:
        return Response(200, {"Content-Type": TEXT_TYPE}, b"User-agent: *\nDisallow: /\n")
    if scenario is Scenario.ROBOTS_ERROR:
        return Response(503, {"Content-Type": TEXT_TYPE}, b"unavailable")
    return None


def _for_the_next_day(request: Request) -> Request:
    """Ask for the day after, so that the page carries another date than was asked for.

    Sites whose pages carry none (`fromDate`) are left alone: nobody could tell.
    """
    later = {name: _plus_a_day(request.query[name]) for name in _DATES if name in request.query}
    head, _, last = request.path.rpartition("/")
    return replace(request, query={**request.query, **later}, path=f"{head}/{_plus_a_day(last)}")


def _plus_a_day(text: str) -> str:
    day = parse_day(text) if len(text) == 8 else None
    return text if day is None else f"{day + timedelta(days=1):%Y%m%d}"


def _drifted(response: Response, source: str) -> Response:
    text = response.body.decode()
    for old, new in DRIFTS[source]:
        text = text.replace(old, new)
    return _with_body(response, text.encode())


def _truncated(response: Response, source: str) -> Response:
    headers = {**response.headers, "Content-Length": str(len(response.body))}
    return Response(response.status, headers, response.body[: len(response.body) // 2])


def _miscoded(response: Response, source: str) -> Response:
    return _with_body(response, response.body.decode().encode("cp949", errors="replace"))


def _mistyped(response: Response, source: str) -> Response:
    """Declare JSON to be HTML and the other way round, as new content."""
    other = JSON_TYPE if response.headers["Content-Type"] == HTML_TYPE else HTML_TYPE
    headers = {name: value for name, value in response.headers.items() if name != "ETag"}
    return Response(response.status, {**headers, "Content-Type": other}, response.body)


def _with_body(response: Response, body: bytes) -> Response:
    headers = {name: value for name, value in response.headers.items() if name != "ETag"}
    return Response(response.status, headers, body)


_SPOILED = {
    Scenario.DRIFT: _drifted,
    Scenario.TRUNCATED: _truncated,
    Scenario.WRONG_CHARSET: _miscoded,
    Scenario.WRONG_TYPE: _mistyped,
}
