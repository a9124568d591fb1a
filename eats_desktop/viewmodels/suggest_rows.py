"""What stands under the search box (자동 완성): rows in groups, the typed part marked."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import first_sounds, letters, split_clusters
from eats_desktop.search.query import other_keyboard
from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eats_desktop.domain.search import Suggestion

MOST = 8
_MOST_RECENT = 2
"""So many recent queries stand below what is suggested."""

_GROUPS = {"food": "식품·재료", "word": "방송·상품 낱말", "history": "최근 검색어"}
_CLEAR = "최근 검색어 모두 지우기"
_PLAIN_WHYS = ("이어지는 말", "들어 있는 말")
"""The marked letters say these already."""


@dataclass(frozen=True, slots=True)
class SuggestRow:
    """`kind`: food, word, history, or clear for the row that forgets all recent queries.

    `markedText` is StyledText with the typed part in bold.
    """

    key: str
    kind: str
    text: str
    markedText: str
    group: str
    whyText: str
    spokenText: str


def recent_rows(recent: Sequence[str]) -> list[SuggestRow]:
    """Return what stands under an empty box, newest first."""
    rows = [_history_row(text, "") for text in recent[:MOST]]
    if rows:
        rows.append(SuggestRow("clear", "clear", _CLEAR, _CLEAR, _GROUPS["history"], "", _CLEAR))
    return rows


def typed_rows(
    typed: str, suggestions: Iterable[Suggestion], recent: Iterable[str]
) -> list[SuggestRow]:
    """Return at most MOST rows, by kind: foods, words, then recent queries that go on like this."""
    found = list(suggestions)
    known = {typed, *(suggestion.text for suggestion in found)}
    asked = [text for text in recent if text not in known and _begins(text, typed)][:_MOST_RECENT]
    rows = [_suggestion_row(s, typed) for s in found[: MOST - len(asked)]]
    rows.sort(key=lambda row: row.kind != "food")
    return [*rows, *(_history_row(text, typed) for text in asked)]


def marked(text: str, typed: str) -> str:
    """Return the text as StyledText: what the typed letters stand for in bold."""
    start, end = _matched(text, typed)
    before, match, after = map(escape, (text[:start], text[start:end], text[end:]))
    return f"{before}<b>{match}</b>{after}" if match else before + after


def _begins(text: str, typed: str) -> bool:
    return letters(joined(plain(text))).startswith(letters(joined(plain(typed))))


def _matched(text: str, typed: str) -> tuple[int, int]:
    """Return [start, end) of the syllables the typed letters are in, wholly or begun."""
    written = joined(plain(typed))
    other = other_keyboard(typed)
    tries: tuple[tuple[Callable[[str], str], str], ...] = (
        (letters, letters(written)),
        (first_sounds, split_clusters(written)),
        (letters, letters(joined(other or ""))),
    )
    for spell, wanted in tries:
        place = _place([spell(plain(character)) for character in text], wanted)
        if place is not None:
            return place
    return (0, 0)


def _place(pieces: Sequence[str], wanted: str) -> tuple[int, int] | None:
    """Return which pieces in a row spell `wanted` from the beginning of a piece on."""
    whole, ends = "".join(pieces), list(accumulate(map(len, pieces)))
    if not wanted:
        return None
    for start, end in enumerate(ends):
        begin = end - len(pieces[start])
        if pieces[start] and whole.startswith(wanted, begin):
            last = next(i for i, reached in enumerate(ends) if reached >= begin + len(wanted))
            return start, last + 1
    return None


def _suggestion_row(suggestion: Suggestion, typed: str) -> SuggestRow:
    text, group = suggestion.text, _GROUPS[suggestion.kind]
    why = "" if suggestion.why in _PLAIN_WHYS else suggestion.why
    spoken = ", ".join(filter(None, (text, group, why)))
    return SuggestRow(text, suggestion.kind, text, marked(text, typed), group, why, spoken)


def _history_row(text: str, typed: str) -> SuggestRow:
    group = _GROUPS["history"]
    return SuggestRow(
        f"history:{text}", "history", text, marked(text, typed), group, "", f"{text}, {group}"
    )
