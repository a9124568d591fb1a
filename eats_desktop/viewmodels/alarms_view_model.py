"""The standing alarms (알림 조건): what the shopper waits for, and what each finds next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.viewmodels.dated_rows import near_day
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import clock_text
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import AlarmRule, RuleMatch, RuleTerms
    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.alarm_rule_service import AlarmRuleService, StandingRule
    from eats_desktop.services.schedule_service import ScheduleService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

KIND_TEXTS = {RuleKind.INGREDIENT: "재료", RuleKind.KEYWORD: "낱말"}
_NONE = ScreenState(
    "none",
    "알림 조건이 없어요.",
    "재료나 낱말을 적어 두면, 방송될 때마다 시작 전에 알려 드려요.",
    "조건 만들기",
)
_SHOWN_CHANNELS = 3

Answer = tuple[tuple["StandingRule", ...], "Mapping[str, str]"]


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """`broadcast` is the key of what is found next, "" when nothing is known."""

    key: str
    ruleId: int
    title: str
    kindText: str
    limitText: str
    broadcast: str
    nextText: str
    productText: str
    isLive: bool
    isOn: bool
    spokenText: str


@QmlElement
class AlarmsViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "알림 조건을 가져오는 중이에요"

    def __init__(
        self,
        rules: AlarmRuleService,
        schedule: ScheduleService,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._rules = rules
        self._schedule = schedule
        self._clock = clock
        self._notices = notices
        self._write = Writing(tasks, notices)
        self._rows = KeyedListModel(AlarmRow, self)

    @Property(QObject, constant=True)
    def rules(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def countText(self) -> str:
        count = self._rows.rowCount()
        return f"조건 {count}개" if count else ""

    def refresh(self) -> None:
        self.read(self._ask, self._show)

    @Slot(int, bool)
    def setOn(self, rule_id: int, on: bool) -> None:
        words = "알림 조건을 켰어요." if on else "알림 조건을 껐어요. 조건은 그대로 있어요."
        self._write(
            lambda: self._rules.switch(rule_id, on=on), lambda _none: self._notices.say(words)
        )

    @Slot(int)
    def remove(self, rule_id: int) -> None:
        """Take a rule away, with a way back."""
        self._write(lambda: self._rules.remove(rule_id), self._told_removed)

    def _told_removed(self, rule: AlarmRule) -> None:
        self._notices.say(
            f"‘{rule.terms.text}’ 알림 조건을 지웠어요.",
            kind="ok",
            action="되돌리기",
            act=lambda: self._write(lambda: self._rules.bring_back(rule), lambda _rule: None),
        )

    def _ask(self) -> Answer:
        names = {c.channel_id: c.name for c in self._schedule.channels()}
        return self._rules.rules(), names

    def _show(self, answer: Answer) -> ScreenState:
        rules, names = answer
        now = self._clock.now()
        self._rows.replace([_row(item, names, now) for item in rules])
        self.shown.emit()
        return READY if rules else _NONE


def match_time(match: RuleMatch, now: datetime) -> str:
    """Write when a match is on, as near as it is."""
    starts_at = match.broadcast.starts_at
    return f"{near_day(starts_at, now)} {clock_text(starts_at)}"


def match_product(match: RuleMatch) -> str:
    price = match.product.price_krw
    return " · ".join([match.product.name, *([format_won(price)] if price else [])])


def match_place(match: RuleMatch) -> str:
    channel = match.broadcast.channel
    return f"{channel.name} {channel.channel_no}번"


def _row(item: StandingRule, names: Mapping[str, str], now: datetime) -> AlarmRow:
    rule, match = item.rule, item.upcoming
    live = match is not None and match.broadcast.state_at(now) is BroadcastState.LIVE
    when = "아직 잡힌 방송이 없어요"
    if match is not None:
        begins = "지금 방송 중" if live else f"다음 방송 {match_time(match, now)}"
        when = f"{begins} · {match_place(match)}"
    title, kind = rule.terms.text, KIND_TEXTS[rule.terms.kind]
    limits = _limits(rule.terms, names)
    product = match_product(match) if match else ""
    state = "켜짐" if rule.is_on else "꺼짐"
    spoken = (f"{kind} {title}", limits, when, product, f"알림 {state}")
    return AlarmRow(
        key=str(rule.rule_id),
        ruleId=rule.rule_id,
        title=title,
        kindText=kind,
        limitText=limits,
        broadcast=str(match.broadcast.id) if match else "",
        nextText=when,
        productText=product,
        isLive=live,
        isOn=rule.is_on,
        spokenText=", ".join(part for part in spoken if part),
    )


def _limits(terms: RuleTerms, names: Mapping[str, str]) -> str:
    """Write price limit and channels, the first few of many; "" for none."""
    limit = terms.highest_price_krw
    chosen = sorted(names.get(name, name) for name in terms.channel_ids)
    more = len(chosen) - _SHOWN_CHANNELS
    shown = ", ".join(chosen[:_SHOWN_CHANNELS]) + (f" 외 {more}곳" if more > 0 else "")
    parts = (f"{format_won(limit)} 이하" if limit is not None else "", shown)
    return " · ".join(part for part in parts if part)
