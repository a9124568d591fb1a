"""Fixtures of a source: pages with what must be read from them, one case per `.expected.json`.

A case names its kind, the task and the moment, and the pages in the order they are asked for. What
is expected is written as lines, so that a person can check them against the page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceError
from eats_desktop.paths import resources
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.channels import load_channels
from eats_desktop.sources.registry import build_sources
from eats_desktop.sources.source_table import load_source_table

FIXTURES = Path(__file__).parents[1] / "sources" / "fixtures"
CHANNELS = load_channels(resources() / "channels.toml")
TABLE = load_source_table(resources() / "sources.toml")
SOURCES = build_sources(CHANNELS, TABLE, {})


@dataclass(frozen=True)
class Case:
    source: str
    name: str
    folder: Path
    said: dict

    @property
    def kind(self):
        return self.said["kind"]

    @property
    def context(self):
        day = self.said.get("day")
        task = CrawlTask(
            self.source,
            self.name,
            self.said.get("channel") or next(iter(SOURCES[self.source].info.channel_ids), None),
            date.fromisoformat(day) if day else None,
            self.said.get("category"),
        )
        return CrawlContext(task, datetime.fromisoformat(self.said["now"]).replace(tzinfo=KST))


def cases(source):
    folder = FIXTURES / source
    return [
        Case(
            source,
            path.name.removesuffix(".expected.json"),
            folder,
            json.loads(path.read_text("utf-8")),
        )
        for path in sorted(folder.glob("*.expected.json"))
    ]


def read(case):
    """Run the pure parse over the pages of a case and return what it says, as lines."""
    variant = case.said.get("variant")
    source = build_sources(CHANNELS, TABLE, {case.source: variant})[case.source]
    asked = []
    try:
        result = _crawl(source.crawl(case.context), case, asked)
    except SourceError as error:
        return {"asked": asked, "error": f"{type(error).__name__} {error.detail.split()[0]}"}
    lines = {
        "asked": asked,
        "found": [f"{f.code} {f.severity.value}" for f in result.report.findings],
        "windows": [
            f"{w.channel_id} {_at(w.starts_at)} – {_at(w.ends_at)}" for w in result.windows
        ],
        "slots": [line for slot in result.slots for line in _slot_lines(slot)],
        "products": [line for product in result.products for line in _product_lines(product)],
        "numbers": result.channel_numbers,
    }
    return {name: value for name, value in lines.items() if value or name in ("asked", "slots")}


def _crawl(steps, case, asked):
    request = next(steps)
    for name in case.said["pages"]:
        params = "&".join(f"{key}={value}" for key, value in request.params)
        asked.append(f"{request.path}?{params}".rstrip("?"))
        body = (case.folder / name).read_bytes()
        page = Page(f"https://site.example/{name}", 200, body, "text/html", case.context.now)
        try:
            request = steps.send(page)
        except StopIteration as done:
            assert name == case.said["pages"][-1], "pages were left over"
            return done.value
    raise AssertionError(f"one more page is asked for: {request}")


def _slot_lines(slot):
    times = f"{_at(slot.starts_at)} – {_at(slot.ends_at)} {slot.end_kind.value}"
    beside = f" (line-up {slot.lineup})" if slot.lineup != 1 else ""
    return [f"{slot.channel_id} {times} | {slot.title or '-'}{beside}"] + [
        f"  {line}" for product in slot.products for line in _product_lines(product)
    ]


def _product_lines(product):
    price = f"{product.price_kind.value} {product.list_price_krw}/{product.sale_price_krw}"
    if product.conditional_price_krw is not None:
        price += f" ({product.price_condition} {product.conditional_price_krw})"
    head = f"{product.role.value} {product.source}:{product.product_id} {product.name}"
    return [
        f"{head} | {price} | {product.brand or '-'}",
        f"    {product.thumbnail_url} {product.product_url}",
    ]


def _at(instant):
    return "?" if instant is None else f"{instant.astimezone(KST):%m-%d %H:%M}"
