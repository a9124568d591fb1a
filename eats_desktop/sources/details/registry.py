"""The readers of product pages, by source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.sources.details.hmall import HmallDetail
from eats_desktop.sources.details.hnsmall import HnsmallDetail
from eats_desktop.sources.details.kok import KokDetail
from eats_desktop.sources.details.nsmall import NsmallDetail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.sources.details.base import DetailSource
    from eats_desktop.sources.source_table import SourceRow


def build_details(table: Mapping[str, SourceRow]) -> dict[str, DetailSource]:
    found: tuple[DetailSource, ...] = (
        HnsmallDetail(table["hnsmall"]),
        HmallDetail(table["hmall"]),
        NsmallDetail(table["nsmall"]),
        KokDetail(table["kok"]),
    )
    return {source.name: source for source in found}
