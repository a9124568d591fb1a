"""Hangul letters (jamo): taking syllables apart, typing them together, first sounds, keyboards.

A syllable is U+AC00 + (first * 21 + vowel) * 28 + last (The Unicode Standard, 3.12). Letters are
compatibility jamo (U+3131…), what a keyboard types; compound ones (ㄳ, ㅘ) are split everywhere,
for that is how they are typed on the two-set keyboard (두벌식).
"""

from __future__ import annotations

import re
import unicodedata

_BASE, _COUNT = 0xAC00, 11172
_FIRSTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LASTS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_COMPOUND = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ", "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
}  # fmt: skip
_TOGETHER = {pair: one for one, pair in _COMPOUND.items()}
_KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
_KEY_OF = {letter: key for key, letter in _KEYS.items()}
_LETTER = re.compile("[ㄱ-ㅣ]")
_NOT_LETTERS = re.compile("[^ㄱ-ㅣ]+")


def _syllable_letters(syllable: str) -> tuple[str, str, str]:
    code = ord(syllable) - _BASE
    return _FIRSTS[code // 588], _VOWELS[code // 28 % 21], _LASTS[code % 28]


_SYLLABLES = [chr(_BASE + code) for code in range(_COUNT)]
_APART = str.maketrans(
    {s: "".join(_COMPOUND.get(x, x) for x in _syllable_letters(s)) for s in _SYLLABLES} | _COMPOUND
)
_FIRST_OF = str.maketrans({s: _syllable_letters(s)[0] for s in _SYLLABLES})


def is_syllable(character: str) -> bool:
    return "가" <= character <= "힣"


def is_consonant(character: str) -> bool:
    return "ㄱ" <= character <= "ㅎ"


def is_vowel(character: str) -> bool:
    return "ㅏ" <= character <= "ㅣ"


def is_letter(character: str) -> bool:
    return "ㄱ" <= character <= "ㅣ"


def normalised(text: str) -> str:
    """Return NFKC text in lower case with single blanks; loose letters stay keyboard letters.

    NFKC alone would turn a typed ㄱ into the conjoining one and glue it to a vowel behind it.
    """
    folded = _NOT_LETTERS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return " ".join(folded.lower().split())


def letters(text: str) -> str:
    """Return the text with its syllables taken apart: 닭 → ㄷㅏㄹㄱ, what is no Hangul as it is."""
    return text.translate(_APART)


def first_sounds(text: str) -> str:
    """Return the first consonants (초성): 김치찌개 → ㄱㅊㅉㄱ, what is no syllable as it is."""
    return text.translate(_FIRST_OF)


def split_clusters(text: str) -> str:
    """Return the text with ㄳ as ㄱㅅ: an input method joins first sounds typed in a row."""
    return _LETTER.sub(lambda m: _COMPOUND.get(m[0], m[0]), text)


def typed_together(text: str) -> str:
    """Return what typing these letters in a row composes: ㄱㅣㅁㅊㅣ → 김치.

    The automaton of the two-set keyboard: a vowel takes the consonant before it along, also the
    second half of a compound last sound. What is no letter ends a syllable.
    """
    out: list[str] = []
    row: list[str] = []
    for character in split_clusters(text):
        if is_letter(character):
            row.append(character)
        else:
            out.extend((_composed(row), character))
            row = []
    out.append(_composed(row))
    return "".join(out)


def _composed(row: list[str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(row):
        text, used = _one_syllable(row, at)
        out.append(text)
        at += used
    return "".join(out)


def _one_syllable(row: list[str], at: int) -> tuple[str, int]:
    """Return the syllable (or loose letter) that begins at `at`, and how many letters it took."""
    first = row[at] if row[at] in _FIRSTS else ""
    vowel, used = _vowel(row, at + len(first))
    if not vowel:
        return row[at], 1
    if not first:
        return vowel, used
    used += 1
    last = _last(row, at + used)
    code = _FIRSTS.index(first) * 588 + _VOWELS.index(vowel) * 28 + _LASTS.index(last)
    return chr(_BASE + code), used + len(_COMPOUND.get(last, last))


def _vowel(row: list[str], at: int) -> tuple[str, int]:
    pair = _TOGETHER.get("".join(row[at : at + 2]), "")
    if pair in _VOWELS and pair:
        return pair, 2
    return (row[at], 1) if at < len(row) and row[at] in _VOWELS else ("", 0)


def _last(row: list[str], at: int) -> str:
    """Return the last sound at `at`: as much as no vowel behind it takes away."""
    for size in (2, 1):
        sounds = "".join(row[at : at + size])
        last = sounds if size == 1 else _TOGETHER.get(sounds, "")
        behind = row[at + size] if at + size < len(row) else ""
        if len(sounds) == size and last and last in _LASTS and behind not in (*_VOWELS,):
            return last
    return ""


def from_latin_keys(text: str) -> str:
    """Return what the same keys type on the Korean keyboard: rlacl → 김치."""
    keys = (_KEYS.get(key) or _KEYS.get(key.lower(), key) for key in text)
    return typed_together("".join(keys))


def to_latin_keys(text: str) -> str:
    """Return what the same keys type on the Latin keyboard: ㅔㅑㅋㅋㅁ → pizza."""
    return "".join(_KEY_OF.get(letter, letter) for letter in letters(text))


def with_particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """Return the word with the particle its last sound asks for; ㄹ counts as a vowel for 으로."""
    last = word[-1:]
    sound = _syllable_letters(last)[2] if last and is_syllable(last) else ""
    if sound == "ㄹ" and after_consonant == "으로":
        sound = ""
    return word + (after_consonant if sound else after_vowel)
