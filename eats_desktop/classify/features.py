"""Turns a product name into features: the one definition shared by training and reading."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eats_desktop.classify.lexicon import Found, Lexicon

LONGEST = 5
_MOST = 3
_MARK = 0.5
"""An n-gram has the value 1 / sqrt(count of n-grams), 0.1 to 0.3 for most names."""


def features(name: str, lexicon: Lexicon) -> dict[str, float]:
    """Return the n-grams and vocabulary marks of a name with their values; empty for no letters."""
    grams = ngrams(name)
    if not grams:
        return {}
    values = dict.fromkeys(grams, 1 / math.sqrt(len(grams)))
    values.update(dict.fromkeys(marks(name, lexicon), _MARK))
    return values


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


def marks(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the vocabulary says: kind of the head noun, of the first noun, and counts.

    A mark starts with "~", which no n-gram does; "." tells that the head noun closes its word.
    """
    found = lexicon.find(normalised(name))
    return tuple(_marks(found)) if found else ("~none",)


def _marks(found: Sequence[Found]) -> Iterator[str]:
    kinds = [noun.kind for noun in found]
    yield f"~head:{kinds[-1]}{'.' if found[-1].closes else ''}"
    yield f"~first:{kinds[0]}"
    for kind in sorted(set(kinds)):
        yield f"~{kind}{min(kinds.count(kind), _MOST)}"
    if len(set(kinds)) == 1:
        yield f"~only:{kinds[0]}"
