"""Which ways to pay are switched on and set up, and the adapter of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from eats_desktop.domain.errors import ConflictError
from eats_desktop.domain.order import PaymentWay
from eats_desktop.payments.addresses import is_loopback
from eats_desktop.payments.demo import DemoGateway

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.payment import PaymentGateway
    from eats_desktop.payments.demo import Book
    from eats_desktop.payments.keys import TossKey
    from eats_desktop.payments.toss import TossAccess, TossGateway

_PROVIDER = "api.tosspayments.com"


@dataclass(frozen=True, slots=True)
class WaySettings:
    """What the settings say of the ways to pay."""

    counter: bool = False
    demo: bool = False
    toss: bool = False
    toss_url: str = f"https://{_PROVIDER}"
    toss_return_url: str = ""
    toss_wait_s: float = 10.0
    toss_confirm_wait_s: float = 60.0

    @property
    def toss_is_direct(self) -> bool:
        """The provider itself, which wants the key; a relay has its own and never gets ours."""
        return urlsplit(self.toss_url).hostname == _PROVIDER or is_loopback(self.toss_url)


class PaymentWays:
    """One per container; `close` lets go of connections. Safe from any thread."""

    def __init__(
        self,
        settings: Callable[[], WaySettings],
        key: TossKey,
        book: Book,
        environment: Mapping[str, str],
        clock: Clock,
        write: Callable[[Callable[[], None]], None],
    ) -> None:
        self._settings = settings
        self._key = key
        self._clock = clock
        self._demo = DemoGateway(book, environment, clock, write)
        self._toss: tuple[TossAccess, TossGateway] | None = None

    def offered(self) -> tuple[PaymentWay, ...]:
        given = self._settings()
        wanted = (
            (PaymentWay.COUNTER, given.counter),
            (PaymentWay.TOSS, given.toss and self.toss_problem() is None),
            (PaymentWay.DEMO, given.demo),
        )
        return tuple(way for way, is_on in wanted if is_on)

    def toss_problem(self) -> str | None:
        """Say what Toss Payments lacks to be used, None when nothing."""
        given = self._settings()
        if given.toss_is_direct and self._key.get() is None:
            return "결제 열쇠가 없어요"
        if not given.toss_return_url and urlsplit(given.toss_url).hostname == _PROVIDER:
            return "checkout.toss.return_url 설정이 비어 있어요"
        return None

    def gateway(self, way: PaymentWay) -> PaymentGateway:
        """Return the adapter of a way, offered now or not: old payments need it too."""
        if way is PaymentWay.DEMO:
            return self._demo
        if way is PaymentWay.TOSS:
            return self._toss_gateway()
        raise ConflictError("계산대 결제는 결제 회사에 묻지 않아요.")

    def close(self) -> None:
        if self._toss is not None:
            self._toss[1].close()

    def _toss_gateway(self) -> TossGateway:
        from eats_desktop.payments.toss import TossAccess, TossGateway  # noqa: PLC0415  requests

        given = self._settings()
        access = TossAccess(
            given.toss_url,
            given.toss_return_url or f"{given.toss_url.rstrip('/')}/eats/paid",
            self._key.get() if given.toss_is_direct else None,
            given.toss_wait_s,
            given.toss_confirm_wait_s,
        )
        if self._toss is None or self._toss[0] != access:
            self._toss = (access, TossGateway(access, self._clock))
        return self._toss[1]
