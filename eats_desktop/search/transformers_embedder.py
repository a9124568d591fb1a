"""Any sentence-transformers folder as embedder: a setting, for the extra `transformers`."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy import float32
    from numpy.typing import NDArray


class SentenceTransformersEmbedder:
    """Reads a local folder only; nothing is ever downloaded."""

    def __init__(self, folder: Path) -> None:
        if not (folder / "modules.json").is_file():
            raise ModelError(
                f"{folder}에서 sentence-transformers 모델을 찾지 못했어요. "
                "modules.json이 있는 폴더를 설정에서 골라 주세요."
            )
        try:
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415  optional, heavy
        except ImportError as exc:
            raise ModelError(
                f"{folder.name} 모델을 열려면 추가 구성 요소가 필요해요. "
                "pip install 'eats-desktop[transformers]'로 설치하거나, 설정에서 모델 폴더를 비워 "
                "기본 모델을 써 주세요."
            ) from exc
        try:
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, RuntimeError) as exc:
            raise ModelError(f"{folder.name} 모델을 열지 못했어요: {exc}") from exc
        self._one_at_a_time = threading.Lock()
        self.model_id = f"{folder.name}-{_fingerprint(folder)}"
        self.dimension = int(self._model.get_embedding_dimension())

    def embed(self, texts: Sequence[str]) -> NDArray[float32]:
        import numpy as np  # noqa: PLC0415  after the first frame

        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        written = [i for i, text in enumerate(texts) if text.strip()]
        if written:
            with self._one_at_a_time:  # transformers sets the tokenizer's padding on each call
                rows[written] = self._model.encode(
                    [texts[i] for i in written], normalize_embeddings=True, show_progress_bar=False
                )
        return rows


def _fingerprint(folder: Path) -> str:
    """Tell two models of one name apart by their files' names and sizes: hashing takes seconds."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    told = "\n".join(
        f"{path.relative_to(folder).as_posix()} {path.stat().st_size}" for path in files
    )
    return hashlib.sha256(told.encode()).hexdigest()[:12]
