"""Orders and conditions of a list of the mall, as choices with words; pure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.mall import MallFilter, MallShelf, MallSort
from eats_desktop.viewmodels.search_filter import ChoiceRow, answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.services.mall_service import MallChoices

SORTS = {
    MallSort.ADVISED.value: "추천",
    MallSort.RATE.value: "할인율",
    MallSort.PRICE.value: "낮은 가격",
    MallSort.UNIT_PRICE.value: "단위 가격",
    MallSort.REVIEWS.value: "리뷰 많은",
}
PRICES = {
    "": "얼마든",
    "0-5000": "5천원 이하",
    "5000-10000": "5천~1만원",
    "10000-20000": "1만~2만원",
    "20000-30000": "2만~3만원",
    "30000-": "3만원 이상",
}
RATES = {"": "모두", "5": "5% 이상", "10": "10% 이상", "20": "20% 이상", "30": "30% 이상"}
REVIEWS = {"": "모두", "1": "1개 이상", "10": "10개 이상", "100": "100개 이상"}
TOTALS = {"": "모두", "300": "300g 이하", "500": "500g 이하", "1000": "1kg 이하"}
FREE = {"": "모두", "free": "무료배송으로 확인된 것만"}
_MOST_STORES = 30


@dataclass(frozen=True, slots=True)
class MallConditions:
    """The key of the answer to each question; "" leaves everything in."""

    price: str = ""
    rate: str = ""
    reviews: str = ""
    total: str = ""
    category: str = ""
    store: str = ""
    free: str = ""

    def chosen(self, question: str, key: str) -> MallConditions:
        """Return them with another answer; InputError-free: an unknown question changes nothing."""
        if question not in QUESTIONS:
            return self
        return replace(self, **{question: key})

    def narrowed(self, foods: Mapping[str, frozenset[str]]) -> MallFilter:
        """Return what the list asks for; `foods` are those of each category."""
        lowest, _, highest = self.price.partition("-")
        return MallFilter(
            lowest_krw=int(lowest) if lowest and lowest != "0" else None,
            highest_krw=int(highest) if highest else None,
            least_rate=int(self.rate or 0),
            least_reviews=int(self.reviews or 0),
            most_total=int(self.total) if self.total else None,
            foods=foods.get(self.category, frozenset()) if self.category else None,
            stores=frozenset({self.store}) if self.store else None,
            is_free=bool(self.free),
        )


QUESTIONS = tuple(field.name for field in fields(MallConditions))


def default_sort(shelf: MallShelf) -> MallSort:
    return MallSort.RATE if shelf is MallShelf.DEALS else MallSort.ADVISED


def choices_of(question: str, chosen: MallConditions, known: MallChoices | None) -> list[ChoiceRow]:
    """Return the answers of a question, those of the mall with how many products each has."""
    return answers(_texts(question, known), getattr(chosen, question))


def chip_rows(chosen: MallConditions) -> list[ChoiceRow]:
    """Return what is chosen, to be taken back one by one."""
    fixed = {"price": PRICES, "rate": RATES, "reviews": REVIEWS, "total": TOTALS}
    before = {"rate": "할인 ", "reviews": "리뷰 ", "total": "양 "}
    rows = []
    for question in QUESTIONS:
        key = getattr(chosen, question)
        if key:
            words = "무료배송" if question == "free" else fixed.get(question, {}).get(key, key)
            rows.append(ChoiceRow(question, before.get(question, "") + words, True))
    return rows


def _texts(question: str, known: MallChoices | None) -> dict[str, str]:
    fixed = {
        "price": PRICES,
        "rate": RATES,
        "reviews": REVIEWS,
        "total": TOTALS,
        "free": FREE,
    }
    if question in fixed:
        return fixed[question]
    if known is None:
        return {"": "모두"}
    found = known.categories if question == "category" else known.stores[:_MOST_STORES]
    return {"": "모두", **{name: f"{name} {count:,}" for name, count in found}}
