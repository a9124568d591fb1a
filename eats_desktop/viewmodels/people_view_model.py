"""Whose window this is (프로필): the people of the household, the PIN and its curtain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.people import People, Person
    from eats_desktop.services.pin import PinBook
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

    Reopen = Callable[[str, Callable[[], str]], None]

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PersonRow:
    key: str
    name: str
    initial: str
    isActive: bool
    hasPin: bool
    spokenText: str


class Household(Protocol):
    """Whose data are open, and everybody's PINs."""

    people: People
    person_id: str

    @property
    def person(self) -> Person: ...
    def pin(self, person_id: str) -> PinBook: ...


@QmlElement
class PeopleViewModel(QObject):
    """`reopen` opens the window anew for a person, after a piece of work on closed files."""

    changed = Signal()
    accepted = Signal()
    """What was typed into a form was taken: the form may close."""

    def __init__(
        self,
        household: Household,
        reopen: Reopen,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._household = household
        self._reopen = reopen
        self._tasks = tasks
        self._notices = notices
        self._rows = KeyedListModel(PersonRow, self)
        self._locked = household.pin(household.person_id).is_set
        self._problem = ""
        self._notice = ("info", "")
        self._busy = False
        self._show(self._read())

    @Property(str, notify=changed)
    def name(self) -> str:
        return next((row.name for row in self._rows.rows() if row.isActive), "")

    @Property(str, notify=changed)
    def initial(self) -> str:
        return next((row.initial for row in self._rows.rows() if row.isActive), "")

    @Property(bool, notify=changed)
    def hasPin(self) -> bool:
        return any(row.hasPin for row in self._rows.rows() if row.isActive)

    @Property(bool, notify=changed)
    def hasOthers(self) -> bool:
        return len(self._rows.rows()) > 1

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Whether the curtain is drawn before the window."""
        return self._locked

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why what was typed was not taken; "" when nothing is wrong."""
        return self._problem

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What happened while the window was opened, until it is dismissed."""
        return self._notice[1]

    @Property(str, notify=changed)
    def noticeKind(self) -> str:
        return self._notice[0]

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    def tell(self, notice: str, kind: str = "info") -> None:
        """Let a notice stand over the pages; "" takes it away."""
        self._notice = (kind, notice)
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        self.tell("")

    @Slot()
    def refresh(self) -> None:
        self._tasks.read(self._read, self._taken)

    @Slot()
    def forgetProblem(self) -> None:
        """A form is opened anew."""
        self._settle("")

    @Slot()
    def lock(self) -> None:
        if self.property("hasPin"):
            self._locked = True
            self._settle("")

    @Slot(str)
    def unlock(self, pin: str) -> None:
        def opened(_none: None) -> None:
            self._locked = False

        self._try(lambda: self._mine().check(pin), opened)

    @Slot(str)
    def switchTo(self, key: str) -> None:
        """Close the window and open it for another person, behind their PIN."""
        people = self._household.people
        if key != self._household.person_id:
            self._reopen(key, lambda: f"{people.use(key).name} 프로필로 바꿨어요.")

    @Slot(str)
    def add(self, name: str) -> None:
        self._try(lambda: self._household.people.add(name), self._added)

    @Slot(str)
    def rename(self, name: str) -> None:
        self._try(lambda: self._household.people.rename(self._household.person_id, name), self._say)

    @Slot(str, str)
    def setPin(self, before: str, pin: str) -> None:
        """Set or change the own PIN; `before` is the one there is, "" for none."""

        def work() -> None:
            book = self._mine()
            book.check(before)
            book.set(pin)

        self._try(work, lambda _none: self._notices.say("PIN을 정했어요.", kind="ok"))

    @Slot(str)
    def removePin(self, before: str) -> None:
        def work() -> None:
            book = self._mine()
            book.check(before)
            book.remove()

        self._try(work, lambda _none: self._notices.say("PIN을 없앴어요.", kind="ok"))

    def _mine(self) -> PinBook:
        return self._household.pin(self._household.person_id)

    def _added(self, person: Person) -> None:
        self._notices.say(
            f"{person.name} 프로필을 만들었어요.",
            kind="ok",
            action="바꾸기",
            act=lambda: self.switchTo(person.person_id),
        )

    def _say(self, person: Person) -> None:
        self._notices.say(f"이름을 {person.name}(으)로 바꿨어요.", kind="ok")

    def _try(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `work` off the UI thread: hashing a PIN takes a tenth of a second."""
        if self._busy:
            return
        self._busy = True
        self.changed.emit()

        def both() -> tuple[T, tuple[PersonRow, ...]]:
            return work(), self._read()

        def finished(outcome: Outcome[tuple[T, tuple[PersonRow, ...]]]) -> None:
            self._busy = False
            if isinstance(outcome.error, EatsError):
                self._settle(outcome.error.detail)
            elif outcome.error is not None:
                raise outcome.error
            elif outcome.value is not None:
                value, rows = outcome.value
                self._show(rows)
                done(value)
                self._settle("")
                self.accepted.emit()

        self._tasks.read(both, finished)

    def _settle(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
        if problem:
            self._notices.announced.emit(problem)

    def _read(self) -> tuple[PersonRow, ...]:
        household = self._household
        return tuple(
            _row(person, household.pin(person.person_id).is_set, household.person_id)
            for person in household.people.all()
        )

    def _taken(self, outcome: Outcome[tuple[PersonRow, ...]]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif outcome.value is not None:
            self._show(outcome.value)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self._rows.replace(rows)
        self.changed.emit()


def _row(person: Person, has_pin: bool, mine: str) -> PersonRow:
    is_active = person.person_id == mine
    words = [
        person.name,
        "지금 쓰는 프로필" if is_active else "프로필",
        "PIN 있음" if has_pin else "",
    ]
    return PersonRow(
        key=person.person_id,
        name=person.name,
        initial=person.name[:1],
        isActive=is_active,
        hasPin=has_pin,
        spokenText=", ".join(word for word in words if word),
    )
