"""How large things are on a kiosk's touch screen: text in millimetres, whatever the panel.

Text is 12 mm high, 7.25 mm on panels up to 11 inch (reported from the Korean notice on access to
information; see the notice in force before claiming conformity). The ink of a Hangul syllable in
Pretendard is 0.85 of the font size.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from eats_desktop.domain.errors import InputError

_MM_PER_INCH = 25.4
_INK = 0.85
_TEXT_MM, _SMALL_TEXT_MM, _SMALL_INCH = 12.0, 7.25, 11.0
_LEAST_PX, _MOST_PX = 28, 96
_TARGET_MM, _PRIMARY_MM = 15.0, 20.0


@dataclass(frozen=True, slots=True)
class KioskPanel:
    """A panel of `width` x `height` logical pixels and `inches` across; `large` doubles the text.

    Raises InputError for a size that no panel has: a number read wrongly makes text unreadable.
    """

    width: int
    height: int
    inches: float
    large: bool = False

    def __post_init__(self) -> None:
        if not (self.width > 0 and self.height > 0 and 5 <= self.inches <= 120):
            raise InputError("화면 크기가 맞지 않아요. 대각선 길이를 인치로 적어 주세요 (5~120).")

    @property
    def pitch_mm(self) -> float:
        """Millimetres per logical pixel."""
        return self.inches * _MM_PER_INCH / hypot(self.width, self.height)

    @property
    def body_px(self) -> int:
        """Font size of running text; the floor is what stays legible on any panel."""
        text = _SMALL_TEXT_MM if self.inches <= _SMALL_INCH else _TEXT_MM
        size = round(text / self.pitch_mm / _INK)
        return min(max(size, _LEAST_PX), _MOST_PX) * (2 if self.large else 1)

    @property
    def target_px(self) -> int:
        """The least width and height of what is touched."""
        return round(_TARGET_MM / self.pitch_mm)

    @property
    def primary_px(self) -> int:
        """The least height of a screen's main button."""
        return round(_PRIMARY_MM / self.pitch_mm)

    @property
    def columns(self) -> int:
        """How many columns of tiles the width holds in letters of running text."""
        across = self.width / self.body_px
        return 1 if across < 20 else 2 if across < 30 else 3

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width
