"""Keeps apart what a channel airs twice at the same minute (SK스토아, 신세계쇼핑)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import SlotListing
    from eats_desktop.domain.reconciliation import SourceSlot


def keep_lineups(
    before: Sequence[SourceSlot], slots: Sequence[SlotListing]
) -> tuple[SlotListing, ...]:
    """Give each of several slots of one start the number it had, told by its main product.

    Pages list line-ups in no fixed order, but wishes and reminders keep the number. Two slots of
    one start that sell the same are one.
    """
    known: dict[tuple[str, datetime], dict[str, int]] = defaultdict(dict)
    for heard in before:
        main, start = _main(heard.slot), heard.slot.starts_at
        if main is not None and start is not None:
            known[(heard.slot.channel_id, start)][main] = heard.slot.lineup
    groups: dict[tuple[str, datetime | None], list[SlotListing]] = defaultdict(list)
    for slot in slots:
        groups[(slot.channel_id, slot.starts_at)].append(slot)
    numbered: list[SlotListing] = []
    for (channel_id, start), group in groups.items():
        old = known[(channel_id, start)] if start is not None else {}
        numbered += group if start is None else _numbered(group, old)
    return tuple(numbered)


def _numbered(group: Sequence[SlotListing], old: dict[str, int]) -> list[SlotListing]:
    if len(group) == 1 and max(old.values(), default=1) == 1:
        return list(group)
    mains = [_main(slot) for slot in group]
    apart = [s for i, s in enumerate(group) if mains[i] is None or mains[i] not in mains[:i]]
    kept = {main: old[main] for slot in apart if (main := _main(slot)) is not None and main in old}
    free = (number for number in count(1) if number not in kept.values())
    return [replace(s, lineup=kept.get(_main(s) or "") or next(free)) for s in apart]


def _main(slot: SlotListing) -> str | None:
    return slot.products[0].product_id if slot.products else None
