"""What is indexed for the unified search (통합 검색), what is asked, and what is found."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.amount import Amount


class DocumentKind(enum.StrEnum):
    """What a document stands for. Broadcasts are found through their products and guide titles.

    SUPPLEMENT is a mall product that is a health supplement (건강기능식품), no food of ours.
    """

    TV = "tv"
    TITLE = "title"
    MALL = "mall"
    RECIPE = "recipe"
    SUPPLEMENT = "supplement"


class Section(enum.StrEnum):
    """Where a hit is shown; every section is searched with a room of its own.

    SUPPLEMENTS are shown among the products, and only when they are asked for.
    """

    BROADCASTS = "broadcasts"
    PRODUCTS = "products"
    RECIPES = "recipes"
    SUPPLEMENTS = "supplements"

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        return _KINDS[self]


_KINDS = {
    Section.BROADCASTS: (DocumentKind.TV, DocumentKind.TITLE),
    Section.PRODUCTS: (DocumentKind.MALL,),
    Section.RECIPES: (DocumentKind.RECIPE,),
    Section.SUPPLEMENTS: (DocumentKind.SUPPLEMENT,),
}
FOOD_SECTIONS = (Section.BROADCASTS, Section.PRODUCTS, Section.RECIPES)


def section_of(kind: DocumentKind) -> Section:
    return next(section for section, kinds in _KINDS.items() if kind in kinds)


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """`source` and `item` number a product or recipe; a guide title has no source, itself as item.

    Its text form is "kind:source:item".
    """

    kind: DocumentKind
    source: str
    item: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.source}:{self.item}"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing to be found.

    `title` is the name as shown; `words` more plain words (brand, ingredient lines of a recipe);
    `concepts` the canonical foods it is, the most specific first, their ancestors behind them;
    `ingredients` the canonical foods it is made of; `category` the lexicon's; `popularity`
    ranks equals, more is first; `version` is what it was read with.
    """

    key: DocumentKey
    title: str
    words: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    category: str = ""
    amount: Amount | None = None
    popularity: float = 0.0
    version: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A document with its searchable forms; see search.indexing for what each holds."""

    document: SearchDocument
    plain: str
    extra: str
    word_letters: str
    joined_letters: str
    first_sounds: str
    extra_letters: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A vector with a direction: float32, little-endian, and the signs of its numbers as bits."""

    vector: bytes
    signs: bytes


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it is read back to be ranked."""

    row: int
    key: DocumentKey
    title: str
    plain: str
    extra: str
    concepts: tuple[str, ...]
    ingredients: tuple[str, ...]
    amount: float | None
    unit: str
    popularity: float


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What hits must be; None and empty leave everything in.

    Channel and times narrow broadcasts only, prices products and broadcasts. A document whose
    amount is unknown has none of the wanted one. Health supplements are hidden unless
    `include_supplements` asks for them.
    """

    channels: frozenset[str] = frozenset()
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    category: str | None = None
    ingredient: str | None = None
    lowest_krw: int | None = None
    highest_krw: int | None = None
    least: Amount | None = None
    most: Amount | None = None
    include_supplements: bool = False

    @property
    def has_price(self) -> bool:
        return self.lowest_krw is not None or self.highest_krw is not None


class Tier(enum.IntEnum):
    """How a document answers, best first; a hit of a better tier always stands before.

    CALLED: the query is all that a recipe, or its dish, is called.
    """

    CALLED = 1
    EXACT = 2
    PREFIX = 3
    INSIDE = 4
    SYNONYM = 5
    BESIDE = 6
    CORRECTED = 7
    PARTS = 8
    RELATED = 9
    MEANING = 10

    @property
    def is_strong(self) -> bool:
        """Tell whether the words, or other words for the same food, are really there."""
        return self <= Tier.BESIDE


@dataclass(frozen=True, slots=True)
class Answer:
    """A ranked document: its tier, a score in 0…1 that falls along the ranking, and why."""

    document: StoredDocument
    tier: Tier
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word to search for; `kind` is food, word or history, `why` is Korean."""

    text: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary and how many documents hold it."""

    text: str
    letters: str
    first_sounds: str
    count: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Letters looked for as a whole in some columns of the index; blanks mark ends of words."""

    columns: tuple[str, ...]
    letters: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """All groups must be met, a group by any of its phrases."""

    groups: tuple[tuple[Phrase, ...], ...] = field(default=())

    @classmethod
    def of(cls, *groups: Sequence[Phrase]) -> Wanted:
        return cls(tuple(tuple(group) for group in groups))
