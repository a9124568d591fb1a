"""What the program learns about lines of recipes reaches the recipes that were imported before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.domain.stored_recipe import LIBRARY, RecipeKey
from eats_desktop.services.recipe_rereading import RecipeRereading
from tests.helpers.importing import Importing, crawled_csv, open_csv, open_row, replies
from tests.helpers.storage_builders import opened


class Knowing:
    """A reader of lines that knows one more food than the real one."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def again(self, line):
        found = self._parser.again(line)
        return replace(found, food="두부") if found.name == self._name else found


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def store(databases):
    return databases.recipes


@pytest.fixture
def imported(store, parser, tmp_path):
    return Importing(store, parser, tmp_path, "old")


def reread(store, parser, reading):
    rereading = RecipeRereading(store, lambda: parser, lambda: reading)
    steps = 0
    while rereading.step():
        steps += 1
    return steps


@pytest.mark.parametrize(
    "content",
    [
        open_csv(
            open_row(1, "[재료] 두부 1모(300g)| 다진 마늘 1~2큰술 [양념] 간장 2와1/2큰술| 깨")
        ),
        crawled_csv({"재료": "[('대파 (흰 부분)', '1/2대'), ('무 2', '약간'), (' 깨', '')]"}),
        replies({"RCP_PARTS_DTLS": "●양념장 : 간장 15g(1큰술), 새우 20g(5마리)\n무 1,000g"}),
    ],
    ids=["text", "columns", "listing"],
)
def test_lines_read_again_by_the_same_reader_stay_as_they_were(imported, store, parser, content):
    imported(content)
    before = [store.find(key) for key in keys(store)]
    assert reread(store, parser, "new") == 1
    after = [store.find(key) for key in keys(store)]
    assert before == [replace(recipe, reading="old") for recipe in after]
    assert {recipe.reading for recipe in after} == {"new"}


def test_a_new_food_reaches_old_lines_and_the_import_still_knows_them(imported, store, parser):
    content = open_csv(open_row(1, "달빛콩묵 1모| 무 1개"), open_row(2, "무 1개"))
    imported(content)
    assert store.find(RecipeKey("10000recipe", "1")).ingredients[0].food is None
    reread(store, Knowing(parser, "달빛콩묵"), "new")
    assert [r.key.recipe_id for r in store.recipes_with({"두부"}, 5)] == ["1"]
    assert imported(content).unchanged == 2


def test_every_batch_is_read_once_and_then_there_is_nothing_to_do(imported, store, parser):
    imported(open_csv(*(open_row(n, "무 1개") for n in range(1, 451))))
    assert not RecipeRereading(store, lambda: parser, lambda: "old").is_behind()
    assert RecipeRereading(store, lambda: parser, lambda: "new").is_behind()
    assert reread(store, parser, "new") == 3
    assert reread(store, parser, "new") == 0


def test_shipped_recipes_are_never_read_again(imported, store, parser):
    imported(open_csv(open_row(1, "무 1개")))
    recipe = store.find(RecipeKey("10000recipe", "1"))
    store.save([replace(recipe, key=RecipeKey(LIBRARY, "own"), reading=None)])
    reread(store, parser, "new")
    assert store.find(RecipeKey(LIBRARY, "own")).reading is None


def keys(store):
    return [RecipeKey(source, one) for source in ("10000recipe", "mangae", "cookrcp01")
            for one in store.versions(source)]  # fmt: skip
