"""The search index: documents, their letters (FTS5, trigrams), foods, vocabulary, vectors."""

from __future__ import annotations

from alembic import op

revision = "catalog_0004"
down_revision = "catalog_0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE search_document (
        "row" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        item TEXT NOT NULL,
        title TEXT NOT NULL,
        plain TEXT NOT NULL,
        extra TEXT NOT NULL,
        concepts TEXT NOT NULL,
        ingredients TEXT NOT NULL,
        category TEXT NOT NULL,
        amount DOUBLE,
        unit TEXT NOT NULL,
        popularity DOUBLE NOT NULL,
        version TEXT NOT NULL,
        terms TEXT NOT NULL,
        PRIMARY KEY ("row"),
        UNIQUE (kind, source, item)
    )
    """,
    """
    CREATE VIRTUAL TABLE search_text USING fts5(
        word, joined, first, extra,
        content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
    )
    """,
    """
    CREATE TABLE search_concept (
        food TEXT NOT NULL,
        is_made_of BOOLEAN NOT NULL,
        "row" INTEGER NOT NULL,
        PRIMARY KEY (food, is_made_of, "row")
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE search_term (
        text TEXT NOT NULL,
        letters TEXT NOT NULL,
        first_sounds TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (text)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE search_vector (
        "row" INTEGER NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY ("row")
    )
    """,
    """
    CREATE VIRTUAL TABLE search_sign USING vec0(
        row INTEGER PRIMARY KEY, section TEXT PARTITION KEY, signs BIT[256]
    )
    """,
    """
    CREATE TABLE search_state (
        only INTEGER NOT NULL,
        changes INTEGER NOT NULL,
        model_id TEXT NOT NULL,
        PRIMARY KEY (only)
    )
    """,
    "INSERT INTO search_state VALUES (1, 0, '')",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
