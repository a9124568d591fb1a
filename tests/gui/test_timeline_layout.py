"""Where broadcasts stand in the timetable: laws that hold on every day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.viewmodels.timeline_focus import Focus
from eats_desktop.viewmodels.timeline_layout import DAY, SHORTEST, lay_out
from tests.helpers.broadcasts import at
from tests.helpers.timetable import TODAY, key, show

MOVES = ("left", "right", "up", "down", "home", "end", "pageup", "pagedown")


@st.composite
def days(draw):
    """Broadcasts of the day before, the day and the day after; overlaps, short ones, off ones."""
    placed = draw(
        st.dictionaries(
            st.tuples(st.integers(1, 6), st.integers(-180, DAY + 60)),
            st.tuples(st.integers(1, 300), st.booleans()),
            max_size=40,
        )
    )
    return [
        show(number, minute, minutes, cancelled_at=at(0) if off else None)
        for (number, minute), (minutes, off) in placed.items()
    ]


def start(broadcast):
    return (broadcast.starts_at - at(0)).total_seconds() / 60


def end(broadcast):
    return (broadcast.ends_at - at(0)).total_seconds() / 60


@given(days())
def test_slots_of_one_lane_never_overlap(broadcasts):
    lanes = {}
    for slot in lay_out(TODAY, broadcasts).slots:
        lanes.setdefault(slot.lane, []).append(slot)
    for slots in lanes.values():
        ordered = sorted(slots, key=lambda slot: slot.x)
        assert all(one.end <= other.x for one, other in pairwise(ordered))


@given(days())
def test_every_slot_lies_in_the_row_of_its_channel(broadcasts):
    layout = lay_out(TODAY, broadcasts)
    channels = {str(b.id): b.id.channel_id for b in broadcasts}
    for index, row in enumerate(layout.rows):
        assert row.slots
        for slot in row.slots:
            assert slot.row == index
            assert row.lane <= slot.lane < row.lane + row.lanes
            assert channels[slot.key] == row.channel.channel_id


@given(days())
def test_what_overlaps_the_day_is_there_once_and_nothing_else_is(broadcasts):
    shown = [str(b.id) for b in broadcasts if start(b) < DAY and end(b) > 0]
    assert sorted(slot.key for slot in lay_out(TODAY, broadcasts).slots) == sorted(shown)


@given(days())
def test_slots_stay_inside_the_day_and_are_wide_enough_to_read(broadcasts):
    by_key = {str(b.id): b for b in broadcasts}
    for slot in lay_out(TODAY, broadcasts).slots:
        assert slot.x >= 0
        assert slot.end <= DAY
        assert slot.width >= SHORTEST
        shown = min(DAY, end(by_key[slot.key])) - max(0, start(by_key[slot.key]))
        assert slot.width == max(SHORTEST, shown)


@given(days())
def test_rows_are_in_order_of_channel_number_and_slots_in_order_of_time(broadcasts):
    layout = lay_out(TODAY, broadcasts)
    numbers = [row.channel.channel_no for row in layout.rows]
    assert numbers == sorted(set(numbers))
    for above, below in pairwise(layout.rows):
        assert above.lane + above.lanes == below.lane
    for row in layout.rows:
        assert [slot.x for slot in row.slots] == sorted(slot.x for slot in row.slots)
    assert layout.lanes == sum(row.lanes for row in layout.rows)


@given(days(), st.lists(st.sampled_from(MOVES), max_size=12))
def test_keys_lead_from_broadcast_to_broadcast_and_never_out_of_the_table(broadcasts, moves):
    layout = lay_out(TODAY, broadcasts)
    focus = Focus().settled(layout)
    for move in moves:
        before, focus = layout.find(focus.key), focus.moved(layout, move, 3)
        after = layout.find(focus.key)
        assert (after is None) == (not layout.rows)
        if after and move in ("left", "right", "home", "end"):
            assert after.row == before.row


@given(days())
def test_right_goes_through_all_of_a_channel_in_order_of_time(broadcasts):
    layout = lay_out(TODAY, broadcasts)
    for row in layout.rows:
        focus = Focus().on(layout, row.slots[0])
        seen = [focus.key]
        for _step in row.slots[1:]:
            focus = focus.moved(layout, "right", 1)
            seen.append(focus.key)
        assert seen == [slot.key for slot in row.slots]


def test_up_comes_back_to_where_down_started():
    layout = lay_out(TODAY, [show(2, 600), show(2, 660), show(4, 300, 800), show(6, 660)])
    focus = Focus().on(layout, layout.find(key(2, 660)))
    down = focus.moved(layout, "down", 3).moved(layout, "down", 3)
    assert down.key == key(6, 660)
    assert down.moved(layout, "up", 3).moved(layout, "up", 3).key == key(2, 660)


def test_the_keyboard_stays_on_the_channel_when_its_broadcast_goes():
    before = lay_out(TODAY, [show(2, 600), show(4, 600), show(4, 700), show(4, 900)])
    focus = Focus().on(before, before.find(key(4, 700)))
    after = lay_out(TODAY, [show(2, 700), show(4, 600), show(4, 900)])
    assert focus.settled(after).key == key(4, 600)


def test_a_broadcast_over_midnight_is_cut_at_the_edge_of_the_day():
    shows = [show(2, -30, 90), show(2, DAY - 40, 90)]
    first, last = lay_out(TODAY, shows).slots
    assert (first.x, first.width) == (0, 60)
    assert (last.x, last.end) == (DAY - 40, DAY)


def test_what_takes_place_stands_above_what_was_called_off():
    off = show(2, 600, cancelled_at=at(9), moved_to=at(12))
    on = replace(show(2, 600), id=replace(off.id, lineup=2))
    layout = lay_out(TODAY, [off, on])
    assert [layout.find(str(b.id)).lane for b in (on, off)] == [0, 1]


@pytest.mark.parametrize(("minute", "x"), [(600, 600), (DAY - 5, DAY - SHORTEST)])
def test_a_short_broadcast_gets_a_width_one_can_hit(minute, x):
    (slot,) = lay_out(TODAY, [show(2, minute, 5)]).slots
    assert (slot.x, slot.width) == (x, SHORTEST)
