"""What the editor of a standing alarm holds and says; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.services.alarm_rule_service import RuleDraft
from eats_desktop.viewmodels.alarms_view_model import match_place, match_product, match_time

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.services.alarm_rule_service import RulePreview

SHOWN = 5
_HELP = "적는 대로 지난 2주에 몇 번 방송했는지 찾아 드려요."


@dataclass(frozen=True, slots=True)
class Form:
    """What is written down; `rule_id` is 0 for a new rule, `price` digits or "" for any."""

    rule_id: int = 0
    kind: RuleKind = RuleKind.INGREDIENT
    text: str = ""
    price: str = ""
    channels: frozenset[str] = frozenset()

    @property
    def draft(self) -> RuleDraft:
        return RuleDraft(
            self.kind, self.text, int(self.price) if self.price else None, self.channels
        )


@dataclass(frozen=True, slots=True)
class Look:
    """What a form would do: a preview, or what is wrong with it."""

    preview: RulePreview | None = None
    suggestions: tuple[str, ...] = ()
    problem: str = ""
    is_unknown: bool = False

    @property
    def found_text(self) -> str:
        if self.preview is None:
            return _HELP
        count = len(self.preview.past)
        return f"지난 2주에 {count}번 방송했어요" if count else "지난 2주에는 방송하지 않았어요"

    @property
    def more_text(self) -> str:
        more = 0 if self.preview is None else len(self.preview.past) - SHOWN
        return f"이 밖에 {more}번 더 있어요." if more > 0 else ""

    def ahead_text(self, now: datetime) -> str:
        if self.preview is None:
            return ""
        ahead = self.preview.ahead
        if not ahead:
            return "앞으로 잡힌 방송은 아직 없어요."
        when, place = match_time(ahead[0], now), match_place(ahead[0])
        return f"앞으로 {len(ahead)}번 잡혀 있어요. 다음은 {when} {place}이에요."


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    key: str


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    key: str
    text: str
    isOn: bool


@dataclass(frozen=True, slots=True)
class MatchRow:
    key: str
    whenText: str
    placeText: str
    productText: str
    spokenText: str


def match_row(match: RuleMatch, now: datetime) -> MatchRow:
    when, place, product = match_time(match, now), match_place(match), match_product(match)
    return MatchRow(str(match.broadcast.id), when, place, product, f"{when}, {place}, {product}")
