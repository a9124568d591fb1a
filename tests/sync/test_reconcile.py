from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sync.reconcile import Crawled, find_moves, reconcile
from tests.helpers.listings import at, merged, product, stored

BY_SELLER = Crawled("hmall", at(9))
BY_GUIDE = Crawled("btv_guide", at(9))


def kinds(changes):
    return [change.kind for change in changes]


def after(known, changes):
    """Apply changes to a stored schedule, as the database does."""
    rows = {row.slot.id: row for row in known}
    for change in changes:
        rows[change.after.slot.id] = change.after
    return list(rows.values())


def test_a_new_slot_is_inserted_and_the_same_slot_is_unchanged():
    slot = merged(at(10), None, product())
    (change,) = reconcile([], [slot], BY_SELLER)
    assert change.kind is ChangeKind.INSERTED
    assert kinds(reconcile([change.after], [slot], BY_SELLER)) == [ChangeKind.UNCHANGED]


def test_an_end_or_a_price_that_changed_is_an_update():
    slot = merged(at(10), None, product())
    shorter = replace(slot, ends_at=at(10, 40))
    cheaper = replace(slot, products=(product(price=29900),))
    assert kinds(reconcile([stored(slot)], [shorter], BY_SELLER)) == [ChangeKind.UPDATED]
    assert kinds(reconcile([stored(slot)], [cheaper], BY_SELLER)) == [ChangeKind.UPDATED]


def test_a_vanished_slot_is_cancelled_after_two_healthy_crawls_and_restored_when_it_returns():
    slot = merged(at(10), None, product())
    first = reconcile([stored(slot)], [], BY_SELLER)
    assert kinds(first) == [ChangeKind.MISSING]
    second = reconcile([first[0].after], [], BY_SELLER)
    assert kinds(second) == [ChangeKind.CANCELLED]
    assert second[0].after.cancelled_at == BY_SELLER.now
    third = reconcile([second[0].after], [], BY_SELLER)
    assert third == ()
    back = reconcile([second[0].after], [slot], BY_SELLER)
    assert kinds(back) == [ChangeKind.RESTORED]
    assert back[0].after.cancelled_at is None


def test_a_slot_seen_again_after_one_omission_starts_counting_anew():
    slot = merged(at(10), None, product())
    (missing,) = reconcile([stored(slot)], [], BY_SELLER)
    (seen,) = reconcile([missing.after], [slot], BY_SELLER)
    assert seen.after.missing_count == 0


def test_only_the_crawl_of_its_own_source_counts_a_slot_as_missing():
    slot = merged(at(10), None, product())
    assert reconcile([stored(slot)], [], BY_GUIDE) == ()


def test_what_has_started_is_never_cancelled():
    slot = merged(at(8, 30), None, product())
    assert reconcile([stored(slot, missing_count=1)], [], BY_SELLER) == ()


def test_the_same_product_at_another_time_of_the_day_is_a_move():
    old, new = merged(at(14), None, product()), merged(at(15), None, product())
    inserted, moved = reconcile([stored(old)], [new], BY_SELLER)
    assert (inserted.kind, inserted.after.moved_from) == (ChangeKind.INSERTED, at(14))
    assert (moved.kind, moved.after.moved_to) == (ChangeKind.MOVED, at(15))
    assert moved.after.cancelled_at == BY_SELLER.now


def test_an_airing_that_was_already_listed_does_not_make_a_vanished_one_moved():
    one, two = merged(at(14), None, product()), merged(at(20), None, product())
    changes = reconcile([stored(one), stored(two)], [two], BY_SELLER)
    assert kinds(changes) == [ChangeKind.UNCHANGED, ChangeKind.MISSING]


def test_a_slot_that_moves_back_is_restored_and_the_detour_is_marked_moved():
    here, there = merged(at(14), None, product()), merged(at(15), None, product())
    known = after([stored(here)], reconcile([stored(here)], [there], BY_SELLER))
    changes = {c.after.slot.id.starts_at: c for c in reconcile(known, [here], BY_SELLER)}
    assert changes[at(14)].kind is ChangeKind.RESTORED
    assert changes[at(14)].after.moved_from == at(15)
    assert changes[at(15)].after.moved_to == at(14)


def test_a_shift_of_five_minutes_is_a_correction_not_a_move():
    old, new = merged(at(14), None, product()), merged(at(14, 3), None, product())
    inserted, corrected = reconcile([stored(old)], [new], BY_SELLER)
    assert inserted.after.moved_from is None
    assert corrected.kind is ChangeKind.CORRECTED
    assert (corrected.after.moved_to, corrected.after.cancelled_at) == (at(14, 3), None)


def test_a_guide_slot_gives_way_to_what_the_seller_lists_over_it():
    guide = merged(at(14), None)
    seller = merged(at(13, 40), at(14, 40), product())
    inserted, corrected = reconcile([stored(guide)], [seller], BY_SELLER)
    assert inserted.kind is ChangeKind.INSERTED
    assert (corrected.kind, corrected.after.moved_to) == (ChangeKind.CORRECTED, at(13, 40))


def test_a_guide_does_not_bring_back_what_the_seller_took_off():
    slot = merged(at(14), None, product())
    gone = stored(slot, cancelled_at=at(8), missing_count=2)
    assert reconcile([gone], [merged(at(14), None)], BY_GUIDE) == ()


def test_a_price_that_is_unknown_now_keeps_what_was_known_for_this_broadcast():
    slot = merged(at(14), None, product(price=39900))
    silent = merged(at(14), None, product(price=None, price_kind=PriceKind.UNKNOWN))
    (change,) = reconcile([stored(slot)], [silent], BY_SELLER)
    assert change.kind is ChangeKind.UNCHANGED
    assert change.after.slot.products[0].sale_price_krw == 39900


def test_sold_out_is_news_and_replaces_the_price():
    slot = merged(at(14), None, product(price=39900))
    sold_out = merged(at(14), None, product(price=None, price_kind=PriceKind.SOLD_OUT))
    assert kinds(reconcile([stored(slot)], [sold_out], BY_SELLER)) == [ChangeKind.UPDATED]


def test_a_move_to_the_next_day_is_found_among_all_pages_of_a_run():
    old, new = merged(at(21, 40), None, product()), merged(at(10, day=1), None, product())
    moved, follows = find_moves([stored(old, missing_count=1)], [new], at(18))
    assert (moved.kind, moved.after.moved_to) == (ChangeKind.MOVED, at(10, day=1))
    assert follows.after.moved_from == at(21, 40)


hours = st.sets(st.integers(10, 23), max_size=8)


@given(st.lists(hours, max_size=6))
def test_what_a_healthy_crawl_lists_is_on_and_nothing_else_stays_on_for_two_more_crawls(crawls):
    known = []
    for listed in [*crawls, *crawls[-1:], *crawls[-1:]]:
        slots = [merged(at(h), None, product(f"p{h}")) for h in sorted(listed)]
        known = after(known, reconcile(known, slots, BY_SELLER))
    on = {row.slot.id.starts_at for row in known if row.cancelled_at is None}
    assert on == {at(h) for h in (crawls[-1] if crawls else ())}


def test_a_product_that_appears_on_another_channel_has_not_moved_there():
    gone = stored(merged(at(14), at(15), product()))
    elsewhere = merged(at(16), at(17), product(), channel="hmall_plus")
    assert find_moves([gone], [elsewhere], at(9)) == ()


def test_a_product_that_takes_over_the_time_of_another_has_moved_there():
    known = [
        stored(merged(at(14), at(15), product("1"))),
        stored(merged(at(15), at(16), product("2"))),
    ]
    changes = reconcile(known, [merged(at(15), at(16), product("1"))], BY_SELLER)
    rows = {row.slot.id: row for row in after(known, changes)}
    old, new = (rows[row.slot.id] for row in known)
    assert (old.moved_to, new.moved_from) == (at(15), at(14))


def test_slots_outside_the_window_are_neither_written_nor_cancelled():
    whole = Window("hmall", at(0), at(0, day=1))
    inside, outside = merged(at(14), at(15), product("1")), merged(at(2, day=1), None, product("2"))
    (change,) = reconcile([], [inside, outside], BY_SELLER, whole)
    assert change.after.slot == inside


def test_a_guide_slot_at_the_edge_gives_way_to_the_sellers_just_beyond_it():
    whole = Window("hmall", at(0), at(0, 42, day=1))
    guessed = stored(merged(at(0, 40, day=1), at(1, 40, day=1), title="고등어"))
    sold = merged(at(0, 42, day=1), at(1, 42, day=1), product())
    (change,) = reconcile([guessed], [sold], BY_SELLER, whole)
    assert (change.kind, change.after.moved_to) == (ChangeKind.CORRECTED, at(0, 42, day=1))


def test_a_guide_slot_just_before_the_sellers_window_gives_way_to_its_first_slot():
    whole = Window("nsmall_plus", at(0, 42), at(0, 42, day=1))
    guessed = stored(merged(at(0, 40), at(2), channel="nsmall_plus"))
    sold = merged(at(0, 42), at(2, 2), product(), channel="nsmall_plus")
    inserted, corrected = reconcile([guessed], [sold], BY_SELLER, whole)
    assert inserted.kind is ChangeKind.INSERTED
    assert (corrected.kind, corrected.after.moved_to) == (ChangeKind.CORRECTED, at(0, 42))


def test_what_starts_just_outside_the_window_is_not_counted_missing():
    whole = Window("hmall", at(14), at(0, day=1))
    before = stored(merged(at(13, 57), at(14), product()))
    assert reconcile([before], [], BY_SELLER, whole) == ()


def test_a_guides_own_slot_that_was_corrected_to_the_sellers_does_not_bring_it_back_either():
    sold = stored(merged(at(14, 2), None, product()), missing_count=1)
    guessed = merged(at(14), None, title="고등어")
    known = [stored(guessed, moved_to=at(14, 2)), sold]
    changes = reconcile(known, [guessed], BY_SELLER)
    assert kinds(changes) == [ChangeKind.CANCELLED]
    assert changes[0].after.slot.id == sold.slot.id


def test_a_move_is_told_though_a_guide_knew_the_new_time_first():
    known = [stored(merged(at(14), None, product())), stored(merged(at(17), None, title="고등어"))]
    changes = reconcile(known, [merged(at(17), None, product())], BY_SELLER)
    rows = {row.slot.id: row for row in after(known, changes)}
    old, new = (rows[row.slot.id] for row in known)
    assert (old.moved_to, new.moved_from) == (at(17), at(14))
