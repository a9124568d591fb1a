"""Whether a job should run now, from when it last ran; pure, so that every clock can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.job_run import JobTrigger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eats_desktop.domain.schedule import Broadcast

LATE = timedelta(minutes=10)
"""A run this much behind its moment is a catch-up: the machine slept or was off."""

_LOOKS = (timedelta(minutes=60), timedelta(minutes=15))
"""How long before a wished broadcast its source is asked once more (sources document, part 10)."""


_JUST_NOW = timedelta(minutes=10)
"""A synchronisation that ended this shortly before a look, or after it, has looked already."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Run `job` every `every`; after a failure try again after `retry`.

    `offset` is this installation's own share of patience, added at night, so that many machines do
    not ask at the same minute.
    """

    job: str
    every: timedelta
    retry: timedelta = timedelta(minutes=15)
    offset: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Memory:
    """When the newest successful run ended and the newest run began; None: never."""

    success: datetime | None = None
    attempt: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    run: bool
    trigger: JobTrigger
    due_at: datetime
    reason: str


def decide(rule: Rule, memory: Memory, now: datetime) -> Decision:
    """Return whether to run now, and why or why not; one run makes up for any number missed."""
    set_back = memory.success is not None and memory.success > now + rule.retry
    due_at = now if memory.success is None or set_back else _due_at(rule, memory.success)
    if now < due_at:
        return Decision(False, JobTrigger.SCHEDULED, due_at, "아직 때가 아니에요")
    wait_until = _retry_at(rule, memory, set_back=set_back)
    if wait_until is not None and now < wait_until <= now + rule.retry:
        return Decision(False, JobTrigger.SCHEDULED, wait_until, "방금 실패해서 조금 기다려요")
    if set_back:
        return Decision(True, JobTrigger.CATCH_UP, now, "시계가 뒤로 갔어요")
    late = memory.success is not None and now - due_at > LATE
    trigger = JobTrigger.CATCH_UP if late else JobTrigger.SCHEDULED
    return Decision(True, trigger, due_at, "밀린 것을 한 번에 해요" if late else "")


def _due_at(rule: Rule, success: datetime) -> datetime:
    due_at = success + rule.every
    return due_at + rule.offset if due_at.astimezone(KST).hour < 6 else due_at


def _retry_at(rule: Rule, memory: Memory, *, set_back: bool) -> datetime | None:
    """Return when to try again after a failure, None when the newest run did not fail."""
    success, attempt = memory.success, memory.attempt
    if attempt is None:
        return None
    failed = success is None or set_back or attempt > success
    return attempt + rule.retry if failed else None


@dataclass(frozen=True, slots=True)
class Look:
    """A wished broadcast whose source should be asked once more, since `due_at`."""

    due_at: datetime
    broadcast: Broadcast


def looks_due(
    wished: Iterable[Broadcast],
    last_look: datetime | None,
    now: datetime,
    last_sync: datetime | None = None,
) -> tuple[Look, ...]:
    """Return the looks whose moment has come after the last one; a guide's slot gets none.

    `last_sync` is when today was last fetched well.
    """
    looks = (
        Look(broadcast.starts_at - early, broadcast)
        for broadcast in wished
        if broadcast.products and now < broadcast.starts_at
        for early in _LOOKS
    )
    return tuple(
        look
        for look in looks
        if look.due_at <= now
        and (not last_look or look.due_at > last_look)
        and (not last_sync or look.due_at - _JUST_NOW > last_sync)
    )
