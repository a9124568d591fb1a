"""One file with all that mending a source needs, and nothing of the shopper's own."""

from __future__ import annotations

import json
import platform
import zipfile
from dataclasses import asdict
from typing import TYPE_CHECKING

from eats_desktop import __version__
from eats_desktop.domain.errors import InputError
from eats_desktop.sources.fixture_draft import drafts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from eats_desktop.app.container import Container
    from eats_desktop.app.doctor import Check


def export_diagnostics(box: Container, checks: Sequence[Check], target: Path) -> int:
    """Write versions, checks, source states, the shop's table, refused pages and fixture drafts.

    Returns how many pages are in it. An existing file is never written over.
    """
    pages = box.quarantine.pages()
    try:
        with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("about.json", _json(_about(box, checks)))
            archive.writestr(
                "sources.json", _json([asdict(card) for card in box.source_service.cards()])
            )
            own = box.data_dir / "sources.toml"
            if own.is_file():
                archive.write(own, "sources.toml")
            for page in pages:
                stem = f"quarantine/{page.report.parent.name}/{page.report.stem}"
                archive.writestr(f"{stem}.body", page.content())
                archive.write(page.report, f"{stem}.json")
            for draft in drafts(pages):
                for name, content in draft.files.items():
                    archive.writestr(f"fixtures/{draft.source}/{name}", content)
    except FileExistsError as exc:
        raise InputError(f"이미 있는 파일이에요: {target}") from exc
    except OSError as exc:
        raise InputError(f"파일을 쓰지 못했어요: {target} ({exc.strerror})") from exc
    return len(pages)


def _about(box: Container, checks: Sequence[Check]) -> dict[str, object]:
    return {
        "program_version": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "made_at": box.clock.now().isoformat(),
        "parsers": {name: source.info.version for name, source in box.sources.items()},
        "checks": [asdict(check) for check in checks if check.name != "open"],
    }


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, default=str)
