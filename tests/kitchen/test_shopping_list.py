from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import InputError, NotFoundError
from eats_desktop.domain.events import ShoppingListChanged
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.search.fulfilling import Fulfilling
from eats_desktop.search.shopping_merge import Merging
from eats_desktop.services.shopping_list_service import ShoppingListService, entry_amount
from tests.helpers.kitchen import NOW


class Listing(ShoppingListService):
    """The service over a real file, with what it published."""

    def __init__(self, databases, kitchen, parser):
        self.events = []
        merging = Merging(kitchen.units, kitchen.factors)
        super().__init__(
            databases.shopping_list,
            lambda: merging,
            parser.line,
            ManualClock(NOW),
            self.events.append,
        )

    def told(self):
        """What there is to buy, name and amount."""
        return {one.name: entry_amount(one) for one in self.entries() if not one.is_done}


@pytest.fixture
def listing(databases, kitchen, parser):
    return Listing(databases, kitchen, parser)


@pytest.fixture
def recipe(parser):
    def made(title, *lines):
        parsed = tuple(parser.line(text) for text in lines)
        return FullRecipe(RecipeKey("library", title), title, title, parsed, servings=2)

    return made


@pytest.mark.parametrize(
    ("lines", "name", "amount"),
    [
        (["대파 1대", "파 2대"], "대파", "3대"),
        (["삼겹살 300g", "삼겹살 600g"], "삼겹살", "900g"),
        (["삼겹살 300g", "삼겹살 1kg"], "삼겹살", "1,300g"),
        (["삼겹살 0.5kg", "삼겹살 1kg"], "삼겹살", "1.5kg"),
        (["진간장 1큰술", "진간장 2큰술"], "진간장", "3큰술"),
        (["진간장 1큰술", "진간장 1작은술", "진간장 1컵"], "진간장", "220ml"),
        (["양파 2개", "양파 100g"], "양파", "2개 + 100g"),
        (["마늘 3쪽", "마늘 1통", "마늘 2쪽"], "마늘", "5쪽 + 1통"),
        (["고추 1", "고추 2"], "고추", "3"),
        (["고추 1", "고추 2개"], "고추", "1 + 2개"),
        (["두부", "두부"], "두부", ""),
        (["두부", "두부 1모"], "두부", "1모"),
        (
            ["소금 약간", "소금 1작은술", "소금 약간", "소금 적당량"],
            "소금",
            "1작은술 + 약간 + 적당량",
        ),
        (["고추 1~2개", "고추 3개"], "고추", "4~5개"),
        (["고등어 2마리(600g)", "고등어 400g"], "고등어", "1,000g"),
        (["고등어 2마리(600g)", "고등어 1마리"], "고등어", "3마리"),
        (["고등어 2마리(600g)", "고등어 1마리", "고등어 100g"], "고등어", "3마리 + 100g"),
        (["비법 뭉치 1개", "비법뭉치 2개"], "비법 뭉치", "3개"),
        (["무 1/2개", "무 1/3개"], "무", "약 ¾개"),
    ],
)
def test_lines_of_one_food_are_one_entry(listing, lines, name, amount):
    for line in lines:
        listing.add(line)
    assert listing.told() == {name: amount}


def test_weight_and_volume_add_up_only_by_the_density_of_the_food(listing, kitchen):
    density = kitchen.factors("밀가루").density
    listing.add("밀가루 100g")
    listing.add("밀가루 1컵")
    listing.add("검은깨 비법가루 100g")
    listing.add("검은깨 비법가루 1컵")
    (flour,) = (one for one in listing.entries() if one.food == "밀가루")
    assert [(one.low, one.unit) for one in flour.amounts] == [(100 + 200 * density, "g")]
    (unknown,) = (one for one in listing.entries() if one.food is None)
    assert entry_amount(unknown) == "100g + 1컵"


def test_a_food_and_its_kind_stay_apart(listing):
    listing.add("돼지고기 300g")
    listing.add("삼겹살 300g")
    assert listing.told() == {"돼지고기": "300g", "삼겹살": "300g"}


def test_recipes_keep_their_lines_and_are_named(listing, recipe):
    stew, soup = recipe("김치찌개", "대파 1대", "두부 1/2모"), recipe("된장국", "파 1대", "물 3컵")
    listing.add_lines(stew, stew.ingredients, Fraction(2))
    listing.add_lines(soup, soup.ingredients)
    listing.add("대파 1단")
    leek, tofu = listing.entries()
    assert (leek.name, entry_amount(leek)) == ("대파", "3대 + 1단")
    assert leek.recipe_titles == ("김치찌개", "된장국")
    assert [line.text for line in leek.lines] == ["대파 1대", "파 1대", "대파 1단"]
    assert [line.recipe for line in leek.lines] == [stew.key, soup.key, None]
    assert entry_amount(tofu) == "1모"
    assert listing.text() == "[ ] 대파 3대 + 1단 (김치찌개, 된장국)\n[ ] 두부 1모 (김치찌개)"


def test_only_what_is_missing_is_put_on(listing, recipe, foods):
    stew = recipe("김치찌개", "배추김치 300g", "삼겹살 200g", "두부 1모", "대파 1대", "물 2컵")
    held = [
        Holding("포기김치", Because.PANTRY, "포기김치"),
        Holding("두부", Because.CART, "두부 300g"),
        Holding("돼지고기", Because.PANTRY, "돼지고기"),
    ]
    statuses = Fulfilling(foods).status(stew.ingredients, held)
    listing.add_missing(stew, statuses)
    assert listing.told() == {"대파": "1대"}


def test_what_is_checked_off_stands_last_and_apart_from_what_comes_later(listing):
    listing.add("두부 1모")
    listing.add("대파 1대")
    (tofu, _leek) = listing.entries()
    listing.check(tofu.line_ids, done=True)
    listing.add("두부 2모")
    told = [(one.name, entry_amount(one), one.is_done) for one in listing.entries()]
    assert told == [("대파", "1대", False), ("두부", "2모", False), ("두부", "1모", True)]
    assert listing.text().split("\n")[-1] == "[x] 두부 1모"
    listing.check(tofu.line_ids, done=False)
    assert listing.told() == {"두부": "3모", "대파": "1대"}


def test_clearing_takes_off_what_is_done_and_can_be_undone(listing):
    listing.add("두부 1모")
    listing.add("대파 1대")
    before = listing.entries()
    done = listing.check(before[0].line_ids, done=True)
    checked = listing.entries()
    cleared = listing.clear_done()
    assert listing.told() == {"대파": "1대"}
    assert len(listing.entries()) == 1
    listing.undo(cleared)
    assert listing.entries() == checked
    listing.undo(done)
    assert listing.entries() == before
    removed = listing.remove([*before[0].line_ids, *before[1].line_ids])
    assert (listing.entries(), listing.text()) == ((), "")
    listing.undo(removed)
    assert listing.entries() == before
    assert listing.events == [ShoppingListChanged()] * 8


def test_putting_on_a_recipe_is_undone_as_one(listing, recipe):
    stew = recipe("김치찌개", "대파 1대", "두부 1모")
    listing.undo(listing.add_lines(stew, stew.ingredients))
    assert listing.entries() == ()


def test_what_is_not_there_changes_nothing(listing):
    (line,) = listing.add("두부 1모").after
    with pytest.raises(NotFoundError, match="999"):
        listing.check([line.line_id, 999], done=True)
    with pytest.raises(NotFoundError, match="999"):
        listing.remove([line.line_id, 999])
    assert listing.told() == {"두부": "1모"}
    with pytest.raises(InputError):
        listing.add(" ")


def test_the_list_outlives_the_program(listing, databases, recipe):
    stew = recipe("김치찌개", "고등어 2마리(600g)", "소금 약간")
    listing.add_lines(stew, stew.ingredients, Fraction(1, 3))
    before = listing.entries()
    databases.close()
    assert listing.entries() == before


LINES = st.lists(
    st.tuples(
        st.sampled_from(["양파", "진간장", "밀가루", "비법"]),
        st.integers(1, 40),
        st.sampled_from(["g", "kg", "ml", "큰술", "컵", "개", "봉지", ""]),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_nothing_is_lost_or_added_by_merging(kitchen, parser, lines):
    from eats_desktop.domain.shopping_list import ListedLine

    listed = []
    for number, (name, amount, unit) in enumerate(lines):
        line = parser.line(f"{name} {amount}{unit}")
        listed.append(
            ListedLine(
                number,
                line.text,
                line.name,
                line.food,
                line.quantity,
                line.also,
                None,
                None,
                None,
                is_done=False,
                added_at=NOW,
            )
        )
    entries = Merging(kitchen.units, kitchen.factors).entries(listed)
    assert sorted(i for one in entries for i in one.line_ids) == list(range(len(lines)))
    assert len({one.name for one in entries}) == len(entries)
    for entry in entries:
        density = None if entry.food is None else kitchen.factors(entry.food).density
        assert _weighed(kitchen, entry.amounts, density) == _weighed(
            kitchen, [line.quantity for line in entry.lines], density
        )


def _weighed(kitchen, quantities, density):
    """The sum of amounts by measure, volumes as weights where weights stand beside them."""
    sums = {}
    for one in quantities:
        mass, volume = kitchen.units.mass.get(one.unit), kitchen.units.volume.get(one.unit)
        key = "g" if mass else "ml" if volume else one.unit
        sums[key] = sums.get(key, 0) + one.low * (mass or volume or 1)
    if density is not None and "ml" in sums:
        sums["g"] = sums.get("g", 0) + sums.pop("ml") * density
    return sums
