"""One page of search results: what was asked, what is shown of it, and what to say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.services.search_hits import BroadcastHit, ProductHit, RecipeHit
from eats_desktop.viewmodels.recipe_cards import RecipeCardRow, found_recipes
from eats_desktop.viewmodels.search_filter import ChoiceRow, Conditions, channel_answers
from eats_desktop.viewmodels.search_rows import (
    FoundProductRow,
    FoundRow,
    by_product,
    found_rows,
    particle,
    product_rows,
    why_text,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from eats_desktop.domain.schedule import BroadcastId, ProductKey
    from eats_desktop.domain.search import Suggestion
    from eats_desktop.services.search_service import SearchResult
    from eats_desktop.services.suggest_service import SuggestService

NEAREST = 3
_OVER = (BroadcastState.ENDED, BroadcastState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Question:
    """`as_typed`: no other reading of the words; `room`: so many products of either kind."""

    words: str = ""
    as_typed: bool = False
    conditions: Conditions = field(default_factory=Conditions)
    room: int = 40


@dataclass(frozen=True, slots=True)
class Note:
    """A line over the results with at most one thing to do: original or alarm."""

    text: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class WordRow:
    key: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The rows to show, and how many hits there are; `left` tells whether more can be shown."""

    question: Question = Question()
    broadcasts: tuple[FoundRow, ...] = ()
    products: tuple[FoundProductRow, ...] = ()
    recipes: tuple[RecipeCardRow, ...] = ()
    broadcast_count: int = 0
    product_count: int = 0
    recipe_count: int = 0
    left: bool = False
    channels: tuple[ChoiceRow, ...] = ()
    note: Note = Note()
    nearest: tuple[WordRow, ...] = ()

    @property
    def count(self) -> int:
        return self.broadcast_count + self.product_count + self.recipe_count


def result_page(
    question: Question,
    result: SearchResult,
    now: datetime,
    wished: Collection[BroadcastId],
    wished_products: Collection[ProductKey],
) -> ResultPage:
    """Arrange the hits that meet the conditions: airings by product, the best `room` of each."""
    conditions, room = question.conditions, question.room
    aired = [hit for hit in result.hits if isinstance(hit, BroadcastHit)]
    sold = [hit for hit in result.hits if isinstance(hit, ProductHit)]
    channels = channel_answers((hit.broadcast.channel for hit in aired), conditions)
    aired = [hit for hit in aired if conditions.holds_broadcast(hit.broadcast, now)]
    sold = [hit for hit in sold if conditions.holds_product(hit.product)]
    cooked = _cooked(result, conditions, is_alone=not (aired or sold))
    groups = by_product(aired)
    return ResultPage(
        question=question,
        broadcasts=tuple(found_rows(groups[:room], now, wished, result.corrected)),
        products=tuple(product_rows(sold[:room], wished_products, result.corrected)),
        recipes=tuple(found_recipes(cooked[:room], lambda why: why_text(why, result.corrected))),
        broadcast_count=len(aired),
        product_count=len(sold),
        recipe_count=len(cooked),
        left=room < max(len(groups), len(sold), len(cooked)),
        channels=tuple(channels),
        note=_note(result, conditions, now),
    )


def _cooked(result: SearchResult, conditions: Conditions, *, is_alone: bool) -> list[RecipeHit]:
    """Return the recipes to show; one like the words by meaning alone never stands alone."""
    hits = [hit for hit in result.hits if isinstance(hit, RecipeHit) and conditions.holds_recipe]
    return [hit for hit in hits if hit.is_strong or not is_alone]


def nearest_words(suggest: SuggestService, words: str) -> tuple[WordRow, ...]:
    """Return words to try in place of one that found nothing: like it, else that begin like it."""
    found: dict[str, WordRow] = {}
    for suggestion in _near(suggest, words):
        if suggestion.text != words:
            found.setdefault(suggestion.text, WordRow(suggestion.text))
        if len(found) == NEAREST:
            break
    return tuple(found.values())


def _near(suggest: SuggestService, words: str) -> Iterator[Suggestion]:
    yield from suggest.suggest(words)
    for beginning in dict.fromkeys((*words.split()[:2], words[:3], words[:2])):
        yield from (s for s in suggest.suggest(beginning) if s.why != "들어 있는 말")


def _note(result: SearchResult, conditions: Conditions, now: datetime) -> Note:
    """Say what the words were taken for; of all hits, not of those a condition leaves."""
    corrected = result.corrected
    if corrected:
        return Note(f"“{corrected}”{particle(corrected)} 찾았어요.", "original")
    if conditions != Conditions() or not result.hits:
        return Note()
    if not any(hit.is_strong for hit in result.hits):
        return Note("꼭 맞는 것은 없어서 가까운 것을 보여 드려요.", "alarm")
    aired = (hit for hit in result.hits if isinstance(hit, BroadcastHit) and hit.is_strong)
    if all(hit.broadcast.state_at(now) in _OVER for hit in aired):
        return Note("앞으로 잡힌 방송은 아직 없어요.", "alarm")
    return Note()
