"""Turns a product name into features: the one definition shared by training and reading."""

from __future__ import annotations

import math
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eats_desktop.classify.lexicon import Found, Lexicon

LONGEST = 5
_MOST = 3
_MARK = 0.3


class Features(NamedTuple):
    """The n-grams of a name and marks of what it says; each mark has the value `mark`.

    An n-gram has the value 1 / sqrt(count of n-grams), 0.1 to 0.3 for most names.
    """

    grams: frozenset[str]
    marks: Sequence[str]
    mark: float

    def values(self) -> dict[str, float]:
        """Return the value of each feature."""
        values = dict.fromkeys(self.grams, 1 / math.sqrt(len(self.grams))) if self.grams else {}
        values.update(dict.fromkeys(self.marks, self.mark))
        return values


def features(name: str, lexicon: Lexicon) -> Features:
    """Return the n-grams and vocabulary marks of a name; no n-gram for a name without letters."""
    return Features(ngrams(name), marks(name, lexicon), _MARK)


def ngrams(name: str) -> frozenset[str]:
    """Return the n-grams of one to five characters inside each word, with word edges as "_"."""
    grams: set[str] = set()
    for word in normalised(name).split():
        padded = f"_{word}_"
        grams.update(padded)
        longer: Sequence[str] = padded
        for size in range(1, LONGEST):
            longer = list(map(add, longer, padded[size:]))
            grams.update(longer)
        grams.add(f"={word}")
    grams.discard("_")
    return frozenset(grams)


def marks(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the vocabulary says: kinds of the head noun, of the first noun, and counts.

    A mark starts with "~", which no n-gram does; "." tells that the head noun closes its word.
    Foods are marked by name, too, so that all writings of one are learnt together.
    """
    found = lexicon.find(normalised(name))
    return tuple(dict.fromkeys(_marks(found))) if found else ("~none",)


def _marks(found: Sequence[Found]) -> Iterator[str]:
    kinds = [noun.kind for noun in found]
    head = found[-1]
    dot = "." if head.closes else ""
    yield f"~head:{kinds[-1]}{dot}"
    yield f"~first:{kinds[0]}"
    for kind in sorted(set(kinds)):
        yield f"~{kind}{min(kinds.count(kind), _MOST)}"
    if len(set(kinds)) == 1:
        yield f"~only:{kinds[0]}"
    if len(kinds) > 1:
        yield f"~ends:{kinds[-2]}+{kinds[-1]}"
    if head.food is not None:
        yield f"~role:{head.food.role}:{head.food.kind}{dot}"
        yield f"~family:{head.food.category}/{head.food.family}"
    for noun in found:
        if noun.food is not None:
            yield f"~food:{noun.food.name}"
