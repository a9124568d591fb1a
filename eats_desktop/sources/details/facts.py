"""Lines of the statutory notice: those about the product are kept, those about people are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eats_desktop.domain.product_detail import MOST_FACTS, ProductFact
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

_MOST_CHARACTERS = 400

_PRODUCT = re.compile(
    r"제품명|상품명|품명|품목|명칭|유형|종류|용량|중량|수량|크기|규격|구성|원산지|원재료|원료|함량|성분"
    r"|영양|알레르|보관|소비기한|유통기한|품질유지|품질보증|제조연월일|제조일|생산연도|포장|등급|인증"
    r"|유전자변형|GMO|주의\s?사항|제조국|제조원|제조사|수입원|수입신고|수입식품|이력|도축|섭취|조리|매운"
    r"|산지|재배|모델"
)
_PEOPLE = re.compile(
    r"전화|연락처|상담|대표자|사업자|통신판매|신고번호|주소|소재지|이메일|책임자|담당|판매자|판매업자|생산자"
    r"|반품|교환|환불|A/S"
)
_ELSEWHERE = re.compile(
    r"(?:상품|제품|본문|하단)?\s*(?:상세\s*(?:설명|페이지|정보)?|설명)\s*(?:내용)?\s*(?:에|을|를)?\s*(?:별도\s*)?"
    r"(?:참조|참고|표시|표기)\.?"
)
_NUMBER = (
    r"(?<![\d-])(?:\+?82[-.\s]?)?"
    r"(?:0\d{1,2}[-.)\s]?[\d*]{3,4}[-.\s]?[\d*]{4}|1[5-9]\d{2}-\d{4})(?![\d-])"
)
_REGISTERED = r"(?<![\d-])\d{3}-\d{2}-\d{5}(?![\d-])"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WHO = r"대표(?:자|이사)?\s|담당|책임자|성명"
_PRIVATE = re.compile(f"{_NUMBER}|{_REGISTERED}|{_MAIL}|{_WHO}")
_CALLS = re.compile(r"(?:[☎☏]|tel|전화(?:번호)?|문의|연락처)\s*[.:]?", re.IGNORECASE)
_CLAUSE = re.compile(r"[/,;()\[\]|·]|\.\s")


def facts(pairs: Iterable[tuple[str, str]]) -> tuple[ProductFact, ...]:
    """Return the lines about the product, each label once, without people and empty words."""
    found: dict[str, ProductFact] = {}
    for raw_label, raw_value in pairs:
        label, value = clean(raw_label).strip(" :"), without_people(clean(raw_value))
        if not value or _ELSEWHERE.fullmatch(value) or label in found:
            continue
        if len(label) <= 60 and _PRODUCT.search(label) and not _PEOPLE.search(label):
            found[label] = ProductFact(label, _short(value))
    return tuple(found.values())[:MOST_FACTS]


def without_people(text: str) -> str:
    """Return text without the clauses that name people, telephones, addresses of mail, numbers.

    A text without any stays as it is.
    """
    if not _PRIVATE.search(text):
        return text
    kept = (clause.strip() for clause in _CLAUSE.split(text) if not _PRIVATE.search(clause))
    return ", ".join(clause for clause in kept if clause and not _CALLS.fullmatch(clause))


def table_pairs(tables: Iterable[Tag]) -> Iterator[tuple[str, str]]:
    """Yield label and value of each row of its own: th and td, or two td; others are no facts.

    A row inside a nested table belongs to that table alone.
    """
    for table in tables:
        for row in table.find_all("tr"):
            if row.find_parent("table") is not table:
                continue
            yield from _row_pairs(row.find_all(["th", "td"], recursive=False))


def _row_pairs(cells: list[Tag]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a row, which may set two of them side by side."""
    if len(cells) % 2 or any(cell.get("colspan") for cell in cells[::2]):
        return
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        if label.name == "th" or len(cells) == 2:
            yield own_text(label), own_text(value)


def own_text(tag: Tag) -> str:
    """Return the text of a cell without that of tables, scripts and styles inside it."""
    strange = tag.find_all(["table", "script", "style"])
    words = tag.find_all(string=True)
    return clean(" ".join(w for w in words if not any(s in w.parents for s in strange)))


def _short(value: str) -> str:
    return value if len(value) <= _MOST_CHARACTERS else value[: _MOST_CHARACTERS - 1] + "…"
