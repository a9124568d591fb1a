"""Writes the search index: documents come, change and go; everything of one in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, text, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.hangul import first_sounds, letters
from eats_desktop.domain.search import Section, section_of
from eats_desktop.storage.search_tables import (
    ROWS_OF_A_SECTION,
    SearchConceptRow,
    SearchDocumentRow,
    SearchStateRow,
    SearchTermRow,
    SearchVectorRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from eats_desktop.domain.search import DocumentKey, IndexEntry, Meaning
    from eats_desktop.storage.database import Database

BATCH = 200
_FIRST_ROW = {section: n * ROWS_OF_A_SECTION for n, section in enumerate(Section)}
_PUT_TEXT = text(
    'INSERT INTO search_text (rowid, word, joined, "first", extra)'
    " VALUES (:row, :word, :joined, :first, :extra)"
)
_DROP_TEXT = text("DELETE FROM search_text WHERE rowid = :row")
_PUT_SIGNS = text(
    'INSERT INTO search_sign ("row", section, signs) VALUES (:row, :section, vec_bit(:signs))'
)
_DROP_SIGNS = text('DELETE FROM search_sign WHERE "row" = :row')
"""One row at a time: vec0 reads all of a table to find several."""


class SearchIndexStore:
    """For the writer thread only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self,
        entries: Sequence[IndexEntry],
        known: Mapping[DocumentKey, Meaning],
        model_id: str,
    ) -> None:
        """Index documents anew, at most `BATCH` at once.

        Meanings by another model than the stored ones' drop all of those.
        """
        if not entries:
            return
        with self._database.write() as connection:
            if known:
                _use_model(connection, model_id, next(iter(known.values())))
            _forget(connection, [entry.document.key for entry in entries])
            _write(connection, entries, known)
            _changed(connection)

    def delete(self, keys: Sequence[DocumentKey]) -> None:
        """Forget documents, at most `BATCH` at once; unknown keys are no matter."""
        with self._database.write() as connection:
            if _forget(connection, keys):
                _changed(connection)


def rows_of(section: Section) -> tuple[int, int]:
    """Return the first and last row number of a section's documents."""
    return _FIRST_ROW[section] + 1, _FIRST_ROW[section] + ROWS_OF_A_SECTION


def _write(
    connection: Connection,
    entries: Sequence[IndexEntry],
    known: Mapping[DocumentKey, Meaning],
) -> None:
    unique = {entry.document.key: entry for entry in entries}
    rows = _numbered(connection, unique.values())
    connection.execute(
        insert(SearchDocumentRow), [_document_values(rows[key], e) for key, e in unique.items()]
    )
    connection.execute(_PUT_TEXT, [_text_values(rows[key], e) for key, e in unique.items()])
    foods = [food for key, entry in unique.items() for food in _food_values(rows[key], entry)]
    if foods:
        connection.execute(insert(SearchConceptRow), foods)
    _count(connection, Counter(term for entry in unique.values() for term in entry.terms))
    values = [_meaning_values(rows[key], key, known[key]) for key in unique if key in known]
    if values:
        connection.execute(insert(SearchVectorRow), values)
        connection.execute(_PUT_SIGNS, values)


def _numbered(connection: Connection, entries: Iterable[IndexEntry]) -> dict[DocumentKey, int]:
    """Give every document the next free row of its section."""
    following: dict[Section, int] = {}
    rows: dict[DocumentKey, int] = {}
    for entry in entries:
        section = section_of(entry.document.key.kind)
        if section not in following:
            first, last = rows_of(section)
            highest = connection.execute(
                select(func.max(SearchDocumentRow.row)).where(
                    SearchDocumentRow.row.between(first, last)
                )
            ).scalar()
            following[section] = first if highest is None else highest + 1
        rows[entry.document.key] = following[section]
        following[section] += 1
    return rows


def _forget(connection: Connection, keys: Sequence[DocumentKey]) -> bool:
    found = connection.execute(
        select(SearchDocumentRow.row, SearchDocumentRow.terms).where(
            tuple_(SearchDocumentRow.kind, SearchDocumentRow.source, SearchDocumentRow.item).in_(
                [(key.kind.value, key.source, key.item) for key in keys]
            )
        )
    ).all()
    if not found:
        return False
    rows = [row.row for row in found]
    foods = _foods_of(connection, rows)
    for drop in (_DROP_TEXT, _DROP_SIGNS):
        connection.execute(drop, [{"row": row} for row in rows])
    if foods:
        connection.execute(
            delete(SearchConceptRow).where(
                tuple_(
                    SearchConceptRow.food, SearchConceptRow.is_made_of, SearchConceptRow.row
                ).in_(foods)
            )
        )
    for table in (SearchDocumentRow, SearchVectorRow):
        connection.execute(delete(table).where(table.row.in_(rows)))
    _count(connection, Counter(term for row in found for term in json.loads(row.terms)), sign=-1)
    return True


def _foods_of(connection: Connection, rows: Sequence[int]) -> list[tuple[str, bool, int]]:
    stored = connection.execute(
        select(
            SearchDocumentRow.row, SearchDocumentRow.concepts, SearchDocumentRow.ingredients
        ).where(SearchDocumentRow.row.in_(rows))
    )
    return [
        (food, made_of, row.row)
        for row in stored
        for made_of, foods in ((False, row.concepts), (True, row.ingredients))
        for food in foods.split()
    ]


def _count(connection: Connection, terms: Mapping[str, int], sign: int = 1) -> None:
    """Add to (or take from) how many documents hold each term; a term of none goes."""
    if not terms:
        return
    values = [
        {
            "text": term,
            "letters": letters(term),
            "first_sounds": first_sounds(term),
            "count": sign * times,
        }
        for term, times in terms.items()
    ]
    statement = insert(SearchTermRow)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["text"],
            set_={"count": SearchTermRow.count + statement.excluded["count"]},
        ),
        values,
    )
    if sign < 0:
        connection.execute(
            delete(SearchTermRow).where(
                SearchTermRow.text.in_(list(terms)), SearchTermRow.count <= 0
            )
        )


def _use_model(connection: Connection, model_id: str, meaning: Meaning) -> None:
    """Start anew where the model is another; its vectors may be longer or shorter."""
    known = connection.execute(select(SearchStateRow.model_id)).scalar_one()
    if known != model_id:
        connection.execute(delete(SearchVectorRow))
        connection.execute(text("DROP TABLE search_sign"))
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE search_sign USING vec0(row INTEGER PRIMARY KEY,"
                f" section TEXT PARTITION KEY, signs BIT[{8 * len(meaning.signs)}])"
            )
        )
        connection.execute(update(SearchStateRow).values(model_id=model_id))


def _changed(connection: Connection) -> None:
    connection.execute(update(SearchStateRow).values(changes=SearchStateRow.changes + 1))


def _document_values(row: int, entry: IndexEntry) -> dict[str, Any]:
    document = entry.document
    amount = document.amount
    return {
        "row": row,
        "kind": document.key.kind.value,
        "source": document.key.source,
        "item": document.key.item,
        "title": document.title,
        "plain": entry.plain,
        "extra": entry.extra,
        "concepts": " ".join(dict.fromkeys(document.concepts)),
        "ingredients": " ".join(dict.fromkeys(document.ingredients)),
        "category": document.category,
        "amount": None if amount is None else float(amount.total),
        "unit": "" if amount is None else amount.unit.value,
        "popularity": document.popularity,
        "version": document.version,
        "terms": json.dumps(entry.terms, ensure_ascii=False),
    }


def _meaning_values(row: int, key: DocumentKey, meaning: Meaning) -> dict[str, Any]:
    section = section_of(key.kind).value
    return {"row": row, "section": section, "vector": meaning.vector, "signs": meaning.signs}


def _text_values(row: int, entry: IndexEntry) -> dict[str, Any]:
    return {
        "row": row,
        "word": entry.word_letters,
        "joined": entry.joined_letters,
        "first": entry.first_sounds,
        "extra": entry.extra_letters,
    }


def _food_values(row: int, entry: IndexEntry) -> list[dict[str, Any]]:
    document = entry.document
    pairs = ((False, document.concepts), (True, document.ingredients))
    return [
        {"food": food, "is_made_of": made_of, "row": row}
        for made_of, foods in pairs
        for food in dict.fromkeys(foods)
    ]
