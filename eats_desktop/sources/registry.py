"""The list of sources: a new one is a file, a line here, a row in the source table and fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.sources.btv_guide import BtvGuide
from eats_desktop.sources.hmall import Hmall
from eats_desktop.sources.hnsmall import Hnsmall
from eats_desktop.sources.kok import Kok
from eats_desktop.sources.nsmall import Nsmall
from eats_desktop.sources.uplus_guide import UplusGuide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.sources.base import Source
    from eats_desktop.sources.channels import ChannelTable
    from eats_desktop.sources.source_table import SourceRow


def build_sources(
    channels: ChannelTable, table: Mapping[str, SourceRow], variants: Mapping[str, str | None]
) -> dict[str, Source]:
    """Return every source by name, sellers first; `variants` chooses among documented addresses."""
    sources: tuple[Source, ...] = (
        Hnsmall(table["hnsmall"]),
        Hmall(table["hmall"], variants.get("hmall")),
        Nsmall(table["nsmall"]),
        BtvGuide(table["btv_guide"], channels),
        UplusGuide(table["uplus_guide"], channels),
        Kok(table["kok"]),
    )
    return {source.info.name: source for source in sources}
