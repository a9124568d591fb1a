"""Keeps pages that could not be believed, with the reason, so that a parser can be mended."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eats_desktop import __version__

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from pathlib import Path

    from eats_desktop.domain.errors import SourceError
    from eats_desktop.sources.base import CrawlTask, Page, SourceInfo

_KEPT = 20
_UNSAFE = re.compile(r"[^0-9A-Za-z_-]")


@dataclass(frozen=True, slots=True)
class QuarantinedPage:
    body: Path
    report: Path

    def content(self) -> bytes:
        return gzip.decompress(self.body.read_bytes())

    def said(self) -> dict[str, Any]:
        """Return the report."""
        said: dict[str, Any] = json.loads(self.report.read_text("utf-8"))
        return said


class Quarantine:
    """A folder per source: a gzipped body beside a JSON report, the newest twenty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(
        self,
        info: SourceInfo,
        task: CrawlTask,
        page: Page,
        error: SourceError,
        *,
        fingerprint: str = "",
    ) -> QuarantinedPage:
        """Keep one page of a crawl; `fingerprint` is its schema's, where it could be parsed."""
        folder = self._folder / _UNSAFE.sub("_", info.name)
        folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(page.body).hexdigest()
        stem = f"{page.fetched_at:%Y%m%dT%H%M%S}-{_UNSAFE.sub('_', task.key)}-{digest[:8]}"
        kept = QuarantinedPage(folder / f"{stem}.body.gz", folder / f"{stem}.json")
        kept.body.write_bytes(gzip.compress(page.body))
        report = {
            "source": info.name,
            "parser_version": info.version,
            "task": task.key,
            "channel": task.channel_id,
            "day": None if task.day is None else task.day.isoformat(),
            "category": task.category,
            "url": page.url,
            "status": page.status,
            "content_type": page.content_type,
            "sha256": digest,
            "fetched_at": page.fetched_at.isoformat(),
            "code": error.code,
            "finding": error.detail,
            "fingerprint": fingerprint,
            "program_version": __version__,
        }
        kept.report.write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
        self._drop_oldest(folder)
        return kept

    def pages(self) -> tuple[QuarantinedPage, ...]:
        """Return what is kept, newest first."""
        reports = sorted(self._folder.glob("*/*.json"), key=lambda path: path.name, reverse=True)
        return tuple(QuarantinedPage(r.with_name(f"{r.stem}.body.gz"), r) for r in reports)

    def prune(self, now: datetime, keep: timedelta) -> None:
        for page in self.pages():
            if now.timestamp() - page.report.stat().st_mtime > keep.total_seconds():
                self._drop(page)

    def _drop_oldest(self, folder: Path) -> None:
        reports = sorted(folder.glob("*.json"), reverse=True)
        for report in reports[_KEPT:]:
            self._drop(QuarantinedPage(report.with_name(f"{report.stem}.body.gz"), report))

    @staticmethod
    def _drop(page: QuarantinedPage) -> None:
        page.body.unlink(missing_ok=True)
        page.report.unlink(missing_ok=True)
