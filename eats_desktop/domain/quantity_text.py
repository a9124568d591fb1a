"""Amounts as a cook reads them: ½, 1과 1/2, 2~3개, 약 7개."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eats_desktop.domain.ingredient_line import Quantity

_DECIMAL = frozenset({"mg", "g", "kg", "oz", "lb", "ml", "L", "cm"})
_SHARES = (2, 3, 4)
"""Parts that a kitchen can measure: halves, thirds, quarters."""

_SIGNS = {
    Fraction(1, 2): "½",
    Fraction(1, 3): "⅓",
    Fraction(2, 3): "⅔",
    Fraction(1, 4): "¼",
    Fraction(3, 4): "¾",
}
_LARGE, _HUNDREDTHS = 10, frozenset({"kg", "L", "lb"})
_FINEST = 20
_ABOUT = "약 "
_OPEN_ENDED = frozenset("2459")
"""Digits whose Korean name ends in a vowel (이, 사, 오, 구): 2와 1/2, but 1과 1/2."""


def number_text(value: Fraction, unit: str | None) -> str:
    """Write an amount as a kitchen measures it, "약 " before one that had to be rounded."""
    near = _nearest(value, unit)
    about = "" if near == value else _ABOUT
    if unit in _DECIMAL:
        return f"{about}{float(near):,g}" if near < 1_000_000 else f"{about}{round(near):,}"
    whole, part = divmod(near, 1)
    if not part:
        return f"{about}{whole:,}"
    if not whole:
        return about + _SIGNS.get(part, f"{part.numerator}/{part.denominator}")
    with_ = "와" if str(whole)[-1] in _OPEN_ENDED else "과"
    return f"{about}{whole:,}{with_} {part.numerator}/{part.denominator}"


def quantity_text(quantity: Quantity) -> str:
    """Write an amount with its unit; a range with a wave between its ends."""
    low = number_text(quantity.low, quantity.unit)
    unit = quantity.unit or ""
    if quantity.low == quantity.high:
        return f"{low}{unit}"
    high = number_text(quantity.high, quantity.unit)
    about = _ABOUT if _ABOUT in low + high else ""
    return f"{about}{low.removeprefix(_ABOUT)}~{high.removeprefix(_ABOUT)}{unit}"


def _nearest(value: Fraction, unit: str | None) -> Fraction:
    if unit in _DECIMAL:
        return _decimal(value, unit)
    if value >= _LARGE:
        return Fraction(round(value))
    if value.denominator <= max(_SHARES):
        return value
    candidates = [Fraction(round(value * share), share) for share in _SHARES]
    near = min(candidates, key=lambda candidate: (abs(candidate - value), candidate.denominator))
    return near or value.limit_denominator(_FINEST) or value


def _decimal(value: Fraction, unit: str | None) -> Fraction:
    """Return grams whole from ten on and else by tenths, kilograms by hundredths."""
    step = Fraction(1, 100) if unit in _HUNDREDTHS else Fraction(1, 10)
    if value >= _LARGE and unit not in _HUNDREDTHS:
        step = Fraction(1)
    return max(round(value / step) * step, step)
