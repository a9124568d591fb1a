"""Reads how much a product holds out of its Korean name, or None when the name does not settle it.

    name     := announcement* clause (("/" | "," | blank) clause)*
    clause   := term (("+" | "N개에 N개 더") term)*
    term     := [label] factor ("×"? factor | "(" name ")")*
    factor   := size | count | "4종×" | sum of numbers ("12+6박스")
    size     := number ("kg" | "g" | "L" | "ml" | …)        count := number counter
    stated   := "총" (size | count)                         share := "팩당" size | size "/팩"

A term multiplies, a plus adds, clauses must agree (one may be the sum of the others). A bracket
repeats, completes or divides the term before it: 10kg(5kg×2박스), 12박스(20g×14포), 180g(2마리).
A stated total wins; a weight or volume wins over a count; ranges, choices between amounts and
terms that disagree give None. So does every pair without a sign between them that can be read
two ways (amount_terms.py holds these limits).

Not counted: sauces and broths beside the goods, tools and presents, doses in mg. Different goods
joined by + are added (간장게장 2kg + 양념게장 1kg = 3 kg), if all are weighed or all are counted
alike. "N종 택1" keeps an amount that is the same for every kind; 골라담기, 모음전, 외 N종 do not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from eats_desktop.classify.amount_parser import parse
from eats_desktop.classify.amount_sums import goods_of, sum_up, told_by, whole_of
from eats_desktop.classify.amount_terms import BARE, Relation, Tally, count_after_size
from eats_desktop.classify.amount_tokens import Rank, plain, tokens
from eats_desktop.domain.amount import Amount, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.classify.amount_findings import Findings
    from eats_desktop.classify.amount_terms import Term

_LETTER = re.compile("[가-힣a-z]")
_MOST = Decimal(10_000_000)
"""Ten tonnes, or ten million pieces: more than that is a misread code."""


def read_amount(name: str) -> Amount | None:
    """Return what a product name says it holds in all; None when that cannot be settled."""
    text = plain(name)
    if not any(map(str.isdigit, text)):
        return None
    clauses, findings = parse(tokens(text))
    if findings.unknown:
        return None
    tally = _decided(clauses, findings)
    if tally is None or not 0 < tally.total <= _MOST:
        return None
    packs = tally.packs
    whole = packs is not None and packs >= 1 and packs == packs.to_integral_value()
    return Amount(_plain_number(tally.total), tally.unit, int(packs) if packs and whole else None)


def _plain_number(value: Decimal) -> Decimal:
    """Drop trailing zeros without the exponent that normalize() would write."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _decided(clauses: Sequence[list[Term]], findings: Findings) -> Tally | None:
    goods = goods_of(clauses, findings.head or "")
    sums = [sum_up(clause) for clause in goods]
    body = [tally for tally in sums if tally is not None]
    _drop_local_totals(goods, findings)
    stated = _stated(findings, Unit.GRAM) or _stated(findings, Unit.MILLILITRE)
    if stated is not None:
        return _with_packs(stated, body, findings)
    if len(body) < len(sums):
        return _only_stated(clauses, findings)
    told = whole_of(body) if findings.choice else told_by(goods)
    if told is None and body:
        return _announced_sum(body, findings)
    if told is None or told.unit is Unit.EACH:
        if goods and goods[0][0].joined and findings.announced:
            return None
        return _counted(told, findings)
    return _measured(told, body, findings)


def _drop_local_totals(clauses: Sequence[list[Term]], findings: Findings) -> None:
    """Forget totals of one addend: 500g x 3봉 (총 1.5kg) + 300g x 1봉."""
    parts = [term.tally() for clause in clauses if len(clause) > 1 for term in clause]
    local = {(part.unit, part.total) for part in parts if part is not None}
    if local:
        findings.stated = [t for t in findings.stated if (t.unit, t.total) not in local]


def _only_stated(clauses: Sequence[list[Term]], findings: Findings) -> Tally | None:
    """Return a stated count where goods of several kinds cannot be added up."""
    terms = [term for clause in clauses for term in clause]
    if any(term.vague or term.size is not None or term.added is not None for term in terms):
        return None
    return _finest(None, _stated(findings, Unit.EACH))


def _stated(findings: Findings, unit: Unit) -> Tally | None:
    """Return the total the name states in a unit; None when it states none, or several."""
    if not findings.stated:
        return None
    return whole_of([tally for tally in findings.stated if tally.unit is unit])


def _with_packs(stated: Tally, body: Sequence[Tally], findings: Findings) -> Tally:
    for tally in body:
        if tally.unit is stated.unit and tally.packs is not None:
            if abs(tally.total - stated.total) * 10 <= stated.total:
                return replace(stated, packs=tally.packs)
            return stated
    counts = [tally for tally in body if tally.unit is Unit.EACH]
    for tally in (*_stated_packs(findings), *counts):
        if tally.counter.rank is Rank.PACK or tally.packs is not None:
            return replace(stated, packs=tally.packs or tally.total)
    return stated


def _stated_packs(findings: Findings) -> list[Tally]:
    return [
        tally
        for tally in findings.stated
        if tally.unit is Unit.EACH and tally.counter.rank is not Rank.PIECE
    ]


def _measured(told: Tally, body: Sequence[Tally], findings: Findings) -> Tally | None:
    """Finish a weight or volume: packs told elsewhere, 1+1, kinds."""
    if _offered(told, body):
        return None
    if told.packs is None and not told.summed:
        found = _beside(told, body, findings)
        if found is None:
            return None
        told = found
    else:
        told = _boxes(_scaled(told, findings), findings)
    return _by_kinds(told, findings)


def _offered(told: Tally, body: Sequence[Tally]) -> bool:
    """Return whether another number of packs is on offer: 500g 3팩/5팩."""
    return any(
        tally.unit is Unit.EACH
        and tally.counter.name == told.counter.name
        and tally.total != told.packs
        and not _LETTER.search(tally.label)
        for tally in body
    )


def _beside(told: Tally, body: Sequence[Tally], findings: Findings) -> Tally | None:
    """Relate a lone size to a count in another clause: 100g 닭가슴살, 총 30팩."""
    counts = [
        tally
        for tally in (*_stated_packs(findings), *body)
        if tally.unit is Unit.EACH and tally.counter.rank is not Rank.PIECE and tally.total > 1
    ]
    if not counts:
        return told
    number = counts[0].total
    relation = count_after_size(told.total, told.unit, number, counts[0].counter, bracketed=True)
    if relation is Relation.EACH:
        return replace(told, total=told.total * number, packs=number)
    return None if relation is Relation.UNCLEAR else replace(told, packs=number)


def _scaled(told: Tally, findings: Findings) -> Tally:
    """Let a stated number of packs win over the one multiplied out: 190ml x 20팩 (총 80팩)."""
    for stated in _stated_packs(findings):
        if told.packs is None or told.summed or stated.counter.name != told.counter.name:
            continue
        if stated.total > told.packs and stated.total % told.packs == 0:
            return told.times(stated.total / told.packs)
    return told


def _boxes(told: Tally, findings: Findings) -> Tally:
    """Multiply what one box holds with the boxes announced: [6박스] … (1박스: 2g x 30포)."""
    announced = _announced(findings)
    if told.coarse is None or told.coarse[0] != 1 or announced is None:
        return told
    same = announced.counter.name == told.coarse[1].name
    return told.times(announced.total) if same and announced.unit is Unit.EACH else told


def _announced_sum(body: Sequence[Tally], findings: Findings) -> Tally | None:
    """Accept clauses that add up to what was announced: [9통] 된장x2통, 고추장x4통, 간장x3통."""
    announced = _announced(findings)
    if announced is None:
        return None
    told = sum(tally.total for tally in body)
    return announced if told == announced.total else None


def _by_kinds(told: Tally, findings: Findings) -> Tally | None:
    if findings.times != 1 and told.packs != findings.times:
        packs = (told.packs or Decimal(1)) * findings.times
        return replace(told.times(findings.times), packs=packs)
    if findings.kinds == 1 or told.packs is not None or told.summed or findings.choice:
        return None if findings.each and findings.kinds == 1 and told.packs is None else told
    if findings.each:
        return replace(told.times(findings.kinds), packs=findings.kinds)
    return None


def _counted(told: Tally | None, findings: Findings) -> Tally | None:
    """Finish a count: what one of it holds, a finer total stated, else what was announced."""
    told = _with_shares(told, findings)
    told = None if told is None else _boxes(told, findings)
    if told is not None and told.unit is not Unit.EACH:
        return told
    announced = _announced(findings)
    if announced is not None and announced.unit is not Unit.EACH:
        return announced if told is None or told.counter.rank is Rank.PIECE else None
    stated = _stated(findings, Unit.EACH)
    known = [tally for tally in (told, stated) if tally is not None]
    if not known:
        return announced or _bare(findings)
    return _finest(told, stated)


def _finest(told: Tally | None, stated: Tally | None) -> Tally | None:
    """Choose between a count multiplied out and a stated one: the finer, else the stated."""
    if told is None or stated is None:
        return _boxed(told or stated)
    if told.counter.rank.value < stated.counter.rank.value:
        packs = stated.total if stated.counter.rank.value >= _PACK else told.packs
        return replace(told, packs=packs)
    packs = told.total if told.counter.rank.value >= _PACK else told.packs
    if told.counter.rank is stated.counter.rank and stated.packs is None:
        packs = told.packs if told.total == stated.total else None
    return _boxed(replace(stated, packs=stated.packs or packs))


def _boxed(tally: Tally | None) -> Tally | None:
    """Count packs that nothing else is known of as packs: 총 10병."""
    if tally is not None and tally.packs is None and tally.counter.rank.value >= _PACK:
        return replace(tally, packs=tally.total)
    return tally


_PACK = Rank.PACK.value


def _with_shares(told: Tally | None, findings: Findings) -> Tally | None:
    """Multiply what one holds with how many there are: 10팩 (팩당 150g), 15봉 (50g/봉)."""
    counts = [tally for tally in (told, *findings.stated) if tally is not None]
    for counter, share in findings.shares:
        for tally in counts:
            number = _number_of(counter, tally)
            if number is None or share.vague:
                continue
            if share.unit is not Unit.EACH or share.counter is not None:
                return Tally(share.unit, share.value * number, number, share.counter or BARE)
    return told


def _number_of(counter: str, tally: Tally) -> Decimal | None:
    """Return how many of a counter there are: 15 of 15봉, 10 of 20미 in 10 packs."""
    if counter in (tally.counter.name, tally.counter.name[:1]):
        return tally.total
    return tally.packs if counter in ("팩", "봉", "박스") else None


def _announced(findings: Findings) -> Tally | None:
    if not findings.announced:
        return None
    sums = [sum_up(clause) for clause in findings.announced]
    return whole_of([tally for tally in sums if tally is not None])


def _bare(findings: Findings) -> Tally | None:
    if findings.bare_sum is None or findings.timed:
        return None
    return Tally(Unit.EACH, findings.bare_sum, findings.bare_sum, BARE)
