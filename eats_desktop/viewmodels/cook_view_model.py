"""What is cooked from (요리 모드): one large step at a time, clocks, a list to tick off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.viewmodels.cook_timers import CookTimer, TimerRow, timer_row
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_texts import amount_text, ingredient_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.recipe import Step
    from eats_desktop.domain.stored_recipe import FullRecipe
    from eats_desktop.services.recipe_events import RecipeEvents
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_TICK_MS = 250
_MORE = timedelta(minutes=1)


class Wakefulness(Protocol):
    """Keeps the screen from going dark; does nothing where the desktop has no way."""

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:
        """Ask for it; `told` hears on the UI thread whether it is granted."""

    def release(self) -> None: ...


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One ingredient to lay out; `isTicked` until the next cooking."""

    key: str
    name: str
    amountText: str
    isTicked: bool
    spokenText: str


@QmlElement
class CookViewModel(QObject):
    """`changed` when the view opens or closes, `paged` when the step or its clock is another.

    Clocks go on while other steps are looked at, and after the view was left.
    """

    changed = Signal()
    paged = Signal()
    awakeChanged = Signal()

    def __init__(
        self,
        events: RecipeEvents,
        wake: Wakefulness,
        write: Writing,
        notices: NoticesViewModel,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._events = events
        self._wake = wake
        self._write = write
        self._notices = notices
        self._clock = clock
        self._recipe: FullRecipe | None = None
        self._is_open = False
        self._is_awake = False
        self._place = 0
        self._timers: dict[str, CookTimer] = {}
        self._here: TimerRow | None = None
        self._checks = KeyedListModel(CheckRow, self)
        self._timer_rows = KeyedListModel(TimerRow, self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self.tick)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(bool, notify=awakeChanged)
    def isAwake(self) -> bool:
        """Whether the desktop said that it keeps the screen on."""
        return self._is_awake

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._recipe.title if self._recipe else ""

    @Property(QObject, constant=True)
    def checks(self) -> KeyedListModel:
        return self._checks

    @Property(QObject, constant=True)
    def timers(self) -> KeyedListModel:
        """Every clock that was started, until it is put away; not that of the step itself."""
        return self._timer_rows

    @Property(str, notify=paged)
    def text(self) -> str:
        return self._step.text if self._step else ""

    @Property(str, notify=paged)
    def progressText(self) -> str:
        return f"{self._place + 1} / {self._count}" if self._count else ""

    @Property(float, notify=paged)
    def progress(self) -> float:
        return (self._place + 1) / self._count if self._count else 0.0

    @Property(str, notify=paged)
    def spokenText(self) -> str:
        """The step as a screen reader says it when it is turned to."""
        return f"{self._count}단계 가운데 {self._place + 1}단계. {self.text}" if self._count else ""

    @Property(bool, notify=paged)
    def isFirst(self) -> bool:
        return self._place == 0

    @Property(bool, notify=paged)
    def isLast(self) -> bool:
        return self._place >= self._count - 1

    @Property(int, notify=paged)
    def timerMinutes(self) -> int:
        """For how long this step is left on the fire, 0 when it needs no clock."""
        return (self._step.timer_minutes or 0) if self._step else 0

    @Property(str, notify=paged)
    def timerKind(self) -> str:
        """The clock of this step: "" (not started), running, paused or done."""
        return self._here.kind if self._here else ""

    @Property(str, notify=paged)
    def timerText(self) -> str:
        return self._here.leftText if self._here else f"{self.timerMinutes}:00"

    @Property(str, notify=paged)
    def timerKey(self) -> str:
        return self._here.key if self._here else ""

    def begin(self, recipe: FullRecipe, factor: Fraction = Fraction(1)) -> None:
        """Open at the first step; at the step it was left at when the recipe is the same."""
        if self._recipe is None or self._recipe.key != recipe.key:
            self._place = 0
            ticked: set[str] = set()
        else:
            ticked = {row.key for row in self._checks.rows() if row.isTicked}
        self._recipe = recipe
        self._checks.replace(_check_rows(recipe, factor, ticked))
        self._is_open = True
        self._wake.hold(f"{recipe.title} 만드는 중", self._set_awake)
        self.tick()
        self.changed.emit()
        self.paged.emit()

    @Slot()
    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._wake.release()
            self._set_awake(on=False)
            self.changed.emit()

    @Slot()
    def next(self) -> None:
        self._turn(self._place + 1)

    @Slot()
    def previous(self) -> None:
        self._turn(self._place - 1)

    @Slot(int)
    def turnTo(self, number: int) -> None:
        """Turn to a step by its number, from 1."""
        self._turn(number - 1)

    @Slot()
    def finish(self) -> None:
        """The dish is done: leave, and remember that it was cooked."""
        recipe = self._recipe
        if recipe is None or not self._is_open:
            return
        self.close()
        self._place = 0
        self._checks.replace([replace(row, isTicked=False) for row in self._checks.rows()])
        key = recipe.key
        self._write(
            lambda: self._events.cooked(key),
            lambda _none: self._notices.say("맛있게 드세요. 별점도 남겨 보세요.", kind="ok"),
        )

    @Slot(str)
    def tickOff(self, key: str) -> None:
        """Tick an ingredient off the list, or back on."""
        self._checks.replace(
            [
                replace(row, isTicked=not row.isTicked) if row.key == key else row
                for row in self._checks.rows()
            ]
        )

    @Slot()
    def toggleTimer(self) -> None:
        """Start the clock of this step, hold it, or let it go on."""
        step, recipe = self._step, self._recipe
        if step is None or recipe is None or not step.timer_minutes:
            return
        length = timedelta(minutes=step.timer_minutes)
        key = self._key_of(self._place)
        fresh = CookTimer(key, recipe.title, self._place + 1, length, length)
        self._switch(self._timers.get(key, fresh))

    @Slot(str)
    def toggleTimerOf(self, key: str) -> None:
        if key in self._timers:
            self._switch(self._timers[key])

    @Slot(str)
    def addMinute(self, key: str) -> None:
        timer = self._timers.get(key)
        if timer is not None:
            self._timers[key] = timer.longer(_MORE, self._clock.now())
            self.tick()

    @Slot(str)
    def dropTimer(self, key: str) -> None:
        """Put a clock away."""
        if self._timers.pop(key, None) is not None:
            self.tick()

    @Slot()
    def tick(self) -> None:
        """Look at the clocks: show what is to go, tell of those that have run down."""
        now = self._clock.now()
        for key, timer in self._timers.items():
            if timer.is_running and not timer.remaining(now):
                self._timers[key] = timer.finish()
                self._tell(timer)
        rows = {key: self._timer_row(timer) for key, timer in self._timers.items()}
        here = rows.pop(self._key_of(self._place), None)
        self._timer_rows.replace([*rows.values()])
        running = any(timer.is_running for timer in self._timers.values())
        self._ticker.start() if running else self._ticker.stop()
        if here != self._here:
            self._here = here
            self.paged.emit()

    @property
    def _step(self) -> Step | None:
        steps = self._recipe.steps if self._recipe else ()
        return steps[self._place] if self._place < len(steps) else None

    @property
    def _count(self) -> int:
        return len(self._recipe.steps) if self._recipe else 0

    def _set_awake(self, on: bool) -> None:
        if on != self._is_awake:
            self._is_awake = on
            self.awakeChanged.emit()

    def _turn(self, place: int) -> None:
        if 0 <= place < self._count and place != self._place:
            self._place = place
            self.tick()
            self.paged.emit()

    def _switch(self, timer: CookTimer) -> None:
        now = self._clock.now()
        self._timers[timer.key] = timer.pause(now) if timer.is_running else timer.start(now)
        self.tick()

    def _timer_row(self, timer: CookTimer) -> TimerRow:
        is_mine = timer.key == self._key_of(timer.step - 1)
        return timer_row(timer, self._clock.now(), names=not is_mine)

    def _key_of(self, place: int) -> str:
        return f"{self._recipe.key}/{place + 1}" if self._recipe else ""

    def _tell(self, timer: CookTimer) -> None:
        minutes = int(timer.length.total_seconds()) // 60
        self._notices.say(
            f"{timer.title} {timer.step}단계의 {minutes}분이 끝났어요.",
            kind="ok",
            action="1분 더",
            act=lambda: self.addMinute(timer.key),
        )


def _check_rows(recipe: FullRecipe, factor: Fraction, ticked: set[str]) -> list[CheckRow]:
    rows = []
    for place, line in enumerate(recipe.ingredients):
        name, amount = ingredient_name(line), amount_text(line, factor)
        if line.food != WATER or amount:
            key, said = str(place), f"{name} {amount}".strip()
            rows.append(CheckRow(key, name, amount, key in ticked, said))
    return rows
