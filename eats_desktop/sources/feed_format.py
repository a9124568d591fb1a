"""Schedule feed: the lines of docs/feed-format.md, what each must hold, and how one is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from eats_desktop.domain.clock import KST
from eats_desktop.domain.listing import ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

FORMAT, VERSION = "eats-schedule-feed", 1
IMPORT = "import"
"""The name under which slots of a feed are kept; products keep the names of their own sources."""

_LONGEST = timedelta(hours=24)
_MOST_SLOTS, _MOST_PRODUCTS, _MOST_ON_SHELF = 500, 200, 20_000

Name = Annotated[str, Field(min_length=1, max_length=500)]
Won = Annotated[int, Field(ge=100, le=50_000_000)]
SourceName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ProductId = Annotated[str, Field(pattern=r"^[^\s:]{1,64}$")]
Category = Annotated[str, Field(max_length=100)]


class _Line(BaseModel):
    """Strict about what it knows, silent about what it does not (fields of a newer producer)."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True, defer_build=True)


class Header(_Line):
    format: Literal["eats-schedule-feed"]
    version: int = Field(ge=1)
    producer: str = Field(min_length=1, max_length=80)
    made_at: AwareDatetime


class DayLine(_Line):
    """Opens a channel's Korean calendar day, for which the next `slots` lines speak in full."""

    channel: str
    day: date
    slots: int = Field(ge=0, le=_MOST_SLOTS)


class ShelfLine(_Line):
    """Opens a shelf of a mall, on which the next `products` lines lie."""

    category: Category
    products: int = Field(ge=0, le=_MOST_ON_SHELF)


class ProductLine(_Line):
    source: SourceName
    id: ProductId
    name: Name
    raw_name: Name | None = None
    role: ProductRole = Field(ProductRole.MAIN, strict=False)
    price_kind: PriceKind = Field(PriceKind.UNKNOWN, strict=False)
    list_price_krw: Won | None = None
    sale_price_krw: Won | None = None
    conditional_price_krw: Won | None = None
    price_condition: str | None = Field(None, min_length=1, max_length=100)
    brand: str | None = Field(None, max_length=100)
    thumbnail_url: str | None = Field(None, pattern=r"^https://\S+$", max_length=2000)
    product_url: str | None = Field(None, pattern=r"^https?://\S+$", max_length=2000)
    category: Category | None = None

    @model_validator(mode="after")
    def _agree(self) -> ProductLine:
        if fault := self._fault():
            raise ValueError(fault)
        return self

    def _fault(self) -> str:
        listed, asked = self.list_price_krw, self.conditional_price_krw
        paid = self.sale_price_krw or listed
        faults = {
            "상품의 출처는 상품에 번호를 붙인 곳이어야 해요": self.source == IMPORT,
            "이름에 글자가 없어요": not clean(self.name),
            "값이 있다면서 적혀 있지 않아요": self.price_kind is PriceKind.PRICED and not paid,
            "정가가 판매가보다 싸요": bool(listed and paid and listed < paid),
            "조건이 붙은 값과 그 조건은 함께 적어야 해요": (asked is None)
            != (self.price_condition is None),
            "조건이 붙은 값은 판매가보다 싸야 해요": bool(asked and not (paid and asked < paid)),
        }
        return next((fault for fault, is_so in faults.items() if is_so), "")

    def listing(self) -> ProductListing:
        return ProductListing(
            source=self.source,
            product_id=self.id,
            raw_name=self.raw_name or self.name,
            name=clean(self.name),
            role=self.role,
            price_kind=self.price_kind,
            list_price_krw=self.list_price_krw,
            sale_price_krw=self.sale_price_krw,
            brand=self.brand,
            thumbnail_url=self.thumbnail_url,
            product_url=self.product_url,
            category=self.category,
            conditional_price_krw=self.conditional_price_krw,
            price_condition=self.price_condition,
        )


class SlotLine(_Line):
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    end_kind: EndKind = Field(EndKind.GIVEN, strict=False)
    title: str | None = Field(None, min_length=1, max_length=500)
    lineup: int = Field(1, ge=1, le=9)
    products: list[ProductLine] = Field(default_factory=list, max_length=_MOST_PRODUCTS)

    @model_validator(mode="after")
    def _agree(self) -> SlotLine:
        if self.ends_at and not timedelta() < self.ends_at - self.starts_at <= _LONGEST:
            raise ValueError("끝이 시작보다 늦고 하루 안이어야 해요")
        return self

    def listing(self, channel_id: str) -> SlotListing:
        return SlotListing(
            channel_id,
            self.starts_at.astimezone(KST),
            self.ends_at and self.ends_at.astimezone(KST),
            self.end_kind,
            self.title,
            tuple(product.listing() for product in self.products),
            self.lineup,
        )


Line = TypeVar("Line", bound=BaseModel)


class LineError(ValueError):
    """A line that cannot be used, and why, in Korean."""


_REASONS = {
    "missing": "자리가 없어요",
    "json_invalid": "JSON이 아니에요",
    "timezone_aware": "시간대가 적혀 있지 않아요",
}


def validated(kind: type[Line], raw: bytes) -> Line:
    """Return a line as its model; LineError says which field is wrong and why."""
    try:
        return kind.model_validate_json(raw)
    except ValidationError as exc:
        problem = exc.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in problem["loc"])
        if problem["type"] == "value_error":
            reason = problem["msg"].removeprefix("Value error, ")
        else:
            reason = _REASONS.get(problem["type"], "값이 맞지 않아요")
        raise LineError(f"{field} {reason}".strip()) from exc


@dataclass(frozen=True, slots=True)
class ChannelDay:
    """Everything a channel airs on one Korean calendar day; `line` opened it."""

    channel_id: str
    day: date
    slots: tuple[SlotListing, ...]
    line: int = 0

    @property
    def label(self) -> str:
        return f"{self.channel_id} {self.day:%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The products of one category of a mall; `line` opened it."""

    category: str
    products: tuple[ProductListing, ...]
    line: int = 0

    @property
    def label(self) -> str:
        return f"shelf {self.category}"


def feed_lines(
    producer: str, made_at: datetime, blocks: Iterable[ChannelDay | Shelf]
) -> Iterator[str]:
    """Write a feed line by line, without line ends; a field that is not known is left out."""
    yield _json(format=FORMAT, version=VERSION, producer=producer, made_at=_instant(made_at))
    for block in blocks:
        if isinstance(block, ChannelDay):
            day, count = block.day.isoformat(), len(block.slots)
            yield _json(type="day", channel=block.channel_id, day=day, slots=count)
            for slot in block.slots:
                yield _json(type="slot", **_slot(slot))
        else:
            yield _json(type="shelf", category=block.category, products=len(block.products))
            for product in block.products:
                yield _json(type="product", **_product(product))


def _slot(slot: SlotListing) -> dict[str, Any]:
    return {
        "starts_at": _instant(slot.starts_at),
        "ends_at": _instant(slot.ends_at),
        "end_kind": slot.end_kind.value,
        "title": slot.title,
        "lineup": slot.lineup,
        "products": _products(slot.products),
    }


def _products(products: Sequence[ProductListing]) -> list[dict[str, Any]]:
    return [_known(**_product(product)) for product in products]


def _product(product: ProductListing) -> dict[str, Any]:
    return {
        "source": product.source,
        "id": product.product_id,
        "name": product.name,
        "raw_name": product.raw_name if product.raw_name != product.name else None,
        "role": product.role.value,
        "price_kind": product.price_kind.value,
        "list_price_krw": product.list_price_krw,
        "sale_price_krw": product.sale_price_krw,
        "conditional_price_krw": product.conditional_price_krw,
        "price_condition": product.price_condition,
        "brand": product.brand,
        "thumbnail_url": product.thumbnail_url,
        "product_url": product.product_url,
        "category": product.category,
    }


def _instant(instant: datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(KST).isoformat(timespec="seconds")


def _known(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _json(**fields: Any) -> str:
    return json.dumps(_known(**fields), ensure_ascii=False, separators=(",", ":"))
