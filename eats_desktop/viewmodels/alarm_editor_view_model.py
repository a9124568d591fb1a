"""The editor of a standing alarm: what is written down, and at once what it would have found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.domain.errors import EatsError, InputError
from eats_desktop.domain.hangul import with_particle
from eats_desktop.viewmodels.alarm_form import (
    SHOWN,
    ChannelChoice,
    Form,
    Look,
    MatchRow,
    SuggestionRow,
    match_row,
)
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.alarm_rule import AlarmRule
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Channel
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.alarm_rule_service import AlarmRuleService
    from eats_desktop.services.schedule_service import ScheduleService
    from eats_desktop.services.settings import NotificationSettings
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_GATHER_MS = 150


@QmlElement
class AlarmEditorViewModel(QObject):
    """One at a time; `given` gives the fields their texts, typing does not come back to them."""

    changed = Signal()
    given = Signal()

    def __init__(
        self,
        rules: AlarmRuleService,
        schedule: ScheduleService,
        tasks: TaskRunner,
        clock: Clock,
        settings: Callable[[], NotificationSettings],
        navigator: Navigator,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._schedule = schedule
        self._tasks = tasks
        self._clock = clock
        self._settings = settings
        self._navigator = navigator
        self._notices = notices
        self._is_open = False
        self._form = Form()
        self._look = Look()
        self._number = 0
        self._channel_list: tuple[Channel, ...] = ()
        self._suggestions = KeyedListModel(SuggestionRow, self)
        self._channels = KeyedListModel(ChannelChoice, self)
        self._matches = KeyedListModel(MatchRow, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_GATHER_MS)
        self._pause.timeout.connect(self._read)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(str, notify=changed)
    def title(self) -> str:
        return "알림 조건 고치기" if self._form.rule_id else "알림 조건 만들기"

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._form.kind.value

    @Property(str, notify=given)
    def text(self) -> str:
        return self._form.text

    @Property(str, notify=given)
    def price(self) -> str:
        return self._form.price

    @Property(QObject, constant=True)
    def suggestions(self) -> KeyedListModel:
        return self._suggestions

    @Property(QObject, constant=True)
    def channels(self) -> KeyedListModel:
        return self._channels

    @Property(str, notify=changed)
    def channelsText(self) -> str:
        count = len(self._form.channels)
        return f"채널 {count}곳에서만" if count else "모든 채널"

    @Property(QObject, constant=True)
    def matches(self) -> KeyedListModel:
        """What the rule would have told of last, newest first."""
        return self._matches

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._look.problem

    @Property(bool, notify=changed)
    def offersKeyword(self) -> bool:
        """The text is no ingredient we know: as a keyword it would do."""
        return self._look.is_unknown

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        return self._look.preview is not None

    @Property(str, notify=changed)
    def previewText(self) -> str:
        return self._look.found_text

    @Property(str, notify=changed)
    def moreText(self) -> str:
        return self._look.more_text

    @Property(str, notify=changed)
    def aheadText(self) -> str:
        return self._look.ahead_text(self._clock.now())

    @Slot()
    def create(self) -> None:
        self._open(Form())

    @Slot(str)
    def createFor(self, text: str) -> None:
        """Open with a text: as an ingredient if it is one, else as a keyword."""

        def open_it(outcome: Outcome[bool]) -> None:
            kind = RuleKind.INGREDIENT if self._value(outcome) else RuleKind.KEYWORD
            self._open(Form(kind=kind, text=text))

        self._tasks.read(lambda: self._rules.knows(text), open_it)

    @Slot(int)
    def edit(self, rule_id: int) -> None:
        def open_it(outcome: Outcome[AlarmRule]) -> None:
            rule = self._value(outcome)
            if rule is not None:
                limit = rule.terms.highest_price_krw
                terms, price = rule.terms, "" if limit is None else str(limit)
                self._open(Form(rule_id, terms.kind, terms.text, price, terms.channel_ids))

        self._tasks.read(lambda: self._rules.rule(rule_id), open_it)

    @Slot()
    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._pause.stop()
            self._number += 1
            self.changed.emit()

    @Slot(str)
    def chooseKind(self, kind: str) -> None:
        self._fill(replace(self._form, kind=RuleKind(kind)))

    @Slot(str)
    def write(self, text: str) -> None:
        """Take what the field shows, a syllable under way too."""
        self._fill(replace(self._form, text=text))

    @Slot(str)
    def choose(self, text: str) -> None:
        """Take a suggestion."""
        self._fill(replace(self._form, text=text))
        self.given.emit()

    @Slot(str)
    def writePrice(self, text: str) -> None:
        digits = "".join(letter for letter in text if letter in "0123456789")
        self._fill(replace(self._form, price=digits[:9]))

    @Slot(str)
    def toggleChannel(self, key: str) -> None:
        self._fill(replace(self._form, channels=self._form.channels ^ {key}))
        self._show_channels()

    @Slot()
    def save(self) -> None:
        form = self._form
        work = (
            (lambda: self._rules.change(form.rule_id, form.draft))
            if form.rule_id
            else (lambda: self._rules.add(form.draft))
        )
        self._tasks.write(work, self._saved)

    def _open(self, form: Form) -> None:
        self._is_open = True
        self._form = form
        self._look = Look()
        self._number += 1
        self._suggestions.replace([])
        self._matches.replace([])
        self.given.emit()
        self.changed.emit()
        self._tasks.read(self._schedule.channels, self._have_channels)
        self._read()

    def _have_channels(self, outcome: Outcome[tuple[Channel, ...]]) -> None:
        self._channel_list = self._value(outcome) or ()
        self._show_channels()

    def _show_channels(self) -> None:
        self._channels.replace(
            [
                ChannelChoice(c.channel_id, c.name, c.channel_id in self._form.channels)
                for c in self._channel_list
            ]
        )

    def _fill(self, form: Form) -> None:
        if form != self._form:
            self._form = form
            self.changed.emit()
            self._pause.start()

    def _read(self) -> None:
        """Look at the form off the UI thread; only the newest answer counts."""
        self._number += 1
        number, form = self._number, self._form

        def done(outcome: Outcome[Look]) -> None:
            if number == self._number:
                self._show(self._value(outcome) or Look())

        self._tasks.read(lambda: self._ask(form), done)

    def _ask(self, form: Form) -> Look:
        if not form.text.strip():
            return Look()
        is_ingredient = form.kind is RuleKind.INGREDIENT
        try:
            return Look(self._rules.preview(form.draft))
        except InputError as error:
            unknown = is_ingredient and not self._rules.knows(form.text)
            suggestions = self._rules.suggestions(form.text) if unknown else ()
            problem = "" if suggestions else error.detail
            return Look(None, suggestions, problem, unknown)

    def _show(self, look: Look) -> None:
        now = self._clock.now()
        self._look = look
        self._suggestions.replace([SuggestionRow(text) for text in look.suggestions])
        past = look.preview.past[:SHOWN] if look.preview else ()
        self._matches.replace([match_row(match, now) for match in past])
        self.changed.emit()

    def _saved(self, outcome: Outcome[AlarmRule]) -> None:
        error, rule = outcome.error, outcome.value
        if isinstance(error, EatsError):
            self._look = replace(self._look, problem=error.detail or error_texts(error.code)[0])
            self.changed.emit()
        elif error is not None:
            raise error
        elif rule is not None:
            self.close()
            self._notices.say(
                self._promise(rule.terms.text),
                kind="ok",
                action="보기",
                act=lambda: self._navigator.go("alarms"),
            )

    def _promise(self, text: str) -> str:
        settings = self._settings()
        if not settings.enabled or not settings.lead_minutes:
            return f"‘{text}’ 조건을 저장했어요. 방송 알림은 꺼져 있어요."
        particle = with_particle(text, "이", "가").removeprefix(text)
        return f"‘{text}’{particle} 방송되기 전에 알려 드릴게요."

    def _value(self, outcome: Outcome[T]) -> T | None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        return outcome.value
