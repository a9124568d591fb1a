"""Turns texts into vectors whose dot product tells how near their meanings are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from eats_desktop.paths import resources
from eats_desktop.search.static_embedder import CARD, StaticEmbedder
from eats_desktop.search.transformers_embedder import SentenceTransformersEmbedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float32
    from numpy.typing import NDArray


class Embedder(Protocol):
    """A text embedder; vectors of different `model_id`s must never be compared."""

    @property
    def model_id(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> NDArray[float32]:
        """Return one row per text: a unit vector, or zeros for a text without known words.

        A zero row means "no semantic score"; it has no direction to compare.
        """
        ...


def open_embedder(setting: str) -> Embedder:
    """Open the model folder of a setting, the shipped one for an empty setting."""
    if not setting.strip():
        return StaticEmbedder.load(resources() / "models" / "embedder")
    folder = Path(setting).expanduser()
    if (folder / CARD).is_file():
        return StaticEmbedder.load(folder)
    return SentenceTransformersEmbedder(folder)
