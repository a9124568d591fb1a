"""Turns a product name into n-grams: the one definition shared by training and reading."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"\d+")
_OTHER = re.compile(r"[^0-9a-z가-힣]+")
LONGEST = 5


def normalised(name: str) -> str:
    """Return lower-case NFC words: digits become 0, marks become blanks."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name)).lower()
    return " ".join(_OTHER.sub(" ", _DIGITS.sub("0", text)).split())


def ngrams(name: str) -> frozenset[str]:
    """Return the n-grams of one to five characters inside each word, with word edges as "_"."""
    grams: set[str] = set()
    for word in normalised(name).split():
        padded = f"_{word}_"
        for size in range(1, LONGEST + 1):
            grams.update(padded[i : i + size] for i in range(len(padded) - size + 1))
        grams.add(f"={word}")
    grams.discard("_")
    return frozenset(grams)
