"""The shipped embedder: a table of piece vectors read by model2vec, without torch.

numpy, tokenizers and model2vec are imported when a model is loaded, after the first frame.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from model2vec import StaticModel
    from numpy import float32
    from numpy.typing import NDArray

CARD = "card.json"
TABLE = "model.safetensors"
FILES = (TABLE, "tokenizer.json", "config.json", "modules.json")


class StaticEmbedder:
    """Means of piece vectors; safe to ask from several threads."""

    def __init__(self, model: StaticModel, model_id: str) -> None:
        self._model = model
        self.model_id = model_id
        self.dimension = int(model.dim)

    @classmethod
    def load(cls, folder: Path) -> StaticEmbedder:
        """Read a trained folder; ModelError when it is not the one its card names."""
        digests = _checked(folder)
        _keep_to_one_thread()
        from model2vec import StaticModel  # noqa: PLC0415  after the first frame
        from safetensors.numpy import load_file  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        # from_pretrained loads a model hub's client as well: twice the time, 22 MB more.
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        model = StaticModel(
            load_file(folder / TABLE)["embeddings"],
            Tokenizer.from_file(str(folder / "tokenizer.json")),
            config,
            normalize=config["normalize"],
        )
        together = hashlib.sha256("".join(digests).encode()).hexdigest()
        return cls(model, f"static-{together[:12]}")

    def embed(self, texts: Sequence[str]) -> NDArray[float32]:
        import numpy as np  # noqa: PLC0415  after the first frame

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        rows = self._model.encode(list(texts), max_length=None, use_multiprocessing=False)
        return rows.astype(np.float32, copy=False)


def _checked(folder: Path) -> list[str]:
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    except OSError as exc:
        raise ModelError(f"뜻 검색 모델 파일이 없어요: {folder.name}") from exc
    except json.JSONDecodeError as exc:
        raise ModelError(f"뜻 검색 모델 파일이 바뀌었어요: {folder.name}/{CARD}") from exc
    for name, digest in found.items():
        if digest != card.get("files_sha256", {}).get(name):
            raise ModelError(f"뜻 검색 모델 파일이 바뀌었어요: {folder.name}/{name}")
    return list(found.values())


def _keep_to_one_thread() -> None:
    """A query takes microseconds; pools of threads would only cost memory and start time."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
