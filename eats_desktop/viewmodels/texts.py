"""How the program writes days, times, prices, states and failures for shoppers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState, PriceKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from eats_desktop.domain.schedule import Broadcast

WEEKDAYS = "월화수목금토일"
_SOON = timedelta(minutes=10)

NO_PRICE = {
    PriceKind.PRICED: "가격 정보 없음",
    PriceKind.CONSULT: "상담 후 안내",
    PriceKind.RENTAL: "월 이용료 안내",
    PriceKind.SOLD_OUT: "품절",
    PriceKind.UNKNOWN: "가격 정보 없음",
}

ERRORS = {
    "INP-01": ("입력을 확인해 주세요.", ""),
    "INP-02": ("찾으시는 것이 없어요.", "편성이 바뀌었을 수 있어요. 편성표에서 다시 찾아보세요."),
    "INP-03": ("지금은 할 수 없어요.", ""),
    "USR-01": ("PIN이 맞지 않아요.", "번호를 살펴보고 다시 적어 주세요."),
    "USR-02": ("PIN을 여러 번 틀려서 잠겼어요.", "잠시 뒤 다시 적어 주세요."),
    "PAY-01": ("결제가 되지 않았어요.", "다른 방법으로 결제해 보세요."),
    "PAY-02": ("결제 결과를 확인하고 있어요.", "다시 결제하지 마세요."),
    "PAY-03": ("확인 중인 결제가 있어요.", "그 결제가 끝난 뒤에 결제해 주세요."),
    "PAY-04": ("금액이 맞지 않아 결제를 멈췄어요.", "직원에게 알려 주세요."),
    "PAY-05": ("지금은 이 방법으로 결제할 수 없어요.", "장바구니는 그대로 있어요."),
    "PAY-06": ("결제를 취소했어요.", "청구되지 않았어요."),
    "REC-02": ("모르는 조건이에요.", "조건을 지우거나 이름을 고쳐 주세요."),
    "REC-01": (
        "레시피를 찾을 수 없어요.",
        "모음이 새로 바뀌었을 수 있어요. 이름으로 다시 찾아보세요.",
    ),
    "NET-01": ("인터넷에 연결되지 않았어요.", "이미 받은 정보로 보여 드려요."),
    "NET-02": ("제때 답을 받지 못했어요.", "잠시 뒤 스스로 다시 시도해요."),
    "NET-03": ("안전한 연결을 확인하지 못했어요.", "컴퓨터의 날짜와 시각이 맞는지 살펴 주세요."),
    "NET-04": ("잠시 접속을 막았어요.", "시간을 두고 스스로 다시 시도해요."),
    "SRC-01": ("화면이 바뀌어 새 정보를 읽지 못했어요.", "마지막으로 받은 정보를 보여 드려요."),
    "SRC-02": ("받은 정보가 이상해서 쓰지 않았어요.", "마지막으로 받은 정보를 보여 드려요."),
    "SRC-03": (
        "가게의 출처 표를 쓰지 못해 기본값으로 받아요.",
        "데이터 폴더의 sources.toml을 고치거나 지우고 프로그램을 다시 켜 주세요.",
    ),
    "DB-01": ("저장 파일을 쓸 수 없어요.", "다른 프로그램이 쓰고 있는지 살펴 주세요."),
    "DB-02": ("저장 파일이 손상됐어요.", "eats-desktop restore 로 백업을 되돌릴 수 있어요."),
    "DB-03": ("저장 공간이 부족해 새 정보를 받지 않아요.", "공간을 비우고 다시 시도해 주세요."),
    "DB-04": ("더 새로운 프로그램이 만든 파일이에요.", "프로그램을 새 판으로 바꿔 주세요."),
    "SCH-03": ("받기를 멈췄어요.", ""),
    "ML-01": ("상품을 읽는 모델을 열지 못했어요.", "프로그램을 다시 설치해 주세요."),
    "VID-03": ("이 컴퓨터에서는 영상을 틀 수 없어요.", "판매처 화면이나 전화로 주문할 수 있어요."),
    "NTF-01": ("바탕 화면 알림을 띄우지 못했어요.", "알림함에는 그대로 남아 있어요."),
}


def error_texts(code: str) -> tuple[str, str]:
    """Return the sentence of a failure and what to do about it."""
    title, help_ = ERRORS.get(code, ("문제가 생겼어요.", "다시 시도해 주세요."))
    return f"{title} ({code})", help_


def clock_text(instant: datetime) -> str:
    return f"{instant.astimezone(KST):%H:%M}"


def day_text(day: date) -> str:
    return f"{day.month}월 {day.day}일 ({WEEKDAYS[day.weekday()]})"


def short_moment(instant: datetime) -> str:
    local = instant.astimezone(KST)
    return f"{local.month}/{local.day}({WEEKDAYS[local.weekday()]}) {local:%H:%M}"


def span_text(broadcast: Broadcast) -> str:
    """Write the hours of a broadcast; an end on the next day is marked."""
    over = korean_day(broadcast.ends_at) > broadcast.day
    return (
        f"{clock_text(broadcast.starts_at)}~{clock_text(broadcast.ends_at)}{'(+1)' if over else ''}"
    )


def moment_text(instant: datetime, now: datetime) -> str:
    """Write an instant as near as it is: the clock today, 어제/내일, else the date."""
    days = (korean_day(instant) - korean_day(now)).days
    near = {0: "", -1: "어제 ", 1: "내일 "}
    return f"{near[days]}{clock_text(instant)}" if days in near else short_moment(instant)


def until_text(span: timedelta) -> str:
    """Write how long it is to go: the two largest units, minutes rounded up."""
    minutes = max(0, -(-int(span.total_seconds()) // 60))
    days, hours = minutes // 1440, minutes % 1440 // 60
    if days:
        return f"{days}일 {hours}시간" if hours else f"{days}일"
    if hours:
        return f"{hours}시간 {minutes % 60}분" if minutes % 60 else f"{hours}시간"
    return f"{minutes}분"


def state_texts(broadcast: Broadcast, now: datetime) -> tuple[str, str]:
    """Return the kind that colours and pictures go by, and the words of a broadcast's state."""
    if broadcast.moved_to is not None and broadcast.cancelled_at is not None:
        return "moved", f"시간 변경 → {short_moment(broadcast.moved_to)}"
    state = broadcast.state_at(now)
    if state is BroadcastState.LIVE:
        return "live", f"방송 중 · {until_text(broadcast.ends_at - now)} 남음"
    if state is BroadcastState.UPCOMING and broadcast.starts_at - now <= _SOON:
        return "soon", f"곧 시작 · {until_text(broadcast.starts_at - now)} 전"
    return {
        BroadcastState.UPCOMING: ("upcoming", "방송 예정"),
        BroadcastState.ENDED: ("ended", "방송 종료"),
        BroadcastState.CANCELLED: ("cancelled", "방송 취소"),
    }[state]


class Priced(Protocol):
    """A product with a price or a reason for none: in a broadcast, in the mall."""

    @property
    def price_kind(self) -> PriceKind: ...
    @property
    def price_krw(self) -> int | None: ...
    @property
    def list_price_krw(self) -> int | None: ...
    @property
    def discount_rate(self) -> int | None: ...


def price_texts(product: Priced | None) -> tuple[str, str, str]:
    """Return price, struck list price and discount; "" where there is none to show."""
    if product is None:
        return "", "", ""
    price = product.price_krw
    if price is None:
        return NO_PRICE[product.price_kind], "", ""
    rate = product.discount_rate
    if not rate or product.list_price_krw is None:
        return format_won(price), "", ""
    return format_won(price), format_won(product.list_price_krw), f"{rate}%"
