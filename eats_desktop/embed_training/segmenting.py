"""The tokenizer: 8,000 plain BPE pieces, and the seeded BPE-dropout that only training uses.

The tokenizers library draws its dropout from an unseeded source; ours makes a training repeatable.
"""

from __future__ import annotations

import json
import random
from itertools import pairwise
from typing import TYPE_CHECKING

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

if TYPE_CHECKING:
    from collections.abc import Iterable

PIECES = 8_000
PAD, UNKNOWN = "[PAD]", "[UNK]"
_DROPOUT = 0.15
_VARIANTS = 8
"""Segmentations of one word that are drawn once and then reused."""


def trained_tokenizer(texts: Iterable[str]) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    trainer = trainers.BpeTrainer(
        vocab_size=PIECES, special_tokens=[PAD, UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


class DroppingSegmenter:
    """Cuts texts into piece ids, leaving out each merge with a probability of 15 %."""

    def __init__(self, tokenizer: Tokenizer, seed: int) -> None:
        self._normalizer = tokenizer.normalizer
        self._cutter = tokenizer.pre_tokenizer
        model = json.loads(tokenizer.to_str())["model"]
        self._ids: dict[str, int] = model["vocab"]
        self._ranks = {tuple(merge): rank for rank, merge in enumerate(model["merges"])}
        self._dice = random.Random(seed)  # noqa: S311  training, not secrets
        self._known: dict[str, list[list[int]]] = {}

    def ids(self, text: str) -> list[int]:
        """Return the ids of the known pieces; empty for a text without one."""
        words = self._cutter.pre_tokenize_str(self._normalizer.normalize_str(text))
        return [piece for word, _ in words for piece in self._word(word)]

    def _word(self, word: str) -> list[int]:
        variants = self._known.setdefault(word, [])
        if len(variants) < _VARIANTS:
            variants.append(self._cut(word))
            return variants[-1]
        return self._dice.choice(variants)

    def _cut(self, word: str) -> list[int]:
        pieces = list(word)
        while len(pieces) > 1:
            ranked = [
                (rank, at)
                for at, both in enumerate(pairwise(pieces))
                if (rank := self._ranks.get(both)) is not None and self._dice.random() >= _DROPOUT
            ]
            if not ranked:
                break
            _, at = min(ranked)
            pieces[at : at + 2] = ["".join(pieces[at : at + 2])]
        return [self._ids[piece] for piece in pieces if piece in self._ids]
