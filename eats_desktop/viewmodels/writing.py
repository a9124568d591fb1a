"""A write that the shopper asked for: off the UI thread, a foreseen failure becomes a toast."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from eats_desktop.domain.errors import EatsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

T = TypeVar("T")


class Writing:
    def __init__(self, tasks: TaskRunner, notices: NoticesViewModel) -> None:
        self._tasks = tasks
        self._notices = notices

    def __call__(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `work` on the writer thread, then `done` with what it returned."""

        def finished(outcome: Outcome[T]) -> None:
            if isinstance(outcome.error, EatsError):
                self._notices.fail(outcome.error)
            elif outcome.error is not None:
                raise outcome.error
            else:
                done(outcome.value)  # type: ignore[arg-type]  # value is T when error is None

        self._tasks.write(work, finished)
