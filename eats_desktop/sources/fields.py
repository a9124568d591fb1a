"""Fields of JSON rows, read without trusting what stands in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any


def child(value: Any, name: str) -> Any:
    """Return a field of an object, None when there is no object or no field."""
    return value.get(name) if isinstance(value, dict) else None


def text(value: Any, name: str) -> str:
    """Return a field as text, empty when it is absent, null or not a plain value."""
    found = child(value, name)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found)


def number(value: Any, name: str) -> str | float | None:
    """Return a field that may be a price, None when it is neither number nor text."""
    found = child(value, name)
    return None if isinstance(found, bool) or not isinstance(found, str | int | float) else found


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, none when it is no list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def read_day(stamp: str) -> date | None:
    """Read YYYYMMDD; None when it is no date."""
    try:
        return datetime.strptime(stamp, "%Y%m%d").date()  # noqa: DTZ007  a date has no zone
    except ValueError:
        return None
