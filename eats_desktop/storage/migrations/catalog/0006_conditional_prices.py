"""A price that only holds under a condition (coupon, card) beside the price everyone pays."""

from __future__ import annotations

from alembic import op

revision = "catalog_0006"
down_revision = "catalog_0005"
branch_labels = None
depends_on = None

_TABLES = ("product", "broadcast_product", "price_observation")


def upgrade() -> None:
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} ADD COLUMN conditional_price_krw INTEGER")
        op.execute(f"ALTER TABLE {table} ADD COLUMN price_condition TEXT")


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
