"""A dish and how to cook it (레시피)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eats_desktop.domain.ingredient_line import IngredientLine


class IngredientGroup(StrEnum):
    MAIN = "주재료"
    SIDE = "부재료"
    SEASONING = "양념"


class Difficulty(StrEnum):
    ANYONE = "아무나"
    EASY = "초급"
    MEDIUM = "중급"
    HARD = "고급"


class Category(StrEnum):
    """종류: the place of a dish on the table."""

    SOUP = "국·탕"
    STEW = "찌개·전골"
    SIDE = "밑반찬"
    MAIN = "메인반찬"
    RICE = "밥·죽"
    NOODLE = "면·만두"
    RICE_CAKE = "떡"
    KIMCHI = "김치·장"
    SALAD = "샐러드"
    WESTERN = "양식"
    SNACK = "간식"
    DESSERT = "디저트"
    DRINK = "음료·차"


class Occasion(StrEnum):
    """상황: what the dish is for."""

    EVERYDAY = "일상"
    QUICK = "초스피드"
    GUESTS = "손님접대"
    DRINKS = "술안주"
    DIET = "다이어트"
    LUNCH_BOX = "도시락"
    SNACK = "간식"
    NIGHT = "야식"
    HOLIDAY = "명절"
    HEALTH = "보양식"


class Method(StrEnum):
    """방법: what is done to the main ingredient."""

    BOIL = "끓이기"
    STIR_FRY = "볶음"
    BRAISE = "조림"
    SEASON = "무침"
    PAN_FRY = "부침"
    DEEP_FRY = "튀김"
    STEAM = "찜"
    GRILL = "굽기"
    PICKLE = "절임"
    BLANCH = "데치기"
    MIX = "비빔"
    RAW = "회"
    OTHER = "기타"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `timer_minutes` None when no clock is needed."""

    text: str
    timer_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe that ships with the program.

    `id` never changes once shipped. `dish` is the name several recipes share (김치찌개), `title`
    tells this one from them. `minutes` is work and cooking; hours of soaking, chilling or ripening
    stand in the steps.
    """

    id: str
    title: str
    dish: str
    category: Category
    occasion: Occasion
    method: Method
    servings: int
    minutes: int
    difficulty: Difficulty
    ingredients: tuple[IngredientLine, ...]
    steps: tuple[Step, ...]
    tips: tuple[str, ...] = ()

    @property
    def foods(self) -> frozenset[str]:
        return frozenset(line.food for line in self.ingredients if line.food is not None)
