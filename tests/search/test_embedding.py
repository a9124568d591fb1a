"""The embedder as the search meets it: rows, zero rows and the check of its folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from eats_desktop.domain.errors import ModelError
from eats_desktop.paths import resources
from eats_desktop.search.embedding import open_embedder
from eats_desktop.search.static_embedder import CARD, FILES, TABLE, StaticEmbedder

SHIPPED = resources() / "models" / "embedder"
TEXTS = (
    "김치찌개",
    "[방송에서만] 제주 은갈치 10마리 + 고등어 5팩",
    "쌀 20kg",
    "Olive Oil 올리브유",
    "매콤한 닭볶음탕 감자 당근 대파",
    "￦⟦　",
)


@pytest.fixture(scope="module")
def embedder():
    return open_embedder("")


def nearness(embedder, one, other):
    rows = embedder.embed([one, other])
    return float(rows[0] @ rows[1])


def test_a_row_per_text_is_a_unit_vector(embedder):
    rows = embedder.embed(TEXTS[:-1])
    assert rows.shape == (len(TEXTS) - 1, embedder.dimension)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "𝌆𝌇", "ༀ༁"])
def test_a_text_without_known_words_has_no_direction(embedder, text):
    rows = embedder.embed(["두부", text])
    assert not rows[1].any()
    assert np.isfinite(rows).all()


def test_no_texts_give_no_rows(embedder):
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_both_ways_to_write_hangul_mean_the_same(embedder):
    composed = [unicodedata.normalize("NFC", text) for text in TEXTS]
    decomposed = [unicodedata.normalize("NFD", text) for text in TEXTS]
    assert composed != decomposed
    assert np.array_equal(embedder.embed(composed), embedder.embed(decomposed))


def test_a_text_has_the_same_row_alone_and_among_others(embedder):
    together = embedder.embed(TEXTS)
    alone = np.vstack([embedder.embed([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


def test_a_long_text_is_read_to_its_end(embedder):
    long = "두부 " * 600
    assert nearness(embedder, long, "두부") > nearness(embedder, f"{long}{'새우 ' * 600}", "두부")


def test_threads_may_ask_at_once(embedder):
    expected = embedder.embed(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: embedder.embed(TEXTS), range(200)))
    assert all(np.array_equal(answer, expected) for answer in answers)


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(SHIPPED, tmp_path / "embedder")


@pytest.mark.parametrize("name", [CARD, *FILES])
def test_a_cut_file_is_refused_by_name(copied, name):
    body = (copied / name).read_bytes()
    (copied / name).write_bytes(body[: len(body) // 2])
    with pytest.raises(ModelError, match=f"바뀌었어요.*{name}"):
        StaticEmbedder.load(copied)


def test_one_changed_number_is_refused(copied):
    body = bytearray((copied / TABLE).read_bytes())
    body[-2] ^= 1
    (copied / TABLE).write_bytes(body)
    with pytest.raises(ModelError, match="바뀌었어요"):
        StaticEmbedder.load(copied)


def test_files_of_one_line_have_no_line_ends_to_change():
    """Git on another system would rewrite them, and the hash would no longer fit."""
    assert not [name for name in FILES if name != TABLE and b"\n" in (SHIPPED / name).read_bytes()]


@pytest.mark.parametrize("name", [CARD, *FILES])
def test_a_missing_file_is_told_as_a_missing_model(copied, name):
    (copied / name).unlink()
    with pytest.raises(ModelError, match="없어요"):
        StaticEmbedder.load(copied)


def test_a_chosen_folder_of_our_own_kind_opens_without_the_extra(copied, embedder):
    chosen = open_embedder(str(copied))
    assert chosen.model_id == embedder.model_id
    assert np.array_equal(chosen.embed(TEXTS), embedder.embed(TEXTS))


def test_a_chosen_folder_without_a_model_is_told_with_the_next_step(tmp_path):
    with pytest.raises(ModelError, match="설정에서 골라"):
        open_embedder(str(tmp_path))


def test_importing_the_module_loads_nothing_heavy():
    program = (
        "import sys, eats_desktop.search.embedding;"
        "print([m for m in ('numpy', 'tokenizers', 'model2vec', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_reading_the_shipped_model_needs_neither_torch_nor_the_network():
    program = (
        "import sys, socket\n"
        "def refuse(*_a, **_k): raise AssertionError('network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from eats_desktop.search.embedding import open_embedder\n"
        "open_embedder('').embed(['두부'])\n"
        "print([m for m in ('torch', 'sklearn', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
