"""Puts a quantity or a bracket to the term it stands behind: factor, whole, parts, or a note."""

from __future__ import annotations

from decimal import Decimal
from math import prod

from eats_desktop.classify.amount_terms import (
    BARE,
    ONE,
    Relation,
    Tally,
    Term,
    coarse_after_count,
    count_after_count,
    count_after_size,
    size_after_count,
)
from eats_desktop.classify.amount_tokens import Counter, Rank
from eats_desktop.domain.amount import Unit

_MANY = 20
"""3박스 (200ml x 90팩) may be 90 in all or 90 in each box."""
_ROUNDED = Decimal("1.1")
"""Parts may come to a little more than the rounded weight before them."""


def put_size(term: Term, unit: Unit, size: Decimal) -> None:
    """Put a size behind the counts of a term, no × between."""
    tally = term.tally()
    if tally is None:
        return
    relation = size_after_count(tally.total, tally.counter, size)
    if relation is Relation.EACH:
        term.unit, term.size = unit, size
    elif relation is Relation.WHOLE:
        term.become(Tally(unit, size, None, BARE))
    else:
        term.vague = True


def put_count(term: Term, number: Decimal, counter: Counter, *, explicit: bool) -> None:
    """Put a count behind a term; `explicit` when a × stands between."""
    if explicit or term.added is not None or term.empty:
        term.counts.append((number, counter))
    elif term.counts:
        _put_count_to_counts(term, number, counter)
    elif term.size is not None:
        relation = count_after_size(term.size, term.unit, number, counter, bracketed=False)
        _put_related(term, relation, number, counter)


def _put_count_to_counts(term: Term, number: Decimal, counter: Counter) -> None:
    last, outer = term.counts[-1]
    if counter.rank is outer.rank is Rank.INNER:
        term.vague = True
    elif (term.size is not None and counter.rank is Rank.PIECE) or (
        counter.rank.value < outer.rank.value and number == prod(n for n, _ in term.counts)
    ):
        return
    elif counter.rank.value >= outer.rank.value or (term.size is not None and outer is BARE):
        term.counts.append((number, counter))
    else:
        relation = count_after_count(last, outer, number, counter)
        if relation is Relation.WHOLE:
            term.counts[-1], term.outer = (number, counter), last
        else:
            _put_related(term, relation, number, counter)


def _put_related(term: Term, relation: Relation, number: Decimal, counter: Counter) -> None:
    if relation is Relation.EACH:
        term.counts.append((number, counter))
    elif relation is Relation.UNCLEAR:
        term.vague = True
    elif counter.rank.value >= Rank.PACK.value:
        term.outer = number


def holds_all(boxes: Tally, inner: Tally) -> bool:
    """Return whether 180병 in 3박스+3박스 (180병) counts the contents of all boxes."""
    if inner.unit is not Unit.EACH or inner.counter.rank.value >= boxes.counter.rank.value:
        return False
    relation = count_after_count(boxes.total, boxes.counter, inner.total, inner.counter)
    return relation is Relation.WHOLE


def as_term(tally: Tally) -> Term:
    if tally.unit is Unit.EACH:
        return Term(counts=[(tally.total, tally.counter)])
    return Term(unit=tally.unit, size=tally.total)


def relate(term: Term, inner: Tally) -> None:
    """Change a term by the bracket behind it: repeat, whole, content of each, or a note."""
    own = term.tally()
    if own is None:
        return
    if own.unit is Unit.EACH:
        _relate_to_count(term, own, inner)
    elif inner.unit is own.unit:
        _relate_sizes(term, own, inner)
    elif inner.unit is Unit.EACH and not term.counts and term.size is not None:
        relation = count_after_size(
            term.size, term.unit, inner.total, inner.counter, bracketed=True
        )
        if relation is Relation.EACH:
            term.counts.append((inner.total, inner.counter))
        elif relation is Relation.UNCLEAR:
            term.vague = True
        else:
            term.outer = inner.packs


def _relate_sizes(term: Term, own: Tally, inner: Tally) -> None:
    if inner.total == own.total and inner.packs is not None and not term.counts:
        term.become(inner)
    elif inner.total > own.total * _ROUNDED:
        term.vague = True


def _relate_to_count(term: Term, own: Tally, inner: Tally) -> None:
    number = term.outer if _is_of_one_box(term, inner) else None
    if number is not None:
        term.become(inner.times(number))
    elif _tells_all(term, own, inner):
        if inner.unit is not Unit.EACH or inner.total != own.total:
            term.become(inner)
        elif inner.packs != inner.total:
            term.outer = inner.packs
    elif inner.unit is Unit.EACH:
        _relate_counts(term, own, inner)
    elif inner.packs is None:
        _apply_size(term, own, inner)
    else:
        _relate_packed(term, own, inner, inner.packs)


def _relate_packed(term: Term, own: Tally, inner: Tally, packs: Decimal) -> None:
    if _is_outside(own.counter, inner):
        term.become(inner)
    elif _counts_one_pack(own, inner, packs):
        term.become(inner.times(own.total / packs))
    elif own.total > 1 and packs >= own.total * _MANY and not (packs % own.total or _of_one(inner)):
        term.vague = True
    else:
        term.added, term.size = inner, None


def _is_of_one_box(term: Term, inner: Tally) -> bool:
    return term.outer is not None and inner.coarse is not None and inner.coarse[0] == 1


def _is_outside(counter: Counter, inner: Tally) -> bool:
    """Return whether the bracket packs what was counted: 40토막 (300g x 6팩)."""
    if counter.rank is Rank.PIECE:
        return True
    return (
        inner.coarse is not None
        and inner.coarse[0] > 1
        and (inner.coarse[1].rank.value > counter.rank.value)
    )


def _of_one(inner: Tally) -> bool:
    return inner.coarse is not None and inner.coarse[0] == 1


def _counts_one_pack(own: Tally, inner: Tally, packs: Decimal) -> bool:
    """Return whether the bracket tells one of the packs of a whole: 140포 (팩당 4g x 20포)."""
    return _of_one(inner) and inner.counter.name == own.counter.name and own.total % packs == 0


def _tells_all(term: Term, own: Tally, inner: Tally) -> bool:
    """Return whether the bracket already counts what stands before it: 40팩 (190ml x 40팩)."""
    coarse = term.coarse()
    if inner.packs == own.total or (inner.unit is Unit.EACH and inner.total == own.total):
        return True
    if coarse is None or inner.coarse is None or inner.coarse[1].name != coarse[1].name:
        return False
    return inner.coarse[0] == coarse[0]


def _apply_size(term: Term, own: Tally, inner: Tally) -> None:
    relation = size_after_count(own.total, own.counter, inner.total)
    if relation is Relation.EACH:
        term.unit, term.size = inner.unit, inner.total
    elif relation is Relation.WHOLE:
        term.become(inner)
    else:
        term.vague = True


def _relate_counts(term: Term, own: Tally, inner: Tally) -> None:
    if inner.coarse == (ONE, own.counter):
        relation = Relation.EACH
    elif inner.counter.rank.value < own.counter.rank.value:
        relation = count_after_count(own.total, own.counter, inner.total, inner.counter)
    elif inner.counter.rank.value > own.counter.rank.value:
        relation = coarse_after_count(own.total, own.counter, inner.total, inner.counter)
    else:
        return
    if relation is Relation.EACH:
        term.counts.append((inner.total, inner.counter))
    elif relation is Relation.WHOLE:
        packs = term.packs_told()
        term.counts, term.outer = [(inner.total, inner.counter)], packs
    elif relation is Relation.SAME:
        term.outer = inner.total
    else:
        term.vague = True
