"""What the name of a product says: kind, foods, ingredients, amount."""

from __future__ import annotations

from alembic import op

revision = "catalog_0003"
down_revision = "catalog_0002"
branch_labels = None
depends_on = None

_COLUMNS = (
    "kind TEXT",
    "p_ingredient DOUBLE",
    "read_brand TEXT",
    "foods TEXT NOT NULL DEFAULT '[]'",
    "ingredients TEXT NOT NULL DEFAULT '[]'",
    "derived BOOLEAN NOT NULL DEFAULT 0",
    "amount_total DOUBLE",
    "amount_unit TEXT",
    "amount_packs INTEGER",
)


def upgrade() -> None:
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE product ADD COLUMN {column}")
    op.execute("UPDATE product SET model_version = NULL")


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
