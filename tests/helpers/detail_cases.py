"""Fixtures of product pages: what must be read from them, one case per `.expected.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceError
from eats_desktop.paths import resources
from eats_desktop.sources.base import Page
from eats_desktop.sources.details.registry import build_details
from eats_desktop.sources.source_table import load_source_table

FIXTURES = Path(__file__).parents[1] / "sources" / "detail_fixtures"
TABLE = load_source_table(resources() / "sources.toml")
DETAILS = build_details(TABLE)
NOW = datetime(2026, 11, 25, 14, tzinfo=KST)


@dataclass(frozen=True)
class Case:
    source: str
    name: str
    said: dict

    @property
    def kind(self):
        return self.said["kind"]

    @property
    def folder(self):
        return FIXTURES / self.source


def cases(source):
    return [
        Case(source, path.name.removesuffix(".expected.json"), json.loads(path.read_text("utf-8")))
        for path in sorted((FIXTURES / source).glob("*.expected.json"))
    ]


def page_of(path):
    return Page(f"https://site.example/{path.name}", 200, path.read_bytes(), "text/html", NOW)


def reading(case):
    """The product page of a case as its reader sees it."""
    source, said = DETAILS[case.source], case.said
    first, *more = (page_of(case.folder / name) for name in said["pages"])
    found = source.parse(first, said["product"])
    for page in more:
        found = source.with_description(found, page)
    return found


def read(case):
    """Run the pure parse over the pages of a case and return what it says, as lines."""
    source, said = DETAILS[case.source], case.said
    asked = [source.request(said["product"])]
    if len(said["pages"]) > 1:
        asked.append(source.more_pictures(said["product"]))
    lines = {"asked": [_asked(request) for request in asked]}
    try:
        found = reading(case)
    except SourceError as error:
        return {**lines, "error": f"{type(error).__name__} {error.detail.split()[0]}"}
    if found.report.findings:
        lines["found"] = [f"{f.code} {f.severity.value}" for f in found.report.findings]
    return {**lines, **_detail_lines(found.detail)}


def read_pages(source, product_id, folder, pages):
    return read(Case(source, "", {"product": product_id, "pages": [folder / p for p in pages]}))


def _asked(request):
    params = "&".join(f"{key}={value}" for key, value in request.params)
    return f"{request.base_url or ''}{request.path}?{params}".rstrip("?")


def _shares_line(shares):
    stars = " ".join(map(str, shares.stars))
    return ", ".join(filter(None, (stars, *(f"{word} {n}" for word, n in shares.aspects))))


def _detail_lines(detail):
    price = f"{detail.price_kind.value} {detail.list_price_krw}/{detail.sale_price_krw}"
    lines = {
        "ended": detail.is_ended,
        "price": price,
        "delivery": f"{detail.delivery} ({detail.delivery_fee_krw})",
        "reviews": f"{detail.rating} ({detail.review_count})",
        "shares": _shares_line(detail.shares),
        "seller": detail.seller,
        "images": list(detail.image_urls),
        "facts": [f"{fact.label}: {fact.value}" for fact in detail.facts],
    }
    empty = {"ended": False, "delivery": "None (None)", "reviews": "None (None)"}
    return {name: value for name, value in lines.items() if value and value != empty.get(name)}
