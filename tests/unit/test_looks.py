"""Whom a look asks: the owner of the slot, else the next source that is well."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from eats_desktop.domain.sync_report import SourceState
from eats_desktop.jobs.catch_up import looks_due
from eats_desktop.jobs.looks import choose_asker, scope_of
from tests.helpers.broadcasts import at, broadcast

SHOW = broadcast(at(21, 40))
SERVING = ("hmall", "btv_guide", "uplus_guide")
NOW = at(20, 40)


def asked(*states):
    return choose_asker(SHOW, SERVING, {state.name: state for state in states}, NOW)


def test_the_owner_is_asked_first():
    assert asked() == "hmall"


def test_a_source_that_refuses_or_keeps_failing_is_left_to_the_next():
    later = NOW + timedelta(minutes=1)
    assert asked(SourceState("hmall", retry_at=later)) == "btv_guide"
    assert asked(SourceState("hmall", failures_in_a_row=3)) == "btv_guide"
    assert asked(SourceState("hmall", retry_at=NOW, failures_in_a_row=2)) == "hmall"


def test_a_source_switched_off_is_not_asked_though_it_owns_the_slot():
    assert choose_asker(SHOW, ("btv_guide",), {}, NOW) == "btv_guide"


def test_nobody_is_asked_while_all_are_unwell():
    ill = [SourceState(name, failures_in_a_row=5) for name in SERVING]
    assert asked(*ill) is None
    assert scope_of(looks_due([SHOW], None, NOW), lambda _b: None, NOW) is None


def test_one_run_asks_for_the_channels_of_all_looks():
    other = replace(SHOW, id=replace(SHOW.id, channel_id="nsmall"), source="nsmall")
    scope = scope_of(looks_due([SHOW, other], None, NOW), lambda b: b.source, NOW)
    assert scope.names == {"hmall", "nsmall"}
    assert scope.channels == {SHOW.id.channel_id, "nsmall"}
    assert scope.days == 1
