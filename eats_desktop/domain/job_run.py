"""A job's run as remembered: why it ran or did not, how it ended, what it counted."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class JobTrigger(enum.StrEnum):
    SCHEDULED = "scheduled"
    CATCH_UP = "catch_up"
    MANUAL = "manual"


class JobStatus(enum.StrEnum):
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class JobRun:
    """One run, skip or catch-up of a job; `due_at` is when it should have run."""

    run_id: int
    job: str
    trigger: JobTrigger
    status: JobStatus
    reason: str
    counts: Mapping[str, int]
    due_at: datetime | None
    started_at: datetime
    ended_at: datetime | None
