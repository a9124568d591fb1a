from __future__ import annotations

import json

import pytest

from tests.app.conftest import NOW
from tests.helpers.command_line import run_here

QUERY = "고등어"


def is_alike(hit):
    return any(said.startswith("비슷한 식품") for said in hit["why"])


def test_hits_are_broadcasts_and_products_with_the_public_fields(fetched):
    found = fetched("search", QUERY, "--json").json
    assert list(found) == ["query", "corrected", "hits"]
    assert found["query"] == QUERY
    assert found["corrected"] is None
    assert {hit["type"] for hit in found["hits"]} == {"broadcast", "product", "recipe"}
    for hit in found["hits"]:
        assert hit.keys() >= {"type", "id", "title", "score", "why"}
        assert all(hit["why"])
        if hit["type"] != "recipe":
            assert QUERY in "".join(hit["why"]) or is_alike(hit)


@pytest.mark.parametrize(
    ("scope", "types"),
    [("broadcasts", "broadcast"), ("products", "product"), ("recipes", "recipe")],
)
def test_the_search_stays_where_it_is_told(fetched, scope, types):
    hits = fetched("search", QUERY, "--in", scope, "--json").json["hits"]
    assert {hit["type"] for hit in hits} == {types}


def test_a_recipe_hit_says_what_is_cooked_for_how_many_and_how_long(fetched):
    hits = fetched("search", QUERY, "--in", "recipes", "--json").json["hits"]
    assert hits
    for hit in hits:
        assert hit["source"] == "library"
        assert hit["dish"]
        assert hit["minutes"] > 0
        assert hit["servings"] > 0


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_more_hits_than_the_limit(fetched, limit):
    hits = fetched("search", QUERY, "--limit", str(limit), "--json").json["hits"]
    assert len(hits) == limit


def test_the_limit_leaves_room_for_every_kind(fetched):
    hits = fetched("search", QUERY, "--limit", "4", "--json").json["hits"]
    assert {hit["type"] for hit in hits} == {"broadcast", "product", "recipe"}


def test_a_broadcast_hit_opens_in_the_schedule(fetched):
    hits = fetched("search", QUERY, "--in", "broadcasts", "--json").json["hits"]
    shown = fetched("schedule", "--days", "12", "--json").json["broadcasts"]
    assert {hit["id"] for hit in hits} <= {item["id"] for item in shown}


def test_a_hit_says_which_of_its_products_holds_the_words(fetched):
    hits = fetched("search", QUERY, "--in", "broadcasts", "--json").json["hits"]
    others = [hit for hit in hits if QUERY not in hit["title"]]
    assert all("함께 방송" in hit["why"][0] or is_alike(hit) for hit in others)


@pytest.mark.parametrize("scope", ["broadcasts", "products"])
def test_what_is_only_alike_comes_after_what_was_asked_for(fetched, scope):
    hits = fetched("search", QUERY, "--in", scope, "--json").json["hits"]
    alike = [is_alike(hit) for hit in hits]
    assert alike == sorted(alike)
    assert not alike[0]


def test_a_batch_answers_every_line_in_order_blank_ones_too(fetched):
    done = fetched("search", "--batch", stdin="고등어\n\n  김치  \n\t\n없는말없는말\n".encode())
    assert done.code == 0
    assert [line["query"] for line in done.lines] == ["고등어", "", "김치", "", "없는말없는말"]
    assert [bool(line["hits"]) for line in done.lines] == [True, False, True, False, False]


def test_a_last_line_without_its_end_is_a_line(fetched):
    assert [found["query"] for found in fetched("search", "--batch", stdin=b"a\nb").lines] == [
        "a",
        "b",
    ]


def test_an_empty_batch_says_nothing(fetched):
    done = fetched("search", "--batch", stdin=b"")
    assert (done.code, done.stdout) == (0, b"")


def test_line_ends_of_windows_are_no_part_of_the_query(fetched):
    done = fetched("search", "--batch", stdin="고등어\r\n\r\n".encode())
    assert [line["query"] for line in done.lines] == ["고등어", ""]


def test_a_batch_and_a_single_search_answer_the_same(fetched):
    (line,) = fetched("search", "--batch", "--limit", "5", stdin=QUERY.encode()).lines
    assert line == fetched("search", QUERY, "--limit", "5", "--json").json


def test_a_batch_reads_utf8_whatever_the_terminal_speaks(fetched):
    words = ["--data-dir", fetched.data_dir, "--now", NOW.isoformat(), "search", "--batch"]
    done = run_here(*words, stdin="고등어\n".encode(), encoding="cp949")
    assert done.lines[0]["query"] == QUERY
    assert done.lines[0]["hits"]


def test_bytes_that_are_no_text_are_a_search_without_hits(fetched):
    done = fetched("search", "--batch", stdin=b"\xff\xfe\n\x00\n")
    assert done.code == 0
    assert [line["hits"] for line in done.lines] == [[], []]
    assert fetched("search", "\udcff", "--json").json["hits"] == []


@pytest.mark.parametrize("query", ["%", "_", "' OR 1=1 --", "*", '"', "\\"])
def test_signs_of_query_languages_are_just_letters(fetched, query):
    hits = fetched("search", query, "--json").json["hits"]
    assert all(query in json.dumps(hit, ensure_ascii=False) for hit in hits)


def test_a_blank_query_is_asked_for_again(fetched):
    done = fetched("search", "  ", "--json")
    assert (done.code, done.stdout) == (1, b"")
    assert "[E-INP-01]" in done.err


@pytest.mark.parametrize("words", [[], ["말", "--batch"]])
def test_a_query_or_a_batch_not_none_and_not_both(fetched, words):
    done = fetched("search", *words)
    assert (done.code, done.stdout) == (2, b"")
    assert "--batch" in done.err


def test_a_typo_and_the_other_keyboard_tell_what_was_searched(fetched):
    for typed in ("고등오", "rhemddj"):
        found = fetched("search", typed, "--json").json
        assert found["corrected"] == QUERY
        assert found["hits"]
    assert f"“{QUERY}” 검색 결과예요." in fetched("search", "고등오").out


def test_words_are_completed_while_they_are_typed(fetched):
    found = fetched("suggest", "고드", "--json").json
    assert found["prefix"] == "고드"
    assert found["suggestions"][0].keys() == {"text", "kind", "why"}
    assert found["suggestions"][0]["text"] == QUERY
    assert QUERY in fetched("suggest", "ㄱㄷㅇ").out
    assert len(fetched("suggest", "고", "--limit", "2", "--json").json["suggestions"]) == 2
    assert fetched("suggest", "  ", "--json").json["suggestions"] == []


def test_people_read_lines_and_are_told_of_no_result(fetched):
    assert QUERY in fetched("search", QUERY).out
    assert "찾지 못했어요" in fetched("search", "없는말없는말").out


def test_the_console_script_answers_a_batch_line_by_line(fetched):
    done = fetched.apart("search", "--batch", "--limit", "1", stdin="고등어\n\n".encode())
    assert (done.code, done.stderr) == (0, b"")
    assert [line["query"] for line in done.lines] == ["고등어", ""]
