"""The 17 channels as the outside world runs them: day boundary, slot lengths, numbers in guides."""

from __future__ import annotations

from dataclasses import dataclass

_LIVE = (60, 60, 60, 60, 60, 65, 55, 70, 50, 80)
_BRISK = (40, 60, 40, 30, 60, 40, 20, 60, 5)
_SHORT = (40, 30, 60, 20, 40, 60, 30, 5)
_LONG = (60, 120, 90, 120, 100)


@dataclass(frozen=True, slots=True)
class Station:
    """A channel's habits.

    `opens` is the minute of the day at which its broadcast day turns; `seller` the site that
    lists its products (None: known from guides only); `end_gap` the minutes by which the seller's
    page understates an end; `fill` the share of slots listed 0, 1, 2… days ahead.
    """

    channel_id: str
    channel_no: int
    name: str
    btv_id: str
    uplus_id: str
    opens: int
    lengths: tuple[int, ...]
    seller: str | None = None
    end_gap: int = 0
    food_share: float = 0.36
    fill: tuple[float, ...] = ()
    guide_shift: int = 0
    placeholder_guide: bool = False


_HNSMALL_FILL = (1, 1, 1, 0.75, 0.7, 0.7, 0.52, 0.45, 0.4, 0.3, 0.3)
_HMALL_FILL = (1, 1, 0.95, 0.75, 0.5, 0.4, 0.3, 0.25, 0.25, 0.2, 0.1)
_HMALL_PLUS_FILL = (1, 1, 0.7, 0.6, 0.55, 0.45, 0.35, 0.3, 0.12, 0.09, 0.05)
_NSMALL_FILL = (1, 1, 1, 1, 0.75, 0.7, 0.45, 0.3, 0.12, 0.1, 0.1)
_WEEK_FILL = (1, 1, 1, 0.75, 0.7, 0.6, 0.5)
_TODAY = (1,)
_NSMALL_PLUS_FILL = (1, 1, 0.7, 0.5, 0.45, 0.4, 0.4)

STATIONS = (
    Station("hnsmall", 4, "홈앤쇼핑", "327", "801", 60, _LIVE, "hnsmall", 0, 0.5, _HNSMALL_FILL),
    Station("hmall", 12, "현대홈쇼핑", "321", "811", 60, _LIVE, "hmall", 0, 0.42, _HMALL_FILL),
    Station(
        "hmall_plus", 34, "현대홈쇼핑+샵", "337", "812", 40, _BRISK, "hmall", 1, 0.42,
        _HMALL_PLUS_FILL,
    ),
    Station("nsmall", 13, "NS홈쇼핑", "322", "813", 120, _LIVE, "nsmall", 0, 0.3, _NSMALL_FILL),
    Station(
        "nsmall_plus", 41, "NS샵+", "341", "814", 42, _LIVE, "nsmall", 1, 0.5,
        _NSMALL_PLUS_FILL, guide_shift=-2,
    ),
    Station(
        "gongyoung", 20, "공영쇼핑", "332", "815", 60, _LIVE, "gongyoung", 0, 0.5, _WEEK_FILL,
    ),
    Station("gsshop", 6, "GS샵 LIVE", "320", "816", 60, _LIVE, "gsshop", 0, 0.42, _WEEK_FILL),
    Station("gsmyshop", 30, "GS마이샵", "343", "817", 38, _SHORT),
    Station(
        "cjonstyle", 8, "CJ온스타일", "324", "818", 60, _LIVE, "cjonstyle", 0, 0.36, _WEEK_FILL,
    ),
    Station(
        "cjonstyle_plus", 32, "CJ온스타일플러스", "340", "819", 45, _BRISK, "cjonstyle", 1, 0.36,
        _WEEK_FILL,
    ),
    Station(
        "lotteimall", 10, "롯데홈쇼핑", "323", "820", 60, _LIVE, "lotteimall", 0, 0.5, _WEEK_FILL,
    ),
    Station(
        "lotte_onetv", 36, "롯데OneTV", "344", "802", 40, _BRISK, "lotteimall", 0, 0.5,
        _WEEK_FILL, guide_shift=-1,
    ),
    Station("kshop", 2, "KT알파쇼핑", "333", "800", 30, _LONG, "kshop", 1, 0.36, _WEEK_FILL),
    Station("skstoa", 17, "SK스토아", "345", "821", 31, _LIVE, "skstoa", 0, 0.42, _TODAY),
    Station(
        "shinsegae", 21, "신세계쇼핑", "339", "822", 37, _LIVE, "shinsegae", 0, 0.42, _WEEK_FILL,
        placeholder_guide=True,
    ),
    Station("wshopping", 28, "W쇼핑", "342", "823", 25, _LONG, "wshopping", 0, 0.42, (1, 1, 1)),
    Station(
        "shoppingnt", 37, "쇼핑엔티", "336", "824", 32, _LIVE, "shoppingnt", 1, 0.42, _TODAY,
    ),
)  # fmt: skip

BY_CHANNEL = {station.channel_id: station for station in STATIONS}
BY_BTV_ID = {station.btv_id: station for station in STATIONS}
BY_UPLUS_ID = {station.uplus_id: station for station in STATIONS}
