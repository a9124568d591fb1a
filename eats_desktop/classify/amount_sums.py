"""Adds up the goods of a name; sauces, tools and presents beside them are not counted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.classify.amount_terms import ONE, Tally, Term
from eats_desktop.classify.amount_tokens import Rank
from eats_desktop.domain.amount import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

_BESIDE = re.compile(
    "(소스|양념장|양념|비빔장|쌈장|초장|초고추장|스프|수프|(?<!해)장국|육수|시즈닝|드레싱|와사비|고추냉이|콩고물|"
    r"막장|가루스프|국물|겨자|소금|토핑)(?:\s*(?:총|각|더|분말|액|약))*[^가-힣a-z]*$"
)
"""What goes with the goods; Korean puts the head noun last, so 양념갈비 is no 양념."""

_PRESENTS = re.compile(
    "(전용|맛책임제?|맛보장|체험|시식|쇼핑백|선물백|포장백|보냉백|에코백|스푼|숟가락|스쿱|젓가락|포크|나이프|가위|집게|"
    "텀블러|보틀|물병|머그|컵|잔|접시|그릇|냄비|프라이팬|후라이팬|밥솥|쿠커|찜기|믹서|블렌더|선풍기|핸디팬|"
    "마사지|무드등|우산|양산|상품권|교환권|기프티콘|쿠폰|샴푸|트리트먼트|앰플|토닉|크림|마스크|세럼|해동지|장갑|앞치마|도마|"
    "측정기|계량|체중계|디스펜서|보자기|케이스|펌프|거치대|칫솔|치약|수건|타월|담요|사은품|증정|적립|레시피|"
    r"분무기|칼갈이|병따개|오프너|디바이스|쉐이커|가습기)(?:\s*(?:총|각|더))*[^가-힣a-z]*$"
)


def is_beside(term: Term, head: str) -> bool:
    """Return whether a term counts something given away or that goes with the goods of `head`."""
    if term.gift:
        return True
    label = term.label
    beside = (_BESIDE.search(label) or _PRESENTS.search(label)) if label else None
    return beside is not None and beside[1] not in head


def goods_of(clauses: Sequence[list[Term]], head: str) -> list[list[Term]]:
    """Leave out what stands beside the goods; what a name begins with is always of the goods."""
    first = next((term for clause in clauses for term in clause if not term.joined), None)
    kept = [[t for t in clause if t is first or not is_beside(t, head)] for clause in clauses]
    return [clause for clause in kept if clause]


def sum_up(clause: list[Term]) -> Tally | None:
    """Add up the terms of a clause; None when they are of different kinds or one is unclear."""
    total: Tally | None = None
    for term in clause:
        tally = None if term.vague else term.tally()
        if tally is None:
            return None
        total = tally if total is None else _added(total, tally)
        if total is None:
            return None
    return total


def told_by(clauses: Sequence[list[Term]]) -> Tally | None:
    """Return the one amount of several clauses: a list of goods adds up, all else must agree."""
    if len(clauses) == 1:
        return sum_up(clauses[0])
    sums = [sum_up(clause) for clause in clauses]
    tallies = [tally for tally in sums if tally is not None]
    listed = all(clause[0].listed for clause in clauses[1:]) and len(tallies) == len(clauses) > 1
    if listed and all(_LETTER.search(t.label) and _is_packed(t) for t in tallies):
        total = sum_up([term for clause in clauses for term in clause])
        if total is not None:
            return total
    return None if _are_goods(tallies) else whole_of(tallies)


def _are_goods(tallies: Sequence[Tally]) -> bool:
    """Return whether each has its name and the same size: 등심150g/안심150g."""
    named = all(tally.unit is not Unit.EACH and _LETTER.search(tally.label) for tally in tallies)
    return named and len(tallies) > 1 and len({tally.total for tally in tallies}) == 1


def told_in(clauses: Sequence[list[Term]], head: str) -> Tally | None:
    """Return what a bracket says of the goods of `head` before it."""
    goods = [[term for term in clause if not is_beside(term, head)] for clause in clauses]
    return told_by([clause for clause in goods if clause])


def offers(clauses: Sequence[list[Term]]) -> bool:
    """Return whether a bracket lists amounts to choose from: (1팩/2팩)."""
    terms = [term for clause in clauses for term in clause]
    return len(clauses) > 1 and not any(_LETTER.search(term.label) for term in terms)


def _is_packed(tally: Tally) -> bool:
    return tally.packs is not None or tally.unit is Unit.EACH


def _added(total: Tally, other: Tally) -> Tally | None:
    if other.unit is Unit.EACH and _is_more_of(total, other):
        return _extended(total, other.total)
    if total.unit is not other.unit:
        return None
    if total.unit is Unit.EACH and total.counter.name != other.counter.name:
        return None
    packs = (
        None
        if total.packs is None and other.packs is None and total.unit is Unit.EACH
        else ((total.packs or ONE) + (other.packs or ONE))
    )
    return replace(other, total=total.total + other.total, packs=packs, coarse=None, summed=True)


_LETTER = re.compile("[가-힣a-z]")
_FILLERS = re.compile(
    "방송에서만|방송중에만|방송중|방송|에서만|추가로|추가구성|추가|더블|구성|더|한정|덤|무료|체험"
)


def names_goods(label: str) -> bool:
    """Return whether a label says more than "and more of it"."""
    return bool(_LETTER.search(_FILLERS.sub("", label)))


def _is_more_of(total: Tally, other: Tally) -> bool:
    """Return whether + 2팩 means two more of the same pack."""
    if names_goods(other.label):
        return False
    if total.unit is Unit.EACH:
        return total.coarse is not None and total.coarse[1].name == other.counter.name
    return total.coarse is None or total.coarse[1].name in ("", other.counter.name)


def _extended(total: Tally, number: Decimal) -> Tally:
    have = total.coarse[0] if total.coarse is not None else ONE
    grown = total.total * (have + number) / have
    packs = (total.packs or ONE) * (have + number) / have
    if total.unit is Unit.EACH and total.packs is None:
        return replace(total, total=grown)
    coarse = None if total.coarse is None else (have + number, total.coarse[1])
    return replace(total, total=grown, packs=packs, coarse=coarse)


def whole_of(tallies: Sequence[Tally]) -> Tally | None:
    """Return the one amount several clauses agree on; a weight or volume before a count."""
    if len(tallies) <= 1:
        return tallies[0] if tallies else None
    measured = [tally for tally in tallies if tally.unit is not Unit.EACH]
    if measured:
        return _agreed(measured)
    finest = min((tally.counter.rank.value for tally in tallies), default=0)
    fine = _agreed([tally for tally in tallies if tally.counter.rank.value == finest])
    coarse = _agreed([tally for tally in tallies if tally.counter.rank.value != finest])
    if fine is None or coarse is None:
        return fine
    if coarse.counter.rank.value < Rank.PACK.value:
        return fine
    differs = fine.packs is not None and fine.packs != coarse.total
    return None if differs else replace(fine, packs=coarse.total)


def _agreed(tallies: Sequence[Tally]) -> Tally | None:
    """Return the amount that all tell, or that is the sum of the others; else None."""
    if not tallies:
        return None
    best = max(tallies, key=lambda tally: (tally.total, tally.packs is not None))
    if any(tally.unit is not best.unit for tally in tallies):
        return None
    rest = [tally for tally in tallies if tally.total != best.total]
    if all(_LETTER.search(tally.label) for tally in rest):
        return best if not rest or sum(tally.total for tally in rest) == best.total else None
    return None
