"""Vectors as the index keeps and compares them: all numbers, and their signs for a first look.

The share of equal signs follows the angle between two vectors (Charikar, 2002), so the nearest few
hundred by signs hold the nearest by cosine, and 256 bits are looked at sooner than 256 numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.search import Meaning

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


def meanings(vectors: NDArray[float32]) -> list[Meaning | None]:
    """Return what is stored of each row; None for one without a direction."""
    import numpy as np  # noqa: PLC0415  after the first frame

    signs = np.packbits(vectors > 0, axis=1)
    known = np.any(vectors != 0, axis=1)
    return [
        Meaning(vector.astype("<f4").tobytes(), sign.tobytes()) if told else None
        for vector, sign, told in zip(vectors, signs, known, strict=True)
    ]
