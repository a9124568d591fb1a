"""Recipe files of other people come into the library: once, in batches, bad rows told."""

from __future__ import annotations

import csv
import json
import threading

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.recipe_import import RecipeImport
from tests.helpers.storage_builders import opened

COLUMNS = (
    "RCP_SNO,RCP_TTL,CKG_NM,RGTR_ID,RGTR_NM,INQ_CNT,RCMM_CNT,SRAP_CNT,CKG_MTH_ACTO_NM,"
    "CKG_STA_ACTO_NM,CKG_MTRL_ACTO_NM,CKG_KND_ACTO_NM,CKG_IPDC,CKG_MTRL_CN,CKG_INBUN_NM,"
    "CKG_DODF_NM,CKG_TIME_NM,FIRST_REG_DT"
)


def row(number, ingredients, title="달밤 두부조림"):
    return (
        f"{number},{title},두부조림,a,b,321,0,1,조림,일상,콩,밑반찬,소개,{ingredients},"
        "2인분,초급,30분이내,20260101000000"
    )


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "data") as databases:
        yield databases.recipes


@pytest.fixture
def imported(store, parser, tmp_path):
    importing = RecipeImport(store, lambda: parser, lambda work: work())

    def run(content, form="auto", stop=None, encoding="utf-8"):
        path = tmp_path / "recipes"
        path.write_bytes(content.encode(encoding))
        return importing.run(path, form, tmp_path / "report.csv", stop or threading.Event())

    return run


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize(
    "text",
    [
        "[재료] 두부 1모| 대파 1/2대 [양념] 간장 2큰술",
        "[재료] 두부 1모\a대파 1/2대[양념] 간장 2큰술",
    ],
    ids=["bars", "bel"],
)
def test_open_data_is_read_in_every_writing(imported, store, text, encoding):
    count = imported(f"{COLUMNS}\n{row(9000001, text)}\n", encoding=encoding)
    assert (count.read, count.inserted, dict(count.bad)) == (1, 1, {})
    found = store.find(RecipeKey("10000recipe", "9000001"))
    assert (found.dish, found.minutes, found.servings, found.popularity) == ("두부조림", 30, 2, 321)
    assert [(line.name, line.group) for line in found.ingredients] == [
        ("두부", "재료"),
        ("대파", "재료"),
        ("간장", "양념"),
    ]


def test_the_same_file_again_changes_nothing_and_a_changed_row_only_itself(imported, store):
    one, two = row(9000001, "두부 1모"), row(9000002, "두부 2모")
    imported(f"{COLUMNS}\n{one}\n{two}\n")
    again = imported(f"{COLUMNS}\n{one}\n{two}\n")
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, 2)
    changed = imported(f"{COLUMNS}\n{one}\n{row(9000002, '두부 3모')}\n")
    assert (changed.inserted, changed.updated, changed.unchanged) == (0, 1, 1)


def test_bad_rows_are_counted_and_told(imported, tmp_path):
    lines = [
        COLUMNS,
        row(9000001, ""),
        row("", "두부 1모"),
        "9000003,짧은 줄",
        row(9000004, "무 1개"),
    ]
    count = imported("\n".join(lines))
    assert (count.read, count.inserted, sum(count.bad.values())) == (4, 1, 3)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [(one["row"], one["reason"]) for one in csv.DictReader(file)]
    assert told == [
        ("1", "재료가 없어요"),
        ("2", "레시피 번호가 없어요"),
        ("3", "열의 수가 맞지 않아요"),
    ]


def test_a_stopped_import_goes_on_where_it_was(imported):
    content = "\n".join([COLUMNS, *(row(9000000 + n, "두부 1모") for n in range(450))])
    stop = threading.Event()
    stop.set()
    first = imported(content, stop=stop)
    assert (first.is_stopped, first.inserted) == (True, 200)
    rest = imported(content)
    assert (rest.unchanged, rest.inserted, rest.is_stopped) == (200, 250, False)


def test_a_saved_reply_of_the_public_service_is_read(imported, store):
    reply = {
        "RCP_SEQ": "90001",
        "RCP_NM": "봄동 겉절이",
        "RCP_WAY2": "기타",
        "RCP_PAT2": "반찬",
        "RCP_PARTS_DTLS": "봄동 100g, 고춧가루 5g(1작은술)",
        "MANUAL01": "1. 봄동을 씻는다.a",
        "MANUAL02": "2. 고루 무친다.",
    }
    document = {"COOKRCP01": {"row": [reply, {**reply, "RCP_SEQ": ""}]}}
    count = imported(json.dumps(document, ensure_ascii=False))
    assert (count.inserted, dict(count.bad)) == (1, {"레시피 번호가 없어요": 1})
    found = store.find(RecipeKey("cookrcp01", "90001"))
    assert [step.text for step in found.steps] == ["봄동을 씻는다.", "고루 무친다."]
    assert (found.minutes, found.servings) == (None, None)
    assert [line.name for line in found.ingredients] == ["봄동", "고춧가루"]


@pytest.mark.parametrize("content", ["이름,값\n가,나\n", "{}", "{", "[]"])
def test_another_file_is_refused(imported, content):
    with pytest.raises(InputError):
        imported(content)
