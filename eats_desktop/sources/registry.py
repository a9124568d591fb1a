"""The list of sources: a new one is a file, a line here, a row in the source table and fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.sources.btv_guide import BtvGuide
from eats_desktop.sources.cjonstyle import Cjonstyle
from eats_desktop.sources.gongyoung import Gongyoung
from eats_desktop.sources.gsshop import Gsshop
from eats_desktop.sources.hmall import Hmall
from eats_desktop.sources.hnsmall import Hnsmall
from eats_desktop.sources.kok import Kok
from eats_desktop.sources.kshop import Kshop
from eats_desktop.sources.lotteimall import Lotteimall
from eats_desktop.sources.nsmall import Nsmall
from eats_desktop.sources.shinsegae import Shinsegae
from eats_desktop.sources.shoppingnt import Shoppingnt
from eats_desktop.sources.skstoa import Skstoa
from eats_desktop.sources.uplus_guide import UplusGuide
from eats_desktop.sources.wshopping import Wshopping

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
        Lotteimall(table["lotteimall"]),
        Cjonstyle(table["cjonstyle"]),
        Kshop(table["kshop"]),
        Gongyoung(table["gongyoung"]),
        Gsshop(table["gsshop"]),
        Shinsegae(table["shinsegae"]),
        Skstoa(table["skstoa"]),
        Wshopping(table["wshopping"]),
        Shoppingnt(table["shoppingnt"], variants.get("shoppingnt")),
        BtvGuide(table["btv_guide"], channels),
        UplusGuide(table["uplus_guide"], channels),
        Kok(table["kok"]),
    )
    return {source.info.name: source for source in sources}
