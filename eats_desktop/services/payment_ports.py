"""What the checkout needs of the journal and of the ways to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.order import Actor, Order, OrderNo, PaymentWay
    from eats_desktop.domain.payment import Payment, PaymentGateway, PaymentState
    from eats_desktop.domain.reminder import InboxDraft, InboxItem


class Settled(Protocol):
    """See storage.payments."""

    @property
    def payment(self) -> Payment: ...
    @property
    def order(self) -> Order: ...
    @property
    def arrived(self) -> tuple[InboxItem, ...]: ...
    @property
    def order_moved(self) -> bool: ...
    @property
    def cart_changed(self) -> bool: ...


class Journal(Protocol):
    """Each change is one transaction, on the disk when it returns; see storage.payments."""

    def step(
        self,
        payment: Payment,
        to: PaymentState,
        at: datetime,
        notice: Callable[[Order], InboxDraft | None],
        actor: Actor = ...,
        **learned: Any,
    ) -> Settled: ...

    def learn(self, payment: Payment, at: datetime, **learned: Any) -> Payment: ...

    def payment(self, payment_id: int) -> Payment | None: ...

    def of_order(self, order_no: OrderNo) -> Payment | None: ...

    def open_with_provider(self) -> Payment | None: ...

    def unsettled(self) -> tuple[Payment, ...]: ...

    def closed_since(self, since: datetime) -> tuple[Payment, ...]: ...

    def made_since(self, since: datetime) -> tuple[Payment, ...]: ...

    def for_staff(self, now: datetime) -> tuple[Payment, ...]: ...

    def own_prefix(self) -> str | None: ...

    def knows(self, wire_id: str) -> bool: ...


class Ways(Protocol):
    """The ways to pay that are switched on and set up."""

    def offered(self) -> tuple[PaymentWay, ...]: ...

    def gateway(self, way: PaymentWay) -> PaymentGateway:
        """Return the adapter of a way, offered now or not: old payments need it too."""
        ...
