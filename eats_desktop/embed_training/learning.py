"""Learns the table of piece vectors: from the teacher's, by contrast within batches of pairs.

sentence-transformers brings the module and the loss; the loop is ours, so that it needs no
trainer packages and the same seed gives the same table.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import StaticEmbedding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tokenizers import Tokenizer

    from eats_desktop.embed_training.pairs import Pair, PairMaker
    from eats_desktop.embed_training.segmenting import DroppingSegmenter

DIMENSION = 256
SCALE = 1 / 0.15
"""Of the ranking loss; its default of 20 costs a fifth of the paraphrases (encoders.md)."""
EPOCHS = 8
BATCH = 512
RATE = 4e-3
_RARE = 1e-3


def starting_table(vectors: Any, tokenizer: Tokenizer, texts: Sequence[str]) -> Any:
    """Return the teacher's vectors in 256 dimensions, frequent pieces short (SIF weights)."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    table = centred @ axes[:, ::-1][:, :DIMENSION]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    counts = Counter(i for found in tokenizer.encode_batch(list(texts)) for i in found.ids)
    share = np.array([counts[i] for i in range(len(vectors))]) / counts.total()
    return (table * (_RARE / (_RARE + share))[:, None]).astype(np.float32)


def learnt_table(
    table: Any, tokenizer: Tokenizer, segmenter: DroppingSegmenter, pairs: PairMaker, *, seed: int
) -> Any:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    module = StaticEmbedding(tokenizer, embedding_weights=table.copy())
    model = SentenceTransformer(modules=[module], device="cpu")
    loss = MultipleNegativesRankingLoss(
        model,
        scale=SCALE,
        directions=("query_to_doc", "doc_to_query"),
        partition_mode="per_direction",
    )
    optimizer = torch.optim.Adam(module.parameters(), lr=RATE)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for batch in batches(pairs.epoch(seed + epoch)):
            sides = zip(*batch, strict=True)
            value = loss([_features(side, segmenter) for side in sides], torch.empty(0))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    return module.embedding.weight.detach().numpy().copy()


def batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Fill batches in which no text comes twice: a double would be its own counter-example.

    A pair that must wait opens one of the next batches; what fills no batch is left out.
    """
    waiting: deque[Pair] = deque()
    coming = iter(pairs)
    while True:
        batch: list[Pair] = []
        seen: set[str] = set()
        for _ in range(len(waiting)):
            _place(waiting.popleft(), batch, seen, waiting)
        while len(batch) < BATCH:
            pair = next(coming, None)
            if pair is None:
                return
            _place(pair, batch, seen, waiting)
        yield batch


def _place(pair: Pair, batch: list[Pair], seen: set[str], waiting: deque[Pair]) -> None:
    if len(batch) == BATCH or not seen.isdisjoint(pair):
        waiting.append(pair)
        return
    batch.append(pair)
    seen.update(pair)


def _features(texts: Sequence[str], segmenter: DroppingSegmenter) -> dict[str, torch.Tensor]:
    ids = [segmenter.ids(text) for text in texts]
    starts = np.cumsum([0, *map(len, ids[:-1])])
    flat = [piece for found in ids for piece in found]
    return {"input_ids": torch.tensor(flat), "offsets": torch.from_numpy(starts)}
