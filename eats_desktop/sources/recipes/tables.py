"""CSV files of recipes: which columns make which layout, and rows that are broken."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.written_recipe import BadRow
from eats_desktop.sources.recipes import crawled_csv, open_csv
from eats_desktop.sources.recipes.values import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from eats_desktop.domain.written_recipe import WrittenRecipe

    Row = Mapping[str | None, str | None]
    Read = Callable[[int, Row], WrittenRecipe | BadRow]


class _Layout(NamedTuple):
    needed: frozenset[str]
    recipe_id: str
    read: Read


_LAYOUTS = (
    _Layout(open_csv.NEEDED, "RCP_SNO", open_csv.read_open),
    _Layout(crawled_csv.NEEDED, "index", crawled_csv.read_crawled),
)


def csv_recipes(lines: Iterable[str]) -> Iterator[WrittenRecipe | BadRow]:
    """Read row after row; InputError when the columns are those of no known layout."""
    table = csv.DictReader(line.replace("\0", "") for line in lines)
    layout = _layout(frozenset(table.fieldnames or ()))
    number = 0
    while True:
        number += 1
        try:
            row: Row = next(table)
        except StopIteration:
            return
        except csv.Error:
            yield BadRow(number, None, "줄을 읽지 못했어요")
        else:
            is_whole = all(isinstance(text, str) for text in row.values())
            yield layout.read(number, row) if is_whole else _torn(number, row, layout)


def _layout(columns: frozenset[str]) -> _Layout:
    for layout in _LAYOUTS:
        if layout.needed <= columns:
            return layout
    missing = min((layout.needed - columns for layout in _LAYOUTS), key=len)
    raise InputError("레시피 파일의 열이 맞지 않아요: " + ", ".join(sorted(missing)))


def _torn(number: int, row: Row, layout: _Layout) -> BadRow:
    """Return a row with too few texts (DictReader gives None) or too many (gives a list)."""
    return BadRow(number, words(row.get(layout.recipe_id)), "열의 수가 맞지 않아요")
