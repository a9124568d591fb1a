"""A changed library: read anew by the question, or behind it while the old one still answers."""

from __future__ import annotations

import pytest

from tests.helpers.finding import dishes


def test_alone_the_next_question_finds_what_has_come(shop):
    shop.put(shop.recipe("두부조림", "두부"))
    assert dishes(shop.finder.by_foods(["두부"])) == ["두부조림"]
    shop.put(shop.recipe("두부전", "두부"))
    assert len(dishes(shop.finder.by_foods(["두부"]))) == 2


def test_behind_no_question_waits_and_the_library_is_made_once_for_all_of_them(shop):
    waiting = []
    shop.catalogue.renew_behind(waiting.append)
    shop.put(shop.recipe("두부조림", "두부"))
    assert dishes(shop.finder.by_foods(["두부"])) == ["두부조림"]
    shop.put(shop.recipe("두부전", "두부"))
    for _ in range(3):
        assert dishes(shop.finder.by_foods(["두부"])) == ["두부조림"]
    (renew,) = waiting
    renew()
    assert len(dishes(shop.finder.by_foods(["두부"]))) == 2
    assert len(waiting) == 1
    shop.put(shop.recipe("두부국", "두부"))
    shop.finder.by_foods(["두부"])
    assert len(waiting) == 2


def test_a_renewal_that_fails_is_tried_again(shop, monkeypatch):
    waiting = []
    shop.put(shop.recipe("두부조림", "두부"))
    shop.finder.by_foods(["두부"])
    shop.catalogue.renew_behind(waiting.append)
    shop.put(shop.recipe("두부전", "두부"))
    with monkeypatch.context() as broken:
        broken.setattr(shop.catalogue, "_made", lambda: 1 / 0)
        shop.finder.by_foods(["두부"])
        with pytest.raises(ZeroDivisionError):
            waiting.pop()()
    shop.finder.by_foods(["두부"])
    waiting.pop()()
    assert len(dishes(shop.finder.by_foods(["두부"]))) == 2
