"""How titles and queries are written for the index: plain words, then letters.

Marks part words; `%` and `_` stay, for people type them (100%), and a point stays in a number.
"""

from __future__ import annotations

import re

from eats_desktop.domain.hangul import first_sounds, letters, normalised

_MARKS = re.compile(r"[^0-9a-z가-힣ㄱ-ㅣ%_.]+|(?<!\d)\.|\.(?!\d)")
_DIGITS = re.compile(r"\d")
_LATIN = re.compile(r"[a-z]+")


def plain(text: str) -> str:
    """Return the words of a text in one spelling, single blanks between them."""
    return " ".join(_MARKS.sub(" ", normalised(text)).split())


def joined(text: str) -> str:
    return text.replace(" ", "")


def word_letters(text: str) -> str:
    """Return plain words taken apart with a blank at both ends of each: how a word is anchored."""
    return f" {letters(text)} " if text else ""


def word_first_sounds(text: str) -> str:
    """Return the first sounds of each word, and of all words written together when several."""
    if not text:
        return ""
    together = f" {first_sounds(joined(text))} " if " " in text else ""
    return f" {first_sounds(text)} {together}"


def is_term(word: str) -> bool:
    """Tell whether a plain word belongs in the vocabulary: no numbers, no scraps."""
    if _DIGITS.search(word) or "_" in word or "%" in word:
        return False
    return len(word) >= (3 if _LATIN.fullmatch(word) else 2)
