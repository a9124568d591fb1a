"""Turns pages that could not be believed into the draft of a fixture case, for whoever mends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from eats_desktop.sources.quarantine import QuarantinedPage


@dataclass(frozen=True, slots=True)
class FixtureDraft:
    """A case as tests/sources/fixtures/<source>/ holds it: files by name, without their folder."""

    source: str
    name: str
    files: dict[str, bytes]

    def write(self, folder: Path) -> Path:
        """Write below `folder`/<source>; return the case file."""
        target = folder / self.source
        target.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (target / name).write_bytes(content)
        return target / f"{self.name}.expected.json"


def draft_of(report: dict[str, Any], bodies: Sequence[bytes]) -> FixtureDraft:
    """Return the draft of one crawl: its bodies in the order they came, and what to fill in.

    The content is the site's own and must be replaced by invented content before it is shared.
    """
    asked_at = datetime.fromisoformat(report["fetched_at"])
    name = f"drift_{asked_at:%Y%m%d_%H%M%S}_{report['sha256'][:6]}"
    kind = "html" if bodies and bodies[0].lstrip()[:1] == b"<" else "json"
    numbers = [""] if len(bodies) == 1 else [f".{n + 1}" for n in range(len(bodies))]
    pages = {f"{name}{n}.{kind}": body for n, body in zip(numbers, bodies, strict=True)}
    said = {
        "about": f"{report['finding']} (읽는 방법 {report['parser_version']}판)",
        "kind": "drift",
        "now": f"{asked_at:%Y-%m-%dT%H:%M:%S}",
        "channel": report.get("channel"),
        "day": report.get("day"),
        "category": report.get("category"),
        "pages": list(pages),
        "expects": {"asked": [], "error": report["finding"]},
    }
    known = {key: value for key, value in said.items() if value is not None}
    text = json.dumps(known, ensure_ascii=False, indent=1)
    return FixtureDraft(
        report["source"], name, {**pages, f"{name}.expected.json": text.encode() + b"\n"}
    )


def drafts(pages: Sequence[QuarantinedPage]) -> tuple[FixtureDraft, ...]:
    """Return one draft for each crawl that was kept; pages of one crawl lie in time order."""
    crawls: dict[tuple[str, str, str, str], list[QuarantinedPage]] = {}
    for page in sorted(pages, key=lambda page: page.report.name):
        said = page.said()
        day = said["fetched_at"][:16]
        crawls.setdefault((said["source"], said["task"], said["finding"], day), []).append(page)
    return tuple(
        draft_of(found[0].said(), [page.content() for page in found]) for found in crawls.values()
    )
