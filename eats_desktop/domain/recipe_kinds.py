"""What imported recipes call their kind, occasion, method and difficulty, in our own words."""

from __future__ import annotations

from eats_desktop.domain.recipe import Category, Difficulty, Method, Occasion

_CATEGORIES = {
    "국/탕": Category.SOUP,
    "국&찌개": Category.SOUP,
    "국": Category.SOUP,
    "찌개": Category.STEW,
    "찌개/전골/스튜": Category.STEW,
    "반찬": Category.SIDE,
    "일품": Category.MAIN,
    "밥/죽/떡": Category.RICE,
    "밥": Category.RICE,
    "면/만두": Category.NOODLE,
    "김치/젓갈/장류": Category.KIMCHI,
    "나물/생채/샐러드": Category.SALAD,
    "차/음료/술": Category.DRINK,
    "후식": Category.DESSERT,
    "과자": Category.SNACK,
}
_OCCASIONS = {"영양식": Occasion.HEALTH, "보양": Occasion.HEALTH, "손님 접대": Occasion.GUESTS}
_METHODS = {
    "볶기": Method.STIR_FRY,
    "찌기": Method.STEAM,
    "튀기기": Method.DEEP_FRY,
    "삶기": Method.BOIL,
    "조리기": Method.BRAISE,
    "무치기": Method.SEASON,
    "구이": Method.GRILL,
}
_DIFFICULTIES = {
    "초보환영": Difficulty.ANYONE,
    "보통": Difficulty.MEDIUM,
    "어려움": Difficulty.HARD,
    "신의경지": Difficulty.HARD,
}


def category_of(written: str | None) -> str | None:
    """Return the category a source's word stands for; a word we have none for as it is."""
    return _own(_CATEGORIES, written)


def occasion_of(written: str | None) -> str | None:
    return _own(_OCCASIONS, written)


def method_of(written: str | None) -> str | None:
    return _own(_METHODS, written)


def difficulty_of(written: str | None) -> str | None:
    return _own(_DIFFICULTIES, written)


def _own(
    table: dict[str, Category] | dict[str, Occasion] | dict[str, Method] | dict[str, Difficulty],
    written: str | None,
) -> str | None:
    if written is None:
        return None
    found = table.get(written)
    return written if found is None else found.value
