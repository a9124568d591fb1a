"""Mall foods in narrow rows for shelves and lists, kept by triggers in line with their sources.

A row's number stays while the product is listed, so that a list once asked for keeps its order.
"""

from __future__ import annotations

from alembic import op

revision = "catalog_0012"
down_revision = "catalog_0011"
branch_labels = None
depends_on = None

_PRICE = "nullif(coalesce(nullif(p.sale_price_krw, 0), p.list_price_krw), 0)"
_FIELDS = {
    "store": "coalesce(p.brand, '')",
    "food": "coalesce(json_extract(p.foods, '$[0]'), '')",
    "seen_at": "p.seen_at",
    "price_krw": _PRICE,
    "rate": """CASE WHEN p.list_price_krw > p.sale_price_krw AND p.sale_price_krw > 0
        THEN (p.list_price_krw - p.sale_price_krw) * 100 / p.list_price_krw ELSE 0 END""",
    "unit": "p.amount_unit",
    "total": "p.amount_total",
    "unit_krw": f"""{_PRICE} * CASE p.amount_unit WHEN 'each' THEN 1 ELSE 100 END
        / p.amount_total""",
    "is_sold_out": "p.price_kind = 'soldout'",
}
"""What a product row says; the rate as domain.money.discount_rate computes it."""

_PAGE = {
    "rating": "d.rating",
    "reviews": "coalesce(d.review_count, 0)",
    "is_free": "coalesce(d.delivery_fee_krw = 0, 0)",
    "ended_at": "CASE WHEN d.is_ended THEN d.fetched_at END",
}
"""What the product's own page says."""

_OBSERVED = """FROM price_observation o
    WHERE o.source = {of}.source AND o.product_id = {of}.product_id ORDER BY o.id DESC LIMIT 1"""


def _moves(of: str) -> dict[str, str]:
    """Return the price before the present one, and since when that is."""
    seen = _OBSERVED.format(of=of)
    return {
        "before_krw": f"(SELECT coalesce(o.sale_price_krw, o.list_price_krw) {seen} OFFSET 1)",
        "changed_at": f"(SELECT o.observed_at {seen})",
    }


def _set(fields: dict[str, str], row: str) -> str:
    return ", ".join(f"{name} = {value}" for name, value in fields.items()).replace(row, "NEW.")


_NEW = {**_FIELDS, **_PAGE, **_moves("p")}
_INSERT = f"""
    INSERT INTO mall_item (source, product_id, {", ".join(_NEW)})
    SELECT p.source, p.product_id, {", ".join(_NEW.values())}
    FROM product p
    LEFT JOIN product_detail d ON d.source = p.source AND d.product_id = p.product_id
    WHERE p.market = 'mall' AND p.is_food
"""  # noqa: S608  constants
_ONE = """
    AND p.source = NEW.source AND p.product_id = NEW.product_id
    AND NOT EXISTS (SELECT 1 FROM mall_item m
        WHERE m.source = NEW.source AND m.product_id = NEW.product_id)
"""
_KEY = "source = NEW.source AND product_id = NEW.product_id"

_STATEMENTS = (
    "ALTER TABLE product_detail ADD COLUMN review_shares TEXT NOT NULL DEFAULT '[[], []]'",
    """
    CREATE TABLE mall_item (
        item INTEGER NOT NULL,
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        store TEXT NOT NULL,
        food TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        price_krw INTEGER,
        rate INTEGER NOT NULL,
        unit TEXT,
        total DOUBLE,
        unit_krw DOUBLE,
        is_sold_out BOOLEAN NOT NULL,
        rating DOUBLE,
        reviews INTEGER NOT NULL,
        is_free BOOLEAN NOT NULL,
        ended_at INTEGER,
        before_krw INTEGER,
        changed_at INTEGER,
        PRIMARY KEY (item),
        UNIQUE (source, product_id)
    )
    """,
    "CREATE INDEX ix_mall_item_rate ON mall_item (rate) WHERE rate > 0",
    "CREATE INDEX ix_mall_item_reviews ON mall_item (reviews, rating) WHERE reviews > 0",
    """
    CREATE INDEX ix_mall_item_changed_at ON mall_item (changed_at)
    WHERE before_krw > price_krw
    """,
    "CREATE INDEX ix_mall_item_store ON mall_item (store)",
    _INSERT,
    f"""
    CREATE TRIGGER mall_item_comes_with_its_product AFTER INSERT ON product
    WHEN NEW.market = 'mall' AND NEW.is_food
    BEGIN {_INSERT} {_ONE}; END
    """,
    f"""
    CREATE TRIGGER mall_item_follows_its_product AFTER UPDATE ON product
    WHEN NEW.market = 'mall' OR OLD.market = 'mall'
    BEGIN
        DELETE FROM mall_item
        WHERE {_KEY} AND (coalesce(NEW.is_food, 0) = 0 OR NEW.market <> 'mall');
        UPDATE mall_item SET {_set(_FIELDS, "p.")} WHERE {_KEY};
        {_INSERT} {_ONE};
    END
    """,  # noqa: S608
    """
    CREATE TRIGGER mall_item_goes_with_its_product AFTER DELETE ON product
    BEGIN DELETE FROM mall_item WHERE source = OLD.source AND product_id = OLD.product_id; END
    """,
    f"""
    CREATE TRIGGER mall_item_hears_of_its_page AFTER INSERT ON product_detail
    BEGIN UPDATE mall_item SET {_set(_PAGE, "d.")} WHERE {_KEY}; END
    """,  # noqa: S608
    f"""
    CREATE TRIGGER mall_item_hears_of_its_page_again AFTER UPDATE ON product_detail
    BEGIN UPDATE mall_item SET {_set(_PAGE, "d.")} WHERE {_KEY}; END
    """,  # noqa: S608
    f"""
    CREATE TRIGGER mall_item_hears_of_prices AFTER INSERT ON price_observation
    BEGIN UPDATE mall_item SET {_set(_moves("NEW"), "NEW.")} WHERE {_KEY}; END
    """,  # noqa: S608
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
