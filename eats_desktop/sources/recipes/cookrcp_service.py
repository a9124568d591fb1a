"""식약처 COOKRCP01 itself: asked page by page with the user's key, which no message ever holds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import (
    InputError,
    SourceBlockedError,
    SourceChangedError,
    SourceError,
    SourceUnavailableError,
)
from eats_desktop.sources.base import PageRequest
from eats_desktop.sources.recipes.cookrcp import cookrcp_recipes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from eats_desktop.domain.errors import EatsError
    from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
    from eats_desktop.sources.http import Fetcher

NAME = "cookrcp01"
BASE_URL = "http://openapi.foodsafetykorea.go.kr"
_PAGE = 1000
_LAST = 100_000
_GAP_S = 1.0
_KEY = re.compile(r"[A-Za-z0-9]{4,64}")
_DONE, _NOTHING = "INFO-000", "INFO-200"
_BAD_KEY = "식약처 인증키가 맞지 않아요. 식품안전나라에서 받은 키를 확인해 주세요."


class CookrcpService:
    """All recipes of the service, in pages of a thousand."""

    name = "식약처 레시피 서비스"

    def __init__(self, fetcher: Fetcher, key: str | None, base_url: str | None = None) -> None:
        self._fetcher = fetcher
        self._key = key
        self._base_url = base_url or BASE_URL
        self._read = 0
        self._total: int | None = None

    def records(self) -> Generator[WrittenRecipe | BadRow, None, None]:
        """Yield recipe after recipe; InputError without a good key, else as the fetcher's."""
        if self._key is None:
            raise InputError("식약처 인증키가 없어요. EATS_COOKRCP_KEY에 키를 넣어 주세요.")
        if not _KEY.fullmatch(self._key):
            raise InputError(_BAD_KEY)
        yield from cookrcp_recipes(self._rows(self._key))

    def share(self) -> float | None:
        return self._read / self._total if self._total else None

    def _rows(self, key: str) -> Iterator[Any]:
        for first in range(1, _LAST, _PAGE):
            body = self._page(key, first)
            rows = body.get("row")
            if not isinstance(rows, list):
                return
            for row in rows:
                self._read += 1
                yield row
            total = str(body.get("total_count", ""))
            self._total = int(total) if total.isdecimal() else None
            if len(rows) < _PAGE or (self._total is not None and first + _PAGE > self._total):
                return

    def _page(self, key: str, first: int) -> Mapping[str, Any]:
        path = f"/api/{key}/COOKRCP01/json/{first}/{first + _PAGE - 1}"
        try:
            page = self._fetcher.fetch(self._base_url, PageRequest(path), min_interval_s=_GAP_S)
        except SourceError as error:
            raise error from None  # its cause names the address, and the key in it
        self._fetcher.forget(page)
        text = page.body.decode("utf-8", errors="replace")
        body = _body(text)
        code = _code(body)
        if code in (_DONE, _NOTHING):
            return body
        raise _failure(code)


def _body(text: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as exc:
        if "인증키" in text:  # a wrong key is answered with a script that shows a message
            raise InputError(_BAD_KEY) from exc
        raise SourceChangedError("식약처 서비스가 JSON이 아닌 답을 보냈어요") from exc
    inner = document.get("COOKRCP01", document) if isinstance(document, dict) else None
    if not isinstance(inner, dict):
        raise SourceChangedError("식약처 서비스의 답이 아는 꼴이 아니에요")
    return inner


def _code(body: Mapping[str, Any]) -> str:
    result = body.get("RESULT")
    code = result.get("CODE") if isinstance(result, dict) else None
    return code if isinstance(code, str) else _DONE if "row" in body else ""


def _failure(code: str) -> EatsError:
    if code in ("INFO-100", "INFO-400"):
        return InputError(f"{_BAD_KEY} ({code})")
    if code == "INFO-300":
        return SourceBlockedError(f"식약처 서비스를 오늘 물을 수 있는 만큼 물었어요 ({code})")
    if code.startswith(("ERROR-5", "ERROR-6")):
        return SourceUnavailableError(
            f"식약처 서비스에 문제가 있어요. 나중에 다시 해 주세요 ({code})"
        )
    return SourceChangedError(f"식약처 서비스가 모르는 답을 보냈어요 ({code or '코드 없음'})")
