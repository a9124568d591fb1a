"""Makes the typing errors that the embedder learns to see through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_FIRST, _LAST = "가", "힣"
_LEADS, _VOWELS, _TAILS = 19, 21, 28
_LONG = 6
"""From this many syllables on a text may carry two errors."""


def mistyped(text: str, dice: random.Random) -> str:
    """Return the text with one or two wrong, lost or added letters or a wrong blank."""
    letters = list(text)
    places = [i for i, letter in enumerate(letters) if _FIRST <= letter <= _LAST]
    if not places:
        return text
    errors = dice.choice((1, 2)) if len(places) >= _LONG else 1
    for place in dice.sample(places, errors):
        letters[place] = _wrong(letters[place], dice)
    return "".join(letters)


def _wrong(syllable: str, dice: random.Random) -> str:
    code = ord(syllable) - ord(_FIRST)
    lead, vowel, tail = (
        code // (_VOWELS * _TAILS),
        code % (_VOWELS * _TAILS) // _TAILS,
        code % _TAILS,
    )
    kind = dice.random()
    if kind < 0.4:
        vowel = dice.randrange(_VOWELS)
    elif kind < 0.6:
        lead = dice.randrange(_LEADS)
    elif kind < 0.8:
        tail = 0 if tail else dice.randrange(1, _TAILS)
    else:
        return "" if kind < 0.9 else f"{syllable} "
    return chr(ord(_FIRST) + (lead * _VOWELS + vowel) * _TAILS + tail)
