"""Finding vocabulary words in a name: the longest wins, one syllable only as a word of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.classify.segments import Segmenter

WORDS = ("감자", "수미감자", "감자칩", "올리브오일", "오일", "무", "배", "쌀", "상황버섯")
FINDER = Segmenter(WORDS)


def found(name):
    return [segment.word for segment in FINDER.find(name.split())]


def test_the_longest_word_wins():
    assert found("햇수미감자 감자칩") == ["수미감자", "감자칩"]


def test_a_word_may_fill_several_written_words():
    assert found("유기농 올리브 오일") == ["올리브오일"]
    assert found("올리브 오일장") == ["오일"]


def test_one_syllable_is_a_word_of_its_own_or_closes_a_known_one():
    assert found("무 0개") == ["무"]
    assert found("무0개") == ["무"]
    assert found("무료배송") == []
    assert found("상황버섯쌀") == ["상황버섯", "쌀"]
    assert found("바나듐쌀") == []


def test_edges_of_the_written_word_are_told():
    (segment,) = FINDER.find(["햇감자", "0kg"])
    assert (segment.opens, segment.closes) == (False, True)
    (segment,) = FINDER.find(["감자0개"])
    assert (segment.opens, segment.closes) == (True, True)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_words_written_apart_are_all_found_in_order(words):
    joined = "".join(words)
    assert "".join(found(" ".join(words))) == joined


@given(st.text(alphabet="감자수미칩무배쌀 0가나", max_size=30))
def test_segments_never_overlap_and_stay_in_the_text(text):
    words = text.split()
    segments = FINDER.find(words)
    edges = [edge for segment in segments for edge in (segment.start, segment.end)]
    assert edges == sorted(edges)
    whole = "".join(words)
    assert all(whole[s.start : s.end] == s.word for s in segments)
