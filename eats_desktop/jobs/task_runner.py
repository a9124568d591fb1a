"""Runs work off the UI thread and hands one outcome back through a poster."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from eats_desktop.threads import step_back

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """Either the value of a finished task or the exception that ended it."""

    value: T | None = None
    error: BaseException | None = None


def _inline(closure: Callable[[], None]) -> None:
    closure()


class TaskRunner:
    """Pools by kind of work. `write` has one thread, so the databases have one writer."""

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None] = _inline,
        *,
        read: Executor | None = None,
        write: Executor | None = None,
        background: Executor | None = None,
        asking: Executor | None = None,
    ) -> None:
        self._post = post
        self._read = read or ThreadPoolExecutor(3, "eats-read")
        self._write = write or ThreadPoolExecutor(1, "eats-write", step_back)
        self._background = background or ThreadPoolExecutor(2, "eats-job", step_back)
        self._asking = asking or ThreadPoolExecutor(1, "eats-ask")

    def read(self, work: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        self._submit(self._read, work, done)

    def write(self, work: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        self._submit(self._write, work, done)

    def background(self, work: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        """Run a long job (a synchronisation, a delivery) that itself writes through `write_now`."""
        self._submit(self._background, work, done)

    def ask(self, work: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        """Ask a seller for what a shopper has just opened; never behind a synchronisation."""
        self._submit(self._asking, work, done)

    def write_now(self, work: Callable[[], T]) -> T:
        """Run `work` on the writer thread and wait; for jobs, never for the UI thread."""
        return self._write.submit(work).result()

    def _submit(
        self, pool: Executor, work: Callable[[], T], done: Callable[[Outcome[T]], None]
    ) -> None:
        def finished(future: Future[T]) -> None:
            if future.cancelled():
                return
            error = future.exception()
            outcome: Outcome[T] = (
                Outcome(error=error) if error is not None else Outcome(value=future.result())
            )
            self._post(lambda: done(outcome))

        pool.submit(work).add_done_callback(finished)

    def close(self) -> None:
        """Let running tasks end, drop the waiting ones, and join all threads."""
        for pool in (self._background, self._asking, self._read, self._write):
            pool.shutdown(wait=True, cancel_futures=True)
