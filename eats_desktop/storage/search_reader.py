"""Reads the search index: documents by letters, by food and by row, the vocabulary, vectors.

What a shopper typed never reaches MATCH: it gets phrases of letters, quoted here.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)

from eats_desktop.domain.search import (
    DocumentKey,
    DocumentKind,
    Section,
    StoredDocument,
    Term,
)
from eats_desktop.storage.search_rows import rows_of
from eats_desktop.storage.search_tables import (
    SearchConceptRow,
    SearchDocumentRow,
    SearchStateRow,
    SearchTermRow,
)
from eats_desktop.storage.tables import ProductRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Executable, Select

    from eats_desktop.domain.search import Meaning, Phrase, SearchFilter, Wanted
    from eats_desktop.storage.database import Database

_TEXT = table("search_text", column("rowid"))
_D = SearchDocumentRow
_COLUMNS = (
    _D.row, _D.kind, _D.source, _D.item, _D.title, _D.plain, _D.extra, _D.concepts,
    _D.ingredients, _D.amount, _D.unit, _D.popularity,
)  # fmt: skip
_LISTED = ", ".join(f'search_document."{column.key}"' for column in _COLUMNS)
_MATCHING = text(
    f"""
    SELECT {_LISTED} FROM (
        SELECT rowid AS found FROM search_text
        WHERE search_text MATCH :match AND rowid BETWEEN :first AND :last
        ORDER BY rowid DESC LIMIT :most
    ) JOIN search_document ON search_document."row" = found ORDER BY found DESC
    """  # noqa: S608  names of columns
)
_LIKED = text(
    f"""
    SELECT {_LISTED} FROM (
        SELECT found FROM (
            SELECT rowid AS found FROM search_text
            WHERE search_text MATCH :match AND rowid BETWEEN :first AND :last
            ORDER BY rowid DESC LIMIT :looked_at
        ) JOIN search_document ON search_document."row" = found
        ORDER BY popularity DESC, found DESC LIMIT :most
    ) JOIN search_document ON search_document."row" = found ORDER BY found DESC
    """  # noqa: S608
)
_CALLED = text(
    """
    SELECT "row" FROM search_document INDEXED BY ix_search_document_name
    WHERE kind = 'recipe' AND replace(plain, ' ', '') = :name
    UNION SELECT "row" FROM search_document INDEXED BY ix_search_document_dish
    WHERE kind = 'recipe' AND replace(extra, ' ', '') = :name
    """
)
_OF_FOODS = text(
    f"""
    SELECT {_LISTED} FROM (
        SELECT "row" AS found, is_made_of FROM search_concept
        WHERE food IN :foods AND is_made_of IN :roles AND "row" BETWEEN :first AND :last
        ORDER BY is_made_of, "row" LIMIT :most
    ) JOIN search_document ON search_document."row" = found ORDER BY is_made_of, found
    """  # noqa: S608
).bindparams(bindparam("foods", expanding=True), bindparam("roles", expanding=True))
"""What every key and query asks, written out: SQLAlchemy takes longer to build it than SQLite to
answer. With a filter the same is built."""

_NEAREST = text(
    """
    SELECT "row", 1 - vec_distance_cosine(vector, :vector) AS cosine FROM search_vector
    WHERE "row" IN (
        SELECT "row" FROM search_sign
        WHERE section = :section AND signs MATCH vec_bit(:signs) AND k = :most
            AND distance <= (SELECT max(distance + :margin) FROM (
                SELECT distance FROM search_sign
                WHERE section = :section AND signs MATCH vec_bit(:signs) AND k = 20
            ))
    )
    """
)
"""vec0 looks through a block of rows once for every row it may keep of it, so a bound comes first:
for 300 of 200,000 rows 15 ms instead of 75. The nearest by cosine lie behind the twentieth by signs
by at most three standard deviations of their number."""

_COSINES = text(
    """
    SELECT "row", 1 - vec_distance_cosine(vector, :vector) AS cosine FROM search_vector
    WHERE "row" IN :rows
    """
).bindparams(bindparam("rows", expanding=True))

_LOOKED_AT = 5000
"""So many recipes are looked at for the best liked."""

_SEARCHABLE = frozenset({"word", "joined", "first", "extra"})


class SearchReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def changes(self) -> int:
        """Return a number that grows with every change of the index."""
        with self._database.read() as connection:
            return int(connection.execute(select(SearchStateRow.changes)).scalar_one())

    def model_id(self) -> str:
        """Return which model made the vectors, empty when there are none."""
        with self._database.read() as connection:
            return str(connection.execute(select(SearchStateRow.model_id)).scalar_one())

    def matching(
        self, wanted: Wanted, section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]:
        """Return the documents of a section that meet the phrases, the newest first; when recipes
        are many, the best liked of the newest.

        Not by bm25: it counts every phrase in the whole index first, ten times the work of
        reading the first few hundred; what stands where is ranked afterwards.
        """
        conditions = _conditions(section, narrowed)
        if not conditions:
            asked = {"match": _match(wanted), **_bounds(section, limit)}
            if section is Section.RECIPES:
                return self._documents(_LIKED, {**asked, "looked_at": _LOOKED_AT})
            return self._documents(_MATCHING, asked)
        inner = _rows_matching(wanted, section).subquery()
        return self._documents(
            select(*_COLUMNS)
            .join(inner, _D.row == inner.c.found)
            .where(*conditions)
            .order_by(_D.row.desc())
            .limit(limit)
        )

    def called(self, name: str, narrowed: SearchFilter, limit: int) -> list[StoredDocument]:
        """Return the recipes whose whole title or dish is this name, written without blanks."""
        rows = _CALLED.bindparams(name=name).columns(_D.row)
        return self._documents(
            select(*_COLUMNS)
            .where(_D.row.in_(rows), *_conditions(Section.RECIPES, narrowed))
            .order_by(_D.popularity.desc(), _D.row)
            .limit(limit)
        )

    def of_foods(
        self, foods: Iterable[str], section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]:
        """Return the documents that are one of these foods; recipes also if made of them."""
        roles = (False, True) if section is Section.RECIPES else (False,)
        wanted = list(foods)
        conditions = _conditions(section, narrowed)
        if not conditions:
            asked = {"foods": wanted, "roles": roles, **_bounds(section, limit)}
            return self._documents(_OF_FOODS, asked)
        return self._documents(
            select(*_COLUMNS)
            .join(SearchConceptRow, SearchConceptRow.row == _D.row)
            .where(
                SearchConceptRow.food.in_(wanted),
                SearchConceptRow.is_made_of.in_(roles),
                _D.row.between(*rows_of(section)),
                *conditions,
            )
            .order_by(SearchConceptRow.is_made_of, _D.row)
            .limit(limit)
        )

    def of_all_foods(
        self,
        foods: Iterable[str],
        wanted: Wanted,
        section: Section,
        narrowed: SearchFilter,
        limit: int,
    ) -> list[StoredDocument]:
        """Return what is, or is made of, each of these foods and meets the phrases."""
        of_each = [
            _D.row.in_(
                select(SearchConceptRow.row).where(
                    SearchConceptRow.food == food,
                    SearchConceptRow.row.between(*rows_of(section)),
                )
            )
            for food in foods
        ]
        if wanted.groups:
            of_each.append(_D.row.in_(_rows_matching(wanted, section)))
        return self._documents(
            select(*_COLUMNS)
            .where(*of_each, *_conditions(section, narrowed))
            .order_by(_D.row.desc())
            .limit(limit)
        )

    def with_signs(
        self, signs: str, section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]:
        """Return the documents whose title holds these very characters; they are no pattern."""
        return self._documents(
            select(*_COLUMNS)
            .where(
                _D.row.between(*rows_of(section)),
                func.instr(func.lower(_D.title), signs) > 0,
                *_conditions(section, narrowed),
            )
            .order_by(_D.row)
            .limit(limit)
        )

    def of_rows(
        self, rows: Sequence[int], section: Section, narrowed: SearchFilter
    ) -> list[StoredDocument]:
        return self._documents(
            select(*_COLUMNS)
            .where(_D.row.in_(rows), *_conditions(section, narrowed))
            .order_by(_D.row)
        )

    def terms(self) -> list[Term]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(
                    SearchTermRow.text,
                    SearchTermRow.letters,
                    SearchTermRow.first_sounds,
                    SearchTermRow.count,
                )
            )
            return [Term(*row) for row in rows]

    def food_counts(self) -> dict[str, int]:
        """Return how many documents are each food."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(SearchConceptRow.food, func.count())
                .where(SearchConceptRow.is_made_of.is_(False))
                .group_by(SearchConceptRow.food)
            )
            return {row.food: row[1] for row in rows}

    def nearest(self, meaning: Meaning, section: Section, limit: int) -> dict[int, float]:
        """Return the cosines of rows of a section that may be near, at most `limit`."""
        asked = {
            "vector": meaning.vector,
            "signs": meaning.signs,
            "section": section.value,
            "most": limit,
            "margin": 1.5 * math.sqrt(8 * len(meaning.signs)),
        }
        return self._near(_NEAREST, asked)

    def cosines(self, meaning: Meaning, rows: Sequence[int]) -> dict[int, float]:
        """Return how near rows are; those without a vector are left out."""
        return self._near(_COSINES, {"vector": meaning.vector, "rows": rows})

    def _near(self, query: Executable, asked: Mapping[str, object]) -> dict[int, float]:
        with self._database.read() as connection:
            return {row.row: row.cosine for row in connection.execute(query, asked)}

    def keys(self, kind: DocumentKind) -> list[DocumentKey]:
        """Return all indexed documents of a kind."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(_D.source, _D.item).where(_D.kind == kind.value).order_by(_D.row)
            )
            return [DocumentKey(kind, row.source, row.item) for row in rows]

    def _documents(
        self, query: Executable, asked: Mapping[str, object] | None = None
    ) -> list[StoredDocument]:
        with self._database.read() as connection:
            return [_document(row) for row in connection.execute(query, asked)]


def _bounds(section: Section, most: int) -> dict[str, object]:
    first, last = rows_of(section)
    return {"first": first, "last": last, "most": most}


def _rows_matching(wanted: Wanted, section: Section) -> Select[int]:
    return select(_TEXT.c.rowid.label("found")).where(
        literal_column("search_text").op("MATCH")(bindparam("match", _match(wanted))),
        _TEXT.c.rowid.between(*rows_of(section)),
    )


def _match(wanted: Wanted) -> str:
    return " AND ".join(
        "(" + " OR ".join(_phrase(phrase) for phrase in group) + ")" for group in wanted.groups
    )


def _phrase(phrase: Phrase) -> str:
    if not _SEARCHABLE.issuperset(phrase.columns):
        raise ValueError(f"no such columns: {phrase.columns}")
    quoted = phrase.letters.replace('"', '""')
    return f'{{{" ".join(phrase.columns)}}} : "{quoted}"'


def _conditions(section: Section, narrowed: SearchFilter) -> list[ColumnElement[bool]]:
    """Say what a filter asks of a document; times and channels ask only of a broadcast."""
    found: list[ColumnElement[bool]] = []
    if narrowed.category is not None:
        found.append(_D.category == narrowed.category)
    if narrowed.ingredient is not None:
        found.append(
            select(SearchConceptRow.row)
            .where(SearchConceptRow.food == narrowed.ingredient, SearchConceptRow.row == _D.row)
            .exists()
        )
    if narrowed.least is not None:
        found.append(_D.unit == narrowed.least.unit.value)
        found.append(_D.amount >= float(narrowed.least.total))
    if narrowed.most is not None:
        found.append(_D.unit == narrowed.most.unit.value)
        found.append(_D.amount <= float(narrowed.most.total))
    if section is Section.PRODUCTS and narrowed.has_price:
        found.append(
            select(ProductRow.source)
            .where(
                and_(ProductRow.source == _D.source, ProductRow.product_id == _D.item),
                *price_conditions(ProductRow, narrowed),
            )
            .exists()
        )
    return found


def price_conditions(priced: Any, narrowed: SearchFilter) -> list[ColumnElement[bool]]:
    """Compare what a shopper pays; an unknown price is in no range."""
    price = func.coalesce(priced.sale_price_krw, priced.list_price_krw)
    found: list[ColumnElement[bool]] = []
    if narrowed.lowest_krw is not None:
        found.append(price >= narrowed.lowest_krw)
    if narrowed.highest_krw is not None:
        found.append(price <= narrowed.highest_krw)
    return found


def _document(row: Any) -> StoredDocument:
    return StoredDocument(
        row=row.row,
        key=DocumentKey(DocumentKind(row.kind), row.source, row.item),
        title=row.title,
        plain=row.plain,
        extra=row.extra,
        concepts=tuple(row.concepts.split()),
        ingredients=tuple(row.ingredients.split()),
        amount=row.amount,
        unit=row.unit,
        popularity=row.popularity,
    )
