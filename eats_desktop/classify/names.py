"""Writes a product name plainly: what the features and the vocabulary both read."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"\d+")
_OTHER = re.compile(r"[^0-9a-z가-힣]+")


def normalised(name: str) -> str:
    """Return lower-case NFC words: digits become 0, marks become blanks."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name)).lower()
    return " ".join(_OTHER.sub(" ", _DIGITS.sub("0", text)).split())
