"""The source table: where each site is asked, how and how often; editable without a new build."""

from __future__ import annotations

import string
import tomllib
from datetime import date  # noqa: TC003  the model is checked against it
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from eats_desktop.domain.errors import InputError
from eats_desktop.sources.base import PageRequest, SourceInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PLACEHOLDERS = frozenset({"day", "code", "page", "id", "id_base64"})


def _template(value: str) -> str:
    """Refuse what `str.format` could not fill, before a synchronisation finds out."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
    except ValueError as exc:
        raise ValueError(f"중괄호가 맞지 않아요: {value}") from exc
    if unknown := sorted(names - _PLACEHOLDERS):
        raise ValueError(f"모르는 자리 이름이에요: {', '.join(unknown)}")
    return value


Template = Annotated[str, AfterValidator(_template)]
HttpsAddress = Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageAddress(_Strict):
    """One kind of page; placeholders such as `{day:%Y%m%d}` and `{code}` are filled per request."""

    path: Annotated[Template, Field(pattern=r"^/")]
    params: dict[str, Template] = Field(default_factory=dict)
    headers: dict[str, str] = Field(default_factory=dict)
    accept: Literal["json", "html", "xml"] = "json"
    method: Literal["GET", "POST"] = "GET"
    base_url: HttpsAddress | None = None
    """Where these pages are when they are not with the others of their site."""


class SourceRow(_Strict):
    """What the table says of one site."""

    title: str = Field(min_length=1)
    base_url: HttpsAddress
    enabled: bool = True
    """Off until the shop or the shopper turns it on, in the table or in the settings."""
    experimental: bool = False
    """Read from old or indirect evidence: its first failure is no surprise."""
    horizon_days: int = Field(ge=1, le=14)
    rank: int = Field(ge=1, le=99)
    min_interval_s: float = Field(1.5, ge=1.5)
    daily_budget: int | None = Field(None, ge=1, le=400)
    """Requests a day, where less than the setting for all hosts is fitting."""
    channels: dict[str, str] = Field(default_factory=dict)
    """Our channel id: what the site calls it; guides, which know all channels, name none."""
    categories: tuple[str, ...] = ()
    """The shelves of a mall."""
    page: dict[str, PageAddress]

    def info(
        self, name: str, version: int, channel_ids: tuple[str, ...] | None = None
    ) -> SourceInfo:
        """Return the row as its adapter's SourceInfo; `version` is the parser's."""
        return SourceInfo(
            name=name,
            version=version,
            title=self.title,
            base_url=self.base_url,
            channel_ids=tuple(self.channels) if channel_ids is None else channel_ids,
            horizon_days=self.horizon_days,
            rank=self.rank,
            min_interval_s=self.min_interval_s,
        )

    def request(
        self, kind: str, /, *, day: date | None = None, body: bytes | None = None, **values: str
    ) -> PageRequest:
        """Return the request of one kind of page with its placeholders filled."""
        address = self.page[kind]
        filled: dict[str, Any] = {**values, **({} if day is None else {"day": day})}
        return PageRequest(
            path=address.path.format(**filled),
            params=tuple((name, value.format(**filled)) for name, value in address.params.items()),
            headers=address.headers,
            accept=address.accept,
            method=address.method,
            body=body,
            base_url=address.base_url,
        )


def load_source_table(shipped: Path, override: Path | None = None) -> dict[str, SourceRow]:
    """Read the shipped table, then a shop's own over it.

    Fields of a source and of a page are replaced one by one, `params` and `headers` as a whole.
    Raises InputError naming the file, the source and the field that cannot be used.
    """
    rows = _rows(shipped)
    if override is not None and override.is_file():
        for name, own in _rows(override).items():
            if name not in rows:
                raise InputError(f"{override.name}: 모르는 출처예요: {name}")
            pages = {**rows[name]["page"]}
            for page, address in own.get("page", {}).items():
                pages[page] = {**pages.get(page, {}), **address}
            rows[name] = {**rows[name], **own, "page": pages}
    return {name: _row(name, row) for name, row in rows.items()}


def overridden_fields(override: Path) -> dict[str, tuple[str, ...]]:
    """Return which fields a shop's own table replaces, by source: "base_url", "page.list.path"."""
    if not override.is_file():
        return {}
    return {name: tuple(_fields(row)) for name, row in _rows(override).items()}


def _fields(row: Mapping[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        if name != "page":
            yield name
            continue
        for kind, address in value.items():
            yield from (f"page.{kind}.{field}" for field in address)


def _rows(path: Path) -> dict[str, dict[str, Any]]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise InputError(f"출처 표를 읽지 못했어요: {path.name}: {exc}") from exc
    for name, row in rows.items():
        pages = row.get("page", {}) if isinstance(row, dict) else None
        if not isinstance(pages, dict) or not all(isinstance(p, dict) for p in pages.values()):
            raise InputError(f"출처 표를 읽지 못했어요: {path.name}: {name}")
    return rows


def _row(name: str, row: Mapping[str, Any]) -> SourceRow:
    try:
        return SourceRow.model_validate(row)
    except ValidationError as exc:
        problem = exc.errors()[0]
        field = ".".join(str(part) for part in (name, *problem["loc"]))
        raise InputError(f"출처 표의 {field} 값이 맞지 않아요: {problem['msg']}") from exc
