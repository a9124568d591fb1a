"""The sources as this installation has them: table, shop's own values, settings, cards."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.sync_report import SourceState
from eats_desktop.paths import resources
from eats_desktop.services.source_service import SourceCard
from eats_desktop.sources.feed_format import IMPORT
from eats_desktop.sources.source_table import load_source_table, overridden_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from eats_desktop.domain.sync_report import SourceDay
    from eats_desktop.services.settings import Settings
    from eats_desktop.sources.base import Source
    from eats_desktop.sources.channels import ChannelTable
    from eats_desktop.sources.http import FetchPolicy
    from eats_desktop.sources.source_table import SourceRow


class SourceDesk:
    """A shop's table that cannot be used is left out whole, and `table_problem` says why.

    `asked_today` tells how often an address was asked; it opens nothing.
    """

    def __init__(
        self,
        data_dir: Path,
        channels: ChannelTable,
        settings: Callable[[], Settings],
        sources: Callable[[], Mapping[str, Source]],
        asked_today: Callable[[str], int],
    ) -> None:
        self._channels = channels
        self._settings = settings
        self._sources = sources
        self._asked_today = asked_today
        shipped, own = resources() / "sources.toml", data_dir / "sources.toml"
        self.table_problem = ""
        self._overridden: dict[str, tuple[str, ...]] = {}
        try:
            self.table: dict[str, SourceRow] = load_source_table(shipped, own)
            self._overridden = overridden_fields(own)
        except InputError as error:
            self.table = load_source_table(shipped)
            self.table_problem = error.detail

    def is_enabled(self, name: str) -> bool:
        """Follow the settings, else the table; another feed may be all that is wanted."""
        settings = self._settings()
        if name != IMPORT and settings.feed.only and settings.feed.location:
            return False
        chosen = settings.source(name).enabled
        row = self.table.get(name)
        return chosen if chosen is not None else row is None or row.enabled

    def title(self, name: str) -> str:
        """Return what a source is called on screens."""
        row = self.table.get(name)
        return name if row is None else row.title

    def base_url(self, source: Source) -> str:
        return self._settings().source(source.info.name).base_url or source.info.base_url

    def mark(self, source: Source) -> str:
        """Return what changes with the parser, the table's row or the source's settings."""
        name = source.info.name
        row = self.table.get(name)
        parts = (
            str(source.info.version),
            self.base_url(source),
            "" if row is None else row.model_dump_json(),
            self._settings().source(name).model_dump_json(),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def host_budgets(self) -> dict[str, int]:
        """Return the daily budgets that the table gives to single hosts; the smallest holds."""
        budgets: dict[str, int] = {}
        for name, row in self.table.items():
            if row.daily_budget is None:
                continue
            own = self._settings().source(name).base_url
            pages = (page.base_url for page in row.page.values())
            for address in (own or row.base_url, *(() if own else pages)):
                if address is not None:
                    host = urlsplit(address).netloc
                    budgets[host] = min(row.daily_budget, budgets.get(host, row.daily_budget))
        return budgets

    def fetch_policy(self) -> FetchPolicy:
        """Return how polite and patient the fetcher is by the settings in force now."""
        from eats_desktop.sources.http import FetchPolicy  # noqa: PLC0415  loads requests

        sync = self._settings().sync
        return FetchPolicy(
            request_interval_s=sync.request_interval_s,
            connect_timeout_s=sync.connect_timeout_s,
            read_timeout_s=sync.read_timeout_s,
            retries=sync.retries,
            retry_wait_s=sync.retry_wait_s,
            daily_budget=sync.daily_budget,
            host_budgets=self.host_budgets(),
            respect_robots=sync.respect_robots,
        )

    def cards(
        self, states: tuple[SourceState, ...], days: tuple[SourceDay, ...]
    ) -> tuple[SourceCard, ...]:
        known = {state.name: state for state in states}
        return tuple(
            self._card(source, known.get(name, SourceState(name)), days)
            for name, source in self._sources().items()
        )

    def _card(self, source: Source, state: SourceState, days: tuple[SourceDay, ...]) -> SourceCard:
        info = source.info
        row = self.table.get(info.name)
        address = self.base_url(source)
        return SourceCard(
            name=info.name,
            title=info.title,
            base_url=address,
            enabled=self.is_enabled(info.name),
            channel_names=tuple(map(self._channels.name, info.channel_ids)),
            state=state,
            channel_ids=info.channel_ids,
            rank=info.rank,
            horizon_days=info.horizon_days,
            version=info.version,
            experimental=row is not None and row.experimental,
            overridden=self._overridden.get(info.name, ()),
            requests_today=self._asked_today(address),
            days=tuple(d for d in days if d.source == info.name),
        )
