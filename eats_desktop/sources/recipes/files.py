"""Recipe files: which layout each has, and which of them belong together."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import InputError
from eats_desktop.sources.recipes.cookrcp import cookrcp_recipes, is_cookrcp
from eats_desktop.sources.recipes.json_rows import json_rows
from eats_desktop.sources.recipes.mafra import Table, mafra_recipes, table_of
from eats_desktop.sources.recipes.tables import csv_recipes
from eats_desktop.sources.recipes.text_file import TextFile

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe

_HEAD = 1 << 12
_LARGEST_PAGE = 8 << 20


class Form(StrEnum):
    AUTO = "auto"
    MANGAE = "mangae"
    COOKRCP = "cookrcp"
    MAFRA = "mafra"
    SCHEMA_ORG = "schemaorg"


class RecipeFile:
    """One file of one layout, or the tables of 농림축산식품 together."""

    def __init__(self, name: str, form: Form, parts: dict[Table | None, TextFile]) -> None:
        self.name = name
        self._form = form
        self._parts = parts

    def records(self) -> Generator[WrittenRecipe | BadRow, None, None]:
        """Yield the recipes one after the other; InputError where the file cannot be read."""
        if self._form is Form.MAFRA:
            yield from mafra_recipes({t: _rows(part) for t, part in self._parts.items() if t})
            return
        with self._parts[None].open() as file:
            if self._form is Form.COOKRCP:
                yield from cookrcp_recipes(json_rows(file))
            elif self._form is Form.SCHEMA_ORG:
                from eats_desktop.sources.recipes.schema_org import (  # noqa: PLC0415  loads bs4
                    saved_recipe,
                )

                yield saved_recipe(_page(file.read(_LARGEST_PAGE + 1)))
            else:
                yield from csv_recipes(file)

    def share(self) -> float | None:
        """Return how much has been read, None when that is not known."""
        return self._parts[None].share() if None in self._parts else None


def recipe_files(paths: Sequence[Path], form: str = Form.AUTO) -> tuple[RecipeFile, ...]:
    """Return what to import, in order; InputError names a file that is none of ours."""
    if form not in [*Form]:
        raise InputError(f"모르는 형식이에요: {form} (있는 것: {', '.join(Form)})")
    found: list[RecipeFile] = []
    tables: dict[Table | None, TextFile] = {}
    names: list[str] = []
    for path in paths:
        text = TextFile(path)
        layout = _layout(path, text, Form(form))
        if not isinstance(layout, Table):
            found.append(RecipeFile(path.name, layout, {None: text}))
        elif layout in tables:
            raise InputError(
                f"농림축산식품 레시피의 '{layout.value}' 파일이 두 개예요: {path.name}"
            )
        else:
            tables[layout] = text
            names.append(path.name)
    if tables:
        found.append(RecipeFile(", ".join(names), Form.MAFRA, tables))
    return tuple(found)


def _layout(path: Path, text: TextFile, form: Form) -> Form | Table:
    if form in (Form.MANGAE, Form.COOKRCP, Form.SCHEMA_ORG):
        return form
    with text.open() as file:
        head = file.read(_HEAD).lstrip()
    if head.startswith("<"):
        return Form.SCHEMA_ORG
    if not head.startswith(("{", "[")):
        return Form.MANGAE
    row = _first_row(text)
    layout = table_of(row) or (Form.COOKRCP if is_cookrcp(row) else None)
    if layout is None and ("@type" in row or '"@type"' in head or '"@graph"' in head):
        layout = Form.SCHEMA_ORG
    if layout is None:
        raise InputError(f"모르는 JSON 파일이에요: {path.name}")
    return layout


def _first_row(text: TextFile) -> dict[str, Any]:
    """Return the first object of the rows, an empty one when there are none."""
    with text.open() as file:
        try:
            row = next(json_rows(file), None)
        except InputError:
            return {}
    return row if isinstance(row, dict) else {}


def _rows(text: TextFile) -> Iterator[Any]:
    with text.open() as file:
        yield from json_rows(file)


def _page(text: str) -> str:
    if len(text) > _LARGEST_PAGE:
        raise InputError("레시피 페이지로는 너무 큰 파일이에요.")
    return text
