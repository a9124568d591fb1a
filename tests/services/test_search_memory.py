"""The vocabulary follows the index: at once when it is small, a moment later when it is large."""

from __future__ import annotations

import pytest

from eats_desktop.domain.hangul import first_sounds, letters
from eats_desktop.domain.search import Term
from eats_desktop.services.search_memory import SearchMemory


class Store:
    """An index that changes with every word; made without foods."""

    def __init__(self, words):
        self.words = words
        self.reads = 0

    def changes(self):
        return len(self.words)

    def terms(self):
        self.reads += 1
        return [Term(word, letters(word), first_sounds(word), 1) for word in self.words]

    def food_counts(self):
        return {}


class NoFoods:
    def __init__(self):
        self.words, self.themes = {}, {}


@pytest.fixture
def timed():
    def make(words):
        store, now = Store(words), [100.0]
        return store, now, SearchMemory(store, NoFoods(), lambda: None, lambda: now[0])

    return make


def test_a_small_vocabulary_follows_at_once(timed):
    store, _, memory = timed(["두부"])
    assert "달래" not in memory.vocabulary()
    store.words.append("달래")
    assert "달래" in memory.vocabulary()
    memory.vocabulary()
    assert store.reads == 2


def test_a_large_vocabulary_is_made_at_most_every_ten_seconds(timed):
    store, now, memory = timed([f"말{n}" for n in range(40_000)])
    memory.vocabulary()
    store.words.append("달래")
    now[0] += 9
    assert "달래" not in memory.vocabulary()
    now[0] += 2
    assert "달래" in memory.vocabulary()
    assert store.reads == 2
