"""What read the lines of an imported recipe, so that a newer reader reads them again."""

from __future__ import annotations

from alembic import op

revision = "catalog_0011"
down_revision = "catalog_0010"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE recipe ADD COLUMN reading TEXT",
    "ALTER TABLE recipe_line ADD COLUMN amount_at INTEGER",
    "CREATE INDEX ix_recipe_reading ON recipe (reading)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
