"""Links into the program: what an inbox row, a second start or a tray click opens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote, urlsplit

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.order import OrderNo
from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEME = "eats://"
INBOX = f"{SCHEME}inbox"
RULES = f"{SCHEME}alarms"
_MALL_LIST = f"{SCHEME}mall/list"
_RESULT = f"{SCHEME}recipes/result?"
_DIGITS = 2


def broadcast_link(broadcast_id: BroadcastId) -> str:
    return f"{SCHEME}broadcast/{broadcast_id}"


def broadcast_of(link: str) -> BroadcastId | None:
    """Return the broadcast a link names, None for links elsewhere; InputError for a broken one."""
    prefix = f"{SCHEME}broadcast/"
    return BroadcastId.parse(link.removeprefix(prefix)) if link.startswith(prefix) else None


def product_of(link: str) -> ProductKey | None:
    """Return the product a link names, None for links elsewhere; InputError for a broken one."""
    prefix = f"{SCHEME}product/"
    return ProductKey.parse(link.removeprefix(prefix)) if link.startswith(prefix) else None


def order_link(order_no: OrderNo) -> str:
    return f"{SCHEME}order/{order_no}"


def order_of(link: str) -> OrderNo | None:
    """Return the order a link names, None for links elsewhere; InputError for a broken one."""
    prefix = f"{SCHEME}order/"
    return OrderNo.parse(link.removeprefix(prefix)) if link.startswith(prefix) else None


def recipe_link(recipe: RecipeKey, servings: int = 0) -> str:
    """Return the link to a recipe, to be cooked for so many; 0 as it is written."""
    asked = f"?servings={servings}" if servings else ""
    return f"{SCHEME}recipes/{quote(str(recipe), safe=':')}{asked}"


def result_link(question: str) -> str:
    """Return the link to what a question finds; `question` as domain.recipe_question writes it."""
    return f"{_RESULT}{question}"


def result_of(link: str) -> str | None:
    """Return the question a link asks of the recipes, None for links elsewhere."""
    return link.removeprefix(_RESULT) if link.startswith(_RESULT) else None


def shelf_of(link: str) -> str | None:
    """Return the shelf of the mall whose list a link names, None for links elsewhere."""
    if not link.startswith(_MALL_LIST):
        return None
    return "".join(parse_qs(urlsplit(link).query).get("shelf", ("all",))[:1])


def recipe_of(link: str) -> RecipeKey | None:
    """Return the recipe a link names, None for links elsewhere; InputError for a broken one."""
    prefix = f"{SCHEME}recipes/"
    if link.startswith(_RESULT) or not link.startswith(prefix):
        return None
    return RecipeKey.parse(unquote(link.removeprefix(prefix).partition("?")[0]))


def servings_of(link: str) -> int:
    """Return for how many the recipe of a link is to be cooked, 0 when it does not say."""
    wanted = "".join(parse_qs(urlsplit(link).query).get("servings", ())[:1])
    return int(wanted) if wanted.isdecimal() and len(wanted) <= _DIGITS else 0


def link_in(arguments: Iterable[str]) -> str | None:
    """Return the first link among command-line arguments."""
    for argument in arguments:
        if argument.startswith(SCHEME):
            if len(argument) > 500:
                raise InputError("링크가 너무 길어요.")
            return argument
    return None
