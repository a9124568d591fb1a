"""The open person's data as files: copies and the way back, a file to take along, an end to all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import ConflictError, EatsError, InputError
from eats_desktop.services.my_data import ERASE_WORDS
from eats_desktop.storage.backup_list import CopyKind
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.texts import moment_text, until_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.my_data import MyData, Sizes
    from eats_desktop.storage.backup_list import BackupCopy
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.people_view_model import Household, Reopen

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_OLD = timedelta(days=3)
_SHOWN = 12
_KINDS = {
    CopyKind.DAILY: "날마다 한 백업",
    CopyKind.BY_HAND: "직접 한 백업",
    CopyKind.MIGRATION: "새 판으로 올리기 전",
    CopyKind.REPLACED: "되돌리기 전 것",
}


@dataclass(frozen=True, slots=True)
class CopyRow:
    key: str
    whenText: str
    kindText: str
    sizeText: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class _Facts:
    copies: tuple[BackupCopy, ...]
    newest: datetime | None
    sizes: Sizes
    blocked: str


@dataclass(frozen=True, slots=True)
class FileWork:
    """What is done to a person's closed files; each returns what to tell after it."""

    restore: Callable[[Path], str]
    erase: Callable[[], str]


@QmlElement
class MyDataViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        data: MyData,
        household: Household,
        work: FileWork,
        reopen: Reopen,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._household = household
        self._work = work
        self._reopen = reopen
        self._tasks = tasks
        self._clock = clock
        self._notices = notices
        self._facts: _Facts | None = None
        self._problem = ""
        self._copies = KeyedListModel(CopyRow, self)

    @Property(str, notify=changed)
    def backupText(self) -> str:
        """How old the newest copy is."""
        if self._facts is None:
            return ""
        newest = self._facts.newest
        if newest is None:
            return "아직 백업이 없어요. 하루에 한 번 스스로 해요."
        now = self._clock.now()
        return f"마지막 백업 {moment_text(newest, now)} · {_ago(now - newest)}"

    @Property(str, notify=changed)
    def backupKind(self) -> str:
        newest = None if self._facts is None else self._facts.newest
        return "warn" if newest is None or self._clock.now() - newest > _OLD else "ok"

    @Property(QObject, constant=True)
    def copies(self) -> KeyedListModel:
        return self._copies

    @Property(bool, notify=changed)
    def hasCopies(self) -> bool:
        return bool(self._found())

    @Property(str, notify=changed)
    def sizesText(self) -> str:
        """What takes how much room, one a line."""
        if self._facts is None:
            return ""
        sizes = self._facts.sizes
        return "\n".join(
            (
                f"편성과 상품, 레시피 {_size(sizes.catalogue)}",
                f"내 자료 {_size(sizes.person)}",
                f"백업 {_size(sizes.backups)}",
            )
        )

    @Property(str, notify=changed)
    def blockedText(self) -> str:
        """Why the data cannot go now; "" when they can."""
        return "" if self._facts is None else self._facts.blocked

    @Property(str, constant=True)
    def eraseWords(self) -> str:
        return ERASE_WORDS

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why nothing was erased; "" when nothing is wrong."""
        return self._problem

    @Slot()
    def refresh(self) -> None:
        self._tasks.read(self._look, self._shown)

    @Slot()
    def backUp(self) -> None:
        self._tasks.write(self._data.back_up, self._after(self._backed_up))

    @Slot(QUrl)
    def exportTo(self, place: QUrl) -> None:
        """Write the file; the dialog that gave the place has asked before writing over one."""
        target = Path(place.toLocalFile())
        if not target.suffix:
            target = target.with_suffix(".json")
        export = self._data.export
        self._tasks.read(lambda: (export.write(target), target), self._after(self._exported))

    @Slot(str)
    def restore(self, key: str) -> None:
        """Go back to a copy: the window closes, the files change, the window opens again."""
        copy = next((c for c in self._found() if c.path.name == key), None)
        if copy is None:
            return

        def may(reason: str) -> None:
            if reason:
                self._notices.say(reason, kind="warn")
            else:
                self._reopen(self._household.person_id, partial(self._work.restore, copy.path))

        self._tasks.read(self._data.why_not_replace, self._after(may))

    @Slot()
    def forgetProblem(self) -> None:
        self._say("")

    @Slot(str, str)
    def erase(self, name: str, words: str) -> None:
        """Erase all when both were typed as asked and no payment is open."""

        def work() -> None:
            blocked = self._data.why_not_erase()
            if blocked:
                raise ConflictError(blocked)
            if name.strip() != self._household.person.name:
                raise InputError("프로필 이름을 보이는 그대로 적어 주세요.")
            if words.strip() != ERASE_WORDS:
                raise InputError(f"‘{ERASE_WORDS}’를 그대로 적어 주세요.")

        self._tasks.read(work, self._checked)

    def _checked(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome.error, EatsError):
            self._say(outcome.error.detail)
        elif outcome.error is not None:
            raise outcome.error
        else:
            self._reopen(self._household.person_id, self._work.erase)

    def _look(self) -> _Facts:
        data = self._data
        return _Facts(data.copies(), data.newest_backup_at(), data.sizes(), data.why_not_erase())

    def _shown(self, outcome: Outcome[_Facts]) -> None:
        if isinstance(outcome.error, EatsError):
            return  # what was known stays; the next look tells anew
        if outcome.error is not None:
            raise outcome.error
        self._facts = outcome.value
        now = self._clock.now()
        self._copies.replace([_row(copy, now) for copy in self._found()])
        self.changed.emit()

    def _found(self) -> tuple[BackupCopy, ...]:
        return () if self._facts is None else self._facts.copies[:_SHOWN]

    def _backed_up(self, target: Path) -> None:
        self._notices.say(f"내 정보를 백업했어요: {target.name}", kind="ok")
        self.refresh()

    def _exported(self, done: tuple[int, Path]) -> None:
        self._notices.say(f"내보냈어요: {done[1].name} (줄 {done[0]:,}개)", kind="ok")

    def _after(self, done: Callable[[T], None]) -> Callable[[Outcome[T]], None]:
        def finished(outcome: Outcome[T]) -> None:
            if isinstance(outcome.error, EatsError):
                self._notices.fail(outcome.error)
            elif outcome.error is not None:
                raise outcome.error
            elif outcome.value is not None:
                done(outcome.value)

        return finished

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
        if problem:
            self._notices.announced.emit(problem)


def _row(copy: BackupCopy, now: datetime) -> CopyRow:
    when, kind, size = moment_text(copy.made_at, now), _KINDS[copy.kind], _size(copy.bytes)
    return CopyRow(copy.path.name, when, kind, size, f"{when}, {kind}, {size}")


def _ago(span: timedelta) -> str:
    return "방금" if span < timedelta(minutes=1) else f"{until_text(span)} 전"


def _size(count: int) -> str:
    """Write bytes as people read them."""
    if count < 1 << 20:
        return f"{-(-count // 1024):,}KB"
    return f"{count / (1 << 20):,.1f}MB" if count < 10 << 20 else f"{round(count / (1 << 20)):,}MB"
