"""Wires the browsing of the mall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.services.mall_service import MallService

if TYPE_CHECKING:
    from eats_desktop.app.understanding import Understanding
    from eats_desktop.domain.clock import Clock
    from eats_desktop.storage.databases import Databases


def mall_service(databases: Databases, food: Understanding, clock: Clock) -> MallService:
    """Make the service; the lexicon is loaded when a list is first narrowed."""
    return MallService(
        databases.mall,
        databases.seen_products,
        databases.prices,
        databases.orders.paid_lines,
        lambda: food.names.words.lexicon,
        clock,
    )
