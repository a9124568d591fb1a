"""Every failure the program expects. Anything else is a bug and reaches the crash hook.

EatsError
├─ InputError              the user can mend it here and now
│  ├─ PinWrongError         tries are left
│  └─ UnknownFacetError     a bound on recipes that nobody knows
├─ NotFoundError / ConflictError
│  ├─ PinLockedError        too many wrong tries, for a while
│  ├─ RecipeGoneError       the library has no such recipe
│  ├─ PaymentOpenError      another payment is not decided yet
│  └─ PaymentUncertainError the money may already be moving
├─ SourceError
│  ├─ SourceUnavailableError   network, time-out, 5xx
│  ├─ SourceBlockedError       401, 403, 429, robots.txt
│  │  └─ SourceRestingError   not asked: budget, breaker, Retry-After
│  └─ SourceChangedError       schema, selector or health check no longer fits
│     └─ SourceGoneError       404, 410: this one page is no more
├─ StorageEnvironmentError     disk full, locked, read-only, corrupt, newer schema
├─ ModelError                  a model file is missing or not the one expected
├─ MediaError                  this machine cannot decode pictures
└─ NotifyError                 the desktop refused a notification
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from eats_desktop.domain.order import OrderNo


class EatsError(Exception):
    """A foreseen failure; `code` picks the Korean sentence shown, `detail` names the thing."""

    code: ClassVar[str] = "APP-01"
    retryable: ClassVar[bool] = False

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class InputError(EatsError):
    code = "INP-01"


class NotFoundError(EatsError):
    code = "INP-02"


class RecipeGoneError(NotFoundError):
    """The library has no such recipe: never had, or the set it came from was imported anew."""

    code = "REC-01"


class ConflictError(EatsError):
    code = "INP-03"


class PinWrongError(InputError):
    """The PIN is not the one that was set; after `left` more wrong tries there is a wait."""

    code = "USR-01"

    def __init__(self, left: int) -> None:
        super().__init__(f"PIN이 맞지 않아요. {left}번 더 틀리면 잠시 잠겨요.")
        self.left = left


class UnknownFacetError(InputError):
    """A bound that is not known would leave nothing out: better no list than one that is taken
    for filtered. `words` is the sentence, `known` the names there are, where they are few."""

    code = "REC-02"

    def __init__(self, words: str, known: Iterable[str] = ()) -> None:
        self.words = words
        self.known = tuple(known)
        names = f" (아는 이름: {', '.join(self.known)})" if self.known else ""
        super().__init__(f"{words}{names}")


class PinLockedError(ConflictError):
    """Too many wrong PINs: none is looked at before `until`."""

    code = "USR-02"

    def __init__(self, until: datetime) -> None:
        super().__init__(f"PIN을 여러 번 틀려서 {until:%H:%M:%S}까지 잠겼어요.")
        self.until = until


class PaymentOpenError(ConflictError):
    """Another payment is open; `order_no` is the order it is for."""

    code = "PAY-03"

    def __init__(self, order_no: OrderNo) -> None:
        super().__init__(f"확인 중인 결제가 있어요. 끝난 뒤에 결제해 주세요: 주문 {order_no}")
        self.order_no = order_no


class PaymentUncertainError(ConflictError):
    """The result of a payment is awaited; nothing may be said or done of it before."""

    code = "PAY-02"


class SourceError(EatsError):
    """A site did not give what was asked."""

    code = "NET-02"


class SourceUnavailableError(SourceError):
    """The site did not answer: network, time-out, 5xx."""

    code = "NET-02"
    retryable = True


class OfflineError(SourceUnavailableError):
    """No route, no name, connection refused."""

    code = "NET-01"


class TlsError(SourceUnavailableError):
    """The certificate cannot be trusted: often a wrong clock or a proxy."""

    code = "NET-03"
    retryable = False


class StoppedError(SourceUnavailableError):
    """The shopper or the closing program stopped the run; nothing is wrong with the site."""

    code = "SCH-03"
    retryable = False


class SourceBlockedError(SourceError):
    """The site refuses: 401, 403, 429, robots.txt. Not asked again before `retry_at`."""

    code = "NET-04"

    def __init__(self, detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(detail)
        self.retry_at = retry_at


class SourceRestingError(SourceBlockedError):
    """We leave the site alone by our own rules: budget spent, breaker open, it asked for rest."""


class SourceChangedError(SourceError):
    """The site answered in a shape the parser does not know."""

    code = "SRC-01"


class SourceGoneError(SourceChangedError):
    """The site has no such page (404, 410): moved, or of something that ended."""


class StorageEnvironmentError(EatsError):
    """Disk full, file locked, read-only or corrupt: the machine's fault, not ours."""

    code = "DB-01"
    retryable = True


class StorageFullError(StorageEnvironmentError):
    code = "DB-03"


class StorageCorruptError(StorageEnvironmentError):
    code = "DB-02"
    retryable = False


class StorageNewerError(StorageEnvironmentError):
    """The file was written by a newer program; opening it could lose data."""

    code = "DB-04"
    retryable = False


class ModelError(EatsError):
    code = "ML-01"


class MediaError(EatsError):
    code = "VID-03"


class NotifyError(EatsError):
    code = "NTF-01"
