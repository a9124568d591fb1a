"""Where a schedule feed lies: a file, a folder of files, or an address."""

from __future__ import annotations

import gzip
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, urlsplit

from eats_desktop.domain.errors import InputError
from eats_desktop.sources.base import PageRequest
from eats_desktop.sources.feed_reader import FeedReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ENDINGS = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """A feed on a server: the site, and the page on it."""

    base_url: str
    request: PageRequest


def feed_place(location: str) -> FeedAddress | Path:
    """Read a location; InputError for an address that is not safe to take a schedule from."""
    parts = urlsplit(location)
    if parts.scheme not in ("http", "https"):
        return Path(location).expanduser()
    if not parts.hostname or (parts.scheme == "http" and parts.hostname not in _LOOPBACK):
        raise InputError(f"편성 피드 주소는 https여야 해요: {location}")
    if parts.username or parts.fragment:
        raise InputError(f"편성 피드 주소에 쓸 수 없는 것이 있어요: {location}")
    params = tuple(parse_qsl(parts.query, keep_blank_values=True))
    request = PageRequest(parts.path or "/", params)
    return FeedAddress(f"{parts.scheme}://{parts.netloc}", request)


@dataclass(frozen=True, slots=True)
class FeedFiles:
    """The feeds to read, the newest last, and why others of the folder are none."""

    paths: tuple[Path, ...]
    problems: tuple[str, ...] = ()


def feed_files(place: Path) -> FeedFiles:
    """Return the file, or of a folder the newest feed of every producer.

    InputError when there is nothing to read.
    """
    if place.is_file():
        return FeedFiles((place,))
    if not place.is_dir():
        raise InputError(f"편성 피드가 없어요: {place}")
    newest: dict[str, tuple[float, Path]] = {}
    problems: list[str] = []
    for path in sorted(p for p in place.iterdir() if p.name.endswith(_ENDINGS) and p.is_file()):
        try:
            with opened_feed(path) as stream:
                header = FeedReader(stream, ()).header
        except InputError as exc:
            problems.append(f"{path.name}: {exc.detail}")
            continue
        known = newest.get(header.producer)
        if known is None or header.made_at.timestamp() >= known[0]:
            newest[header.producer] = (header.made_at.timestamp(), path)
    if not newest:
        raise InputError(f"폴더에 읽을 수 있는 편성 피드(.jsonl)가 없어요: {place}")
    return FeedFiles(tuple(path for _, path in sorted(newest.values())), tuple(problems))


@contextmanager
def opened_feed(path: Path) -> Iterator[BinaryIO]:
    """Open a feed, also a gzipped one; InputError when it cannot be read to its end."""
    try:
        with path.open("rb") as plain:
            if path.suffix == ".gz":
                with gzip.open(plain) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield plain
    except (OSError, EOFError, zlib.error) as exc:
        raise InputError(f"편성 피드를 읽지 못했어요: {path.name}: {exc}") from exc
