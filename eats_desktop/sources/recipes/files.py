"""Opens a recipe file: which format and which writing of Korean it has."""

from __future__ import annotations

import codecs
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError
from eats_desktop.sources.recipes.cookrcp import cookrcp_recipes
from eats_desktop.sources.recipes.open_csv import open_csv_recipes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe

FORMATS = ("auto", "mangae", "cookrcp")
_CHUNK = 1 << 20
_ENCODINGS = ("utf-8-sig", "cp949")


@contextmanager
def open_recipes(path: Path, form: str = "auto") -> Iterator[Iterator[WrittenRecipe | BadRow]]:
    """Yield the recipes of a file one after the other; InputError when it is no such file."""
    try:
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="") as file:
            if form == "auto":
                form = "cookrcp" if file.read(1) in "{[" else "mangae"
                file.seek(0)
            yield cookrcp_recipes(json.load(file)) if form == "cookrcp" else open_csv_recipes(file)
    except OSError as exc:
        raise InputError(f"파일을 열지 못했어요: {path.name}: {exc.strerror}") from exc
    except json.JSONDecodeError as exc:
        raise InputError(f"JSON 파일을 읽지 못했어요: {path.name}: {exc}") from exc


def _encoding(path: Path) -> str:
    """Return the first writing the whole file can be read in."""
    for encoding in _ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise InputError(f"글자를 읽지 못했어요. UTF-8이나 CP949로 저장해 주세요: {path.name}")
