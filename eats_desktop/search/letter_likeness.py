"""How alike two texts look: shared runs of three letters, blanks left out (Dice, 0…1)."""

from __future__ import annotations

from eats_desktop.domain.hangul import letters
from eats_desktop.search.text import joined


class LetterLikeness:
    """Compares many texts with one."""

    def __init__(self, query: str) -> None:
        self._own = _runs(query)

    def __call__(self, title: str) -> float:
        other = _runs(title)
        return 2 * len(self._own & other) / (len(self._own) + len(other))


def _runs(text: str) -> set[str]:
    apart = f" {letters(joined(text))} "
    return {apart[at : at + 3] for at in range(max(len(apart) - 2, 1))}
