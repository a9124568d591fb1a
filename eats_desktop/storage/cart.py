"""The shopper's cart, in user.db."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.cart import (
    MOST_LINES,
    MOST_OF_ONE,
    CartLine,
    RemovedLines,
    check_quantity,
)
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.storage.cart_tables import CartLineRow
from eats_desktop.storage.instants import epoch, moment

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.cart import CartAddition
    from eats_desktop.storage.database import Database

_NEWEST = (CartLineRow.added_at.desc(), CartLineRow.line_id.desc())


class CartStore:
    """One line a product; each call is one transaction, so a refused one changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self) -> tuple[CartLine, ...]:
        """Return all lines, the newest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(CartLineRow.__table__).order_by(*_NEWEST))
            return tuple(cart_line(row) for row in rows)

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count(CartLineRow.line_id))).scalar_one()

    def add(self, additions: Sequence[CartAddition], at: datetime) -> tuple[CartLine, ...]:
        """Put in or raise all of them; InputError beyond 10 of one or 200 lines."""
        with self._database.write() as connection:
            added = tuple(_add(connection, addition, at) for addition in additions)
            if (
                connection.execute(select(func.count(CartLineRow.line_id))).scalar_one()
                > MOST_LINES
            ):
                raise InputError(f"장바구니에는 {MOST_LINES}가지까지 담을 수 있어요.")
        return added

    def set_quantity(self, line_id: int, quantity: int) -> CartLine | None:
        """Return the changed line, None when there is none."""
        return self._change(line_id, quantity=quantity)

    def check(self, line_id: int, *, on: bool) -> CartLine | None:
        return self._change(line_id, is_checked=on)

    def check_all(self, line_ids: Collection[int], *, on: bool) -> None:
        with self._database.write() as connection:
            connection.execute(
                update(CartLineRow).where(CartLineRow.line_id.in_(line_ids)).values(is_checked=on)
            )

    def remove(self, line_ids: Collection[int]) -> RemovedLines:
        """Take lines out; return those that were there."""
        with self._database.write() as connection:
            rows = connection.execute(
                delete(CartLineRow)
                .where(CartLineRow.line_id.in_(line_ids))
                .returning(CartLineRow.__table__)
            ).all()
        return RemovedLines(tuple(cart_line(row) for row in rows))

    def restore(self, removed: RemovedLines) -> None:
        """Put lines back as they were, once; a product put in anew gets their pieces too."""
        numbers = [line.line_id for line in removed.lines]
        with self._database.write() as connection:
            there = set(
                connection.execute(
                    select(CartLineRow.line_id).where(CartLineRow.line_id.in_(numbers))
                ).scalars()
            )
            for line in removed.lines:
                if line.line_id in there:
                    continue
                statement = insert(CartLineRow).values(**_values(line))
                connection.execute(
                    statement.on_conflict_do_update(
                        index_elements=["source", "product_id"],
                        set_={
                            "quantity": func.min(
                                CartLineRow.quantity + statement.excluded.quantity, MOST_OF_ONE
                            )
                        },
                    )
                )

    def _change(self, line_id: int, **values: Any) -> CartLine | None:
        with self._database.write() as connection:
            row = connection.execute(
                update(CartLineRow)
                .where(CartLineRow.line_id == line_id)
                .values(**values)
                .returning(CartLineRow.__table__)
            ).first()
        return None if row is None else cart_line(row)


def _add(connection: Connection, addition: CartAddition, at: datetime) -> CartLine:
    """Keep of a line that is there the prices it was put in at and the recipe it is for."""
    mine = (
        CartLineRow.source == addition.product.source,
        CartLineRow.product_id == addition.product.product_id,
    )
    recipe = recipe_columns(addition.recipe)
    known = connection.execute(select(CartLineRow.__table__).where(*mine)).first()
    if known is None:
        values = asdict(addition) | {"quantity": check_quantity(addition.name, addition.quantity)}
        del values["product"], values["recipe"]
        statement: Any = insert(CartLineRow).values(
            **values,
            **recipe,
            source=addition.product.source,
            product_id=addition.product.product_id,
            is_checked=True,
            added_at=epoch(at),
        )
    else:
        quantity = check_quantity(addition.name, addition.quantity, known.quantity)
        kept = recipe if known.recipe_id is None else {}
        statement = (
            update(CartLineRow).where(*mine).values(quantity=quantity, is_checked=True, **kept)
        )
    return cart_line(connection.execute(statement.returning(CartLineRow.__table__)).one())


def recipe_columns(recipe: RecipeKey | None) -> dict[str, str | None]:
    return {
        "recipe_source": recipe.source if recipe else None,
        "recipe_id": recipe.recipe_id if recipe else None,
    }


def recipe_of_row(row: Any) -> RecipeKey | None:
    return None if row.recipe_id is None else RecipeKey(row.recipe_source, row.recipe_id)


def cart_line(row: Any) -> CartLine:
    return CartLine(
        line_id=row.line_id,
        product=ProductKey(row.source, row.product_id),
        market=row.market,
        name=row.name,
        brand=row.brand,
        quantity=row.quantity,
        is_checked=row.is_checked,
        seen_list_krw=row.seen_list_krw,
        seen_sale_krw=row.seen_sale_krw,
        added_at=moment(row.added_at),
        recipe=recipe_of_row(row),
    )


def _values(line: CartLine) -> dict[str, Any]:
    return {
        "line_id": line.line_id,
        "source": line.product.source,
        "product_id": line.product.product_id,
        "market": line.market,
        "name": line.name,
        "brand": line.brand,
        "quantity": line.quantity,
        "is_checked": line.is_checked,
        "seen_list_krw": line.seen_list_krw,
        "seen_sale_krw": line.seen_sale_krw,
        "added_at": epoch(line.added_at),
        **recipe_columns(line.recipe),
    }
