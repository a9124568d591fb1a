"""A recipe from the address of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.sources.base import PageRequest
from eats_desktop.sources.recipes.addresses import require_public, site_and_path
from eats_desktop.sources.recipes.schema_org import page_recipe

if TYPE_CHECKING:
    from collections.abc import Generator

    from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
    from eats_desktop.sources.http import Fetcher

NAME = "recipe_pages"
"""As in settings: with a base_url there, it stands for the sites of all pages."""

_GAP_S = 2.0


class RecipePage:
    """Asked once, politely; of the page nothing but its recipe is kept."""

    def __init__(self, address: str, fetcher: Fetcher, base_url: str | None = None) -> None:
        self.name = address
        self._fetcher = fetcher
        self._base_url = base_url

    def records(self) -> Generator[WrittenRecipe | BadRow, None, None]:
        """Yield the one recipe; InputError for a private address, SourceError as the fetcher's."""
        site, path = site_and_path(self.name)
        if self._base_url is None:
            require_public(site)
        request = PageRequest(path, accept="html")
        page = self._fetcher.fetch(self._base_url or site, request, min_interval_s=_GAP_S)
        self._fetcher.forget(page)
        html = page.body.decode(_encoding(page.content_type), errors="replace")
        yield page_recipe(html, self.name.partition("#")[0])

    def share(self) -> float | None:
        return None


def _encoding(content_type: str) -> str:
    is_old = any(name in content_type.lower() for name in ("euc-kr", "cp949", "ks_c_5601"))
    return "cp949" if is_old else "utf-8"
