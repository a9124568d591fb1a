"""recipe ID --buy: where the missing ingredients are sold, for people and as the public JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import typer

from eats_desktop.app.json_shapes import amount, instant, unit_price
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import format_won

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.app.container import Container
    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.buying import Buyable, BuyingChoice
    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.services.recipe_buying import MissingFood

_MARKETS = {"tv": "방송", "mall": "콕"}


def find_purchase(
    box: Container, statuses: Sequence[IngredientStatus]
) -> tuple[tuple[MissingFood, ...], BuyingChoice]:
    """Return the products for each missing ingredient and what "모두 담기" would take."""
    missing = box.recipes.recipe_buying.missing(statuses, Fraction(1))
    needs = [one.need for one in missing if one.need is not None]
    return missing, box.recipes.buying.choice(needs)


def purchase_shape(missing: Sequence[MissingFood], choice: BuyingChoice) -> dict[str, Json]:
    return {
        "missing": [
            {
                "name": one.name,
                "food": None if one.need is None else one.need.food,
                "products": [_product(found) for found in one.products],
            }
            for one in missing
        ],
        "choice": {
            "products": [
                {
                    "id": str(one.product.offer.key),
                    "foods": list(one.foods),
                    "quantity": one.quantity,
                    "price_krw": one.product.offer.price_krw,
                }
                for one in choice.products
            ],
            "total_krw": choice.total_krw,
            "unpriced": choice.unpriced,
            "unmet": list(choice.unmet),
        },
    }


def print_purchase(missing: Sequence[MissingFood], choice: BuyingChoice) -> None:
    typer.echo("[살 수 있는 곳]")
    for one in missing:
        typer.echo(f"  {one.name}" if one.products else f"  {one.name}\t파는 상품이 없어요.")
        for found in one.products:
            typer.echo(f"    {_line(found)}")
    if not missing:
        typer.echo("  없는 재료가 없어요.")
    if choice.products:
        total = "알 수 없어요" if choice.total_krw is None else format_won(choice.total_krw)
        rest = f", 값을 모르는 상품 {choice.unpriced}개는 뺐어요" if choice.unpriced else ""
        typer.echo(f"모두 담으면 {len(choice.products)}개 상품 {total}{rest}")


def _product(found: Buyable) -> dict[str, Json]:
    offer, broadcast = found.offer, found.broadcast
    return {
        "id": str(offer.key),
        "market": offer.market,
        "name": offer.name,
        "price_krw": offer.price_krw,
        "amount": amount(offer.amount),
        "unit_price_krw": unit_price(offer.unit_price),
        "broadcast": None if broadcast is None else str(broadcast.id),
        "starts_at": None if broadcast is None else instant(broadcast.starts_at),
        "fit": found.fit,
        "meals": None if found.meals is None else round(float(found.meals), 2),
        "stands_in": found.stands_in,
        "why": list(found.why),
    }


def _line(found: Buyable) -> str:
    offer, broadcast = found.offer, found.broadcast
    price = "가격 모름" if offer.price_krw is None else format_won(offer.price_krw)
    where = _MARKETS.get(offer.market, offer.market)
    if broadcast is not None:
        starts = broadcast.starts_at.astimezone(KST)
        where += f" {starts:%m-%d %H:%M} {broadcast.channel.name}"
    return f"{where}\t{price}\t{offer.name} ({' · '.join(found.why)})"
