"""What the page of found dishes says when it has none to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.domain.recipe_search import RecipeFacets
from eats_desktop.viewmodels.screen_view_model import ScreenState

if TYPE_CHECKING:
    from eats_desktop.domain.errors import UnknownFacetError
    from eats_desktop.services.recipe_asking import RecipeAnswer

STOPPED = ScreenState("stopped", "찾기를 그만뒀어요.", "재료나 조건을 바꿔도 돼요.", "다시 찾기")
LINKED = ScreenState("none", "이 링크로는 요리를 찾을 수 없어요.", "", "재료 고르기")
_NOTHING = ScreenState(
    "none", "어울리는 요리를 찾지 못했어요.", "재료를 바꿔 보세요.", "재료 고르기"
)
_FILTERED = ScreenState("filtered", "고른 조건에 맞는 요리가 없어요.", "", "조건 지우기")


def why_empty(answer: RecipeAnswer) -> ScreenState:
    """Tell a bound nobody knows, a reason not to look, bounds that leave nothing, and nothing."""
    if answer.refused is not None:
        return _refused(answer.refused)
    if answer.page.reason:
        return replace(_NOTHING, title=answer.page.reason, help="")
    return _FILTERED if answer.question.facets != RecipeFacets() else _NOTHING


def _refused(error: UnknownFacetError) -> ScreenState:
    """Say that nothing was looked for, so that no list is taken for filtered."""
    known = f"아는 이름: {', '.join(error.known)}." if error.known else "이름을 다시 적어 주세요."
    help_ = f"거르지 못한 요리를 보여 드리지 않으려고 찾지 않았어요. {known}"
    return ScreenState("filtered", error.words, help_, "조건 지우기")
