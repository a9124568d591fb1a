"""What can be waited for, and what a shopper is told when it cannot."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.services.alarm_rule_service import MOST_RULES
from tests.helpers.alarms import AlarmedShopper, fish, ingredient, keyword
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import airing


@pytest.fixture
def shopper(tmp_path):
    someone = AlarmedShopper(tmp_path, at(20))
    yield someone
    someone.close()


@pytest.mark.parametrize("make", [ingredient, keyword])
@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_empty_text_is_asked_for(shopper, make, text):
    with pytest.raises(InputError, match="적어 주세요"):
        shopper.alarms.add(make(text))


def test_an_unknown_ingredient_is_offered_as_a_keyword(shopper):
    with pytest.raises(InputError, match=r"‘꽃게’는 모르는 재료예요\. 낱말 알림으로"):
        shopper.alarms.add(ingredient("꽃게"))
    assert shopper.alarms.add(keyword("꽃게")).terms.food is None


def test_another_word_for_a_food_is_that_food_and_stays_as_written(shopper):
    rule = shopper.alarms.add(ingredient("고등에"))
    assert (rule.terms.text, rule.terms.food) == ("고등에", "고등어")
    with pytest.raises(ConflictError, match="‘고등어’ 알림은 이미 있어요"):
        shopper.alarms.add(ingredient("고등어"))


def test_a_keyword_may_stand_beside_the_ingredient_of_the_same_name(shopper):
    shopper.alarms.add(ingredient("고등어"))
    shopper.alarms.add(keyword("고등어"))
    with pytest.raises(ConflictError):
        shopper.alarms.add(keyword("고 등 어"))
    assert len(shopper.alarms.rules()) == 2


def test_a_rule_cannot_be_changed_into_another(shopper):
    shopper.alarms.add(ingredient("고등어"))
    other = shopper.alarms.add(ingredient("굴비"))
    with pytest.raises(ConflictError):
        shopper.alarms.change(other.rule_id, ingredient("고등어"))
    kept = shopper.alarms.change(other.rule_id, ingredient("굴비", highest_price_krw=1))
    assert kept.terms.highest_price_krw == 1


@pytest.mark.parametrize("price", [0, -1, 100_000_001])
def test_a_limit_no_shopper_means_is_asked_again(shopper, price):
    with pytest.raises(InputError, match="1원부터"):
        shopper.alarms.add(keyword(highest_price_krw=price))


def test_an_unknown_channel_and_an_endless_text_are_named(shopper):
    with pytest.raises(InputError, match="없는 채널이에요: moon"):
        shopper.alarms.add(keyword(channel_ids=frozenset({"moon", "hmall"})))
    with pytest.raises(InputError, match="60자까지"):
        shopper.alarms.add(keyword("가" * 61))


def test_there_is_an_end_to_how_many(shopper):
    for number in range(MOST_RULES):
        last = shopper.alarms.add(keyword(f"낱말{number}"))
    with pytest.raises(ConflictError, match="50개까지"):
        shopper.alarms.add(keyword("하나더"))
    shopper.alarms.remove(last.rule_id)
    shopper.alarms.add(keyword("하나더"))


def test_what_is_gone_is_said(shopper):
    for act in (
        lambda: shopper.alarms.remove(7),
        lambda: shopper.alarms.switch(7, on=True),
        lambda: shopper.alarms.change(7, keyword()),
    ):
        with pytest.raises(NotFoundError, match="알림 조건을 찾을 수 없어요: 7"):
            act()


def test_rules_outlive_the_program(tmp_path):
    one = AlarmedShopper(tmp_path, at(20))
    limits = {"highest_price_krw": 20000, "channel_ids": frozenset({"hmall", "nsmall"})}
    rule = one.alarms.add(ingredient("고등에", **limits))
    one.alarms.switch(rule.rule_id, on=False)
    one.close()
    other = AlarmedShopper(tmp_path, at(21))
    (stored,) = other.alarms.rules()
    other.close()
    assert (stored.rule.terms, stored.rule.is_on) == (rule.terms, False)
    assert stored.rule.created_at == at(20)


def test_ingredients_are_suggested_by_how_they_begin(shopper):
    assert shopper.alarms.suggestions("고등") == ("고등어",)
    assert shopper.alarms.suggestions("") == ()
    assert shopper.alarms.suggestions("%") == ()


def test_a_broadcast_offers_the_food_of_what_it_shows_first(shopper):
    shopper.air(
        airing(at(21), product("1", "수미 고등어", 1000)),
        airing(at(22), product("2", "이름 모를 것", 1000)),
        readings={"1": fish("수미고등어", of=("고등어",)), "2": fish()},
    )
    assert shopper.alarms.food_of(shopper.broadcast(at(21))) == "고등어"
    assert shopper.alarms.food_of(shopper.broadcast(at(22))) is None
