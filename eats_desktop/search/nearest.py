"""The first look for near vectors: their signs, 256 bits each, compared with the query's.

The share of equal signs follows the angle between two vectors (Charikar, 2002), so the nearest few
hundred by signs hold the nearest by cosine, and all signs of 200,000 documents take 6 MB.
numpy is imported when a vector is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import float32
    from numpy.typing import NDArray


def packed(vectors: NDArray[float32]) -> list[tuple[bytes, bytes] | None]:
    """Return each vector as stored with its signs; None for one without a direction."""
    import numpy as np  # noqa: PLC0415  after the first frame

    signs = np.packbits(vectors > 0, axis=1)
    known = np.any(vectors != 0, axis=1)
    return [
        (vector.astype("<f4").tobytes(), sign.tobytes()) if told else None
        for vector, sign, told in zip(vectors, signs, known, strict=True)
    ]


class Nearest:
    """The signs of a section's documents, rows ascending."""

    def __init__(self, rows: Sequence[int], signs: bytes) -> None:
        import numpy as np  # noqa: PLC0415

        width = len(signs) // len(rows) if rows else 1
        self._rows = np.array(rows, dtype=np.int64)
        self._signs = np.frombuffer(signs, dtype=np.uint8).reshape(len(rows), width)

    def rows(self, vector: NDArray[float32], limit: int) -> list[int]:
        """Return the rows whose signs agree most with the vector's."""
        import numpy as np  # noqa: PLC0415

        own = np.packbits(vector > 0)
        if not len(self._rows) or len(own) != self._signs.shape[1]:
            return []
        differing = np.bitwise_count(self._signs ^ own).sum(axis=1, dtype=np.int32)
        nearest = np.argsort(differing, kind="stable")[:limit]
        return [int(row) for row in self._rows[nearest]]


def cosines(vector: NDArray[float32], stored: Mapping[int, bytes]) -> dict[int, float]:
    """Return the cosine of unit vectors with the query's."""
    import numpy as np  # noqa: PLC0415

    if not stored:
        return {}
    matrix = np.frombuffer(b"".join(stored.values()), dtype="<f4").reshape(len(stored), -1)
    return dict(zip(stored, (float(c) for c in matrix @ vector), strict=True))
