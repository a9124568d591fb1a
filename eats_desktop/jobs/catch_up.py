"""Whether a job should run now, from when it last ran; pure, so that every clock can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from eats_desktop.domain.job_run import JobTrigger

_LATE = timedelta(minutes=10)
"""A run this much behind its moment is a catch-up: the machine slept or was off."""


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
    """When a job last succeeded and when it was last tried; None: never."""

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
    due_at = _due_at(rule, memory, now)
    failed = memory.attempt is not None and (
        memory.success is None or memory.attempt > memory.success
    )
    if memory.success is not None and memory.success > now:
        return Decision(True, JobTrigger.CATCH_UP, now, "시계가 뒤로 갔어요")
    if now < due_at:
        return Decision(False, JobTrigger.SCHEDULED, due_at, "아직 때가 아니에요")
    wait_until = memory.attempt + rule.retry if memory.attempt is not None and failed else now
    if now < wait_until <= now + rule.retry:
        return Decision(False, JobTrigger.SCHEDULED, wait_until, "방금 실패해서 조금 기다려요")
    late = memory.success is not None and now - due_at > _LATE
    trigger = JobTrigger.CATCH_UP if late else JobTrigger.SCHEDULED
    return Decision(True, trigger, due_at, "밀린 것을 한 번에 해요" if late else "")


def _due_at(rule: Rule, memory: Memory, now: datetime) -> datetime:
    if memory.success is None:
        return now
    due_at = memory.success + rule.every
    return due_at + rule.offset if due_at.hour < 6 else due_at
