"""The keyboard drawn on a touch screen: its layers, what a key is called, and what it types.

Two-set layout (KS X 5002). Text grows and shrinks at its end only.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import is_letter, is_syllable, letters, typed_together

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Typed:
    """`settled` stays as it is; `row` are the letters that still join, in the order typed."""

    settled: str = ""
    row: str = ""

    @property
    def text(self) -> str:
        return self.settled + typed_together(self.row)

    def with_key(self, character: str) -> Typed:
        """Type one character; what is no Hangul letter settles what came before."""
        if is_letter(character):
            return Typed(self.settled, self.row + character)
        return Typed(self.text + character)

    def without_last(self) -> Typed:
        """Take back one letter; a settled syllable is opened again, other characters go whole."""
        if self.row:
            return Typed(self.settled, self.row[:-1])
        rest, last = self.settled[:-1], self.settled[-1:]
        return Typed(rest, letters(last)[:-1]) if last and is_syllable(last) else Typed(rest)


class Layer(enum.StrEnum):
    HANGUL = "hangul"
    LATIN = "latin"
    NUMBER = "number"


_PLAIN: Mapping[Layer, tuple[str, ...]] = MappingProxyType(
    {
        Layer.HANGUL: ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"),
        Layer.LATIN: ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
        Layer.NUMBER: ("1234567890", "+-/()*·~&", ".,!?:'\""),
    }
)
_SHIFTED = str.maketrans("ㅂㅈㄷㄱㅅㅐㅔ", "ㅃㅉㄸㄲㅆㅒㅖ")
_CONSONANT_NAMES = {
    "ㄱ": "기역", "ㄴ": "니은", "ㄷ": "디귿", "ㄹ": "리을", "ㅁ": "미음", "ㅂ": "비읍",
    "ㅅ": "시옷", "ㅇ": "이응", "ㅈ": "지읒", "ㅊ": "치읓", "ㅋ": "키읔", "ㅌ": "티읕",
    "ㅍ": "피읖", "ㅎ": "히읗", "ㄲ": "쌍기역", "ㄸ": "쌍디귿", "ㅃ": "쌍비읍", "ㅆ": "쌍시옷",
    "ㅉ": "쌍지읒",
}  # fmt: skip
_SIGN_NAMES = {
    "+": "더하기", "-": "빼기", "/": "빗금", "(": "여는 괄호", ")": "닫는 괄호",
    "*": "별표", "·": "가운뎃점", "~": "물결표", "&": "그리고", ".": "마침표", ",": "쉼표",
    "!": "느낌표", "?": "물음표", ":": "쌍점", "'": "작은따옴표", '"': "큰따옴표",
}  # fmt: skip


def key_rows(layer: Layer, *, shifted: bool) -> tuple[str, ...]:
    """Return the three rows of keys (10, 9 and 7) of a layer."""
    rows = _PLAIN[layer]
    if not shifted or layer is Layer.NUMBER:
        return rows
    if layer is Layer.LATIN:
        return tuple(row.upper() for row in rows)
    return tuple(row.translate(_SHIFTED) for row in rows)


def spoken(key: str) -> str:
    """Return what a screen reader says of a key: ㄱ → 기역, ㅏ → 아, Q → 대문자 q."""
    if is_letter(key):
        return _CONSONANT_NAMES.get(key) or typed_together("ㅇ" + key)
    if key.isascii() and key.isupper():
        return f"대문자 {key.lower()}"
    return _SIGN_NAMES.get(key, key)
