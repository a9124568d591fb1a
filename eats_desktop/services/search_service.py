"""The unified search (통합 검색): broadcasts, mall products and recipes for one query, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.search import FOOD_SECTIONS, SearchFilter, Section
from eats_desktop.services.search_hits import BroadcastHit, ProductHit, RecipeHit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.services.document_search import DocumentSearch
    from eats_desktop.services.search_hits import Hit, HitReader

_ORDER = {BroadcastHit: 0, ProductHit: 1, RecipeHit: 2}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits, by section.

    `corrected`: nothing held what was typed, this was searched for instead. `totals` counts the
    hits of each section over all pages.
    """

    query: str
    corrected: str | None
    hits: tuple[Hit, ...]
    totals: Mapping[Section, int]

    @property
    def broadcasts(self) -> tuple[Broadcast, ...]:
        return tuple(hit.broadcast for hit in self.hits if isinstance(hit, BroadcastHit))

    @property
    def products(self) -> tuple[MallProduct, ...]:
        return tuple(hit.product for hit in self.hits if isinstance(hit, ProductHit))

    @property
    def recipes(self) -> tuple[RecipeHit, ...]:
        return tuple(hit for hit in self.hits if isinstance(hit, RecipeHit))


class SearchService:
    def __init__(self, documents: DocumentSearch, reader: HitReader) -> None:
        self._documents = documents
        self._reader = reader

    def search(
        self,
        query: str,
        scope: str = "all",
        limit: int = 50,
        *,
        offset: int = 0,
        narrowed: SearchFilter | None = None,
        as_typed: bool = False,
    ) -> SearchResult:
        """Return the hits [offset, offset + limit); `scope` is all or the name of a section.

        `as_typed` holds the words to be what was meant: no other reading is tried. Health
        supplements stand among the products, where the filter includes them.

        The sections take turns, strong hits first, so that every page has room for each. While
        the catalogue stays as it is, the order stays and pages never overlap.
        """
        if not query.strip():
            raise InputError("찾을 말을 적어 주세요.")
        sections = FOOD_SECTIONS if scope == "all" else (Section(scope),)
        wanted = narrowed or SearchFilter()
        if wanted.include_supplements and Section.PRODUCTS in sections:
            sections = (*sections, Section.SUPPLEMENTS)
        found = self._documents.find(query, sections, wanted, as_typed=as_typed)
        hits = {s: self._reader.hits(s, found.answers[s], wanted) for s in sections}
        page = _in_turns([*hits.values()])[offset : offset + limit]
        page.sort(key=lambda hit: _ORDER[type(hit)])
        totals = {s: len(all_) for s, all_ in hits.items()}
        if supplements := totals.pop(Section.SUPPLEMENTS, 0):
            totals[Section.PRODUCTS] += supplements
        return SearchResult(query, found.corrected, tuple(page), totals)


def _in_turns(sections: Sequence[Sequence[Hit]]) -> list[Hit]:
    """Take one hit of each section at a time, all strong ones before the others."""
    return [
        hit
        for strong in (True, False)
        for turn in zip_longest(*([h for h in s if h.is_strong is strong] for s in sections))
        for hit in turn
        if hit is not None
    ]
