"""Programme titles of guides: nicknames, some of which say nothing at all."""

from __future__ import annotations

import re

from eats_desktop.sources.text import clean

_GENERIC = (
    "방송 정보 없음",
    "방송정보없음",
    "편성예정",
    "추천상품",
    "시청자정보",
    "공익광고",
    "심야재방송",
    "다시보는 인기상품",
    "방송종료",
)
_PREFIX = re.compile(r"^(?:상생PGM-|\([가-힣A-Za-z0-9+·/ ]{1,8}\)\s*)")
_SUFFIX = re.compile(r"(?:\((?:재|본|재방|재방송)\)|\.\.+|…)\s*$")


def guide_title(raw: str | None) -> str | None:
    """Return the nickname without marks of repeat or genre, None where it names nothing."""
    text = clean(raw)
    if not text or any(word in text for word in _GENERIC):
        return None
    text = _SUFFIX.sub("", _PREFIX.sub("", text)).strip()
    return text or None
