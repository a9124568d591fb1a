"""Parses the marks of a name into clauses of terms, brackets related to what they stand behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from eats_desktop.classify.amount_brackets import as_term, holds_all, put_count, put_size, relate
from eats_desktop.classify.amount_findings import Clause, Findings
from eats_desktop.classify.amount_sums import goods_of, names_goods, offers, sum_up, told_in
from eats_desktop.classify.amount_terms import (
    BARE,
    KIND,
    ONE,
    Tally,
    Term,
)
from eats_desktop.classify.amount_tokens import Counter, Mark, Rank, Token, counter_of
from eats_desktop.domain.amount import Unit

if TYPE_CHECKING:
    from decimal import Decimal

_TEXT = re.compile("[가-힣a-z]{2}")


_Stream = Iterator[tuple[Token, Token]]
"""Each mark with the one that follows it."""


def parse(found: list[Token]) -> tuple[list[Clause], Findings]:
    """Return the clauses of the body and the findings beside them."""
    findings = Findings()
    stream = zip(found, found[1:] + found[-1:], strict=True)
    clauses: list[Clause] = []
    ended = False
    while not ended:
        group = _Group(findings, stream, depth=0)
        clauses += group.read()
        ended = group.ended
    return clauses, findings


class _Group:
    """One bracket, or the name outside of all brackets."""

    def __init__(self, findings: Findings, stream: _Stream, *, depth: int) -> None:
        self._findings = findings
        self._stream = stream
        self._depth = depth
        self._clauses: list[Clause] = []
        self._clause: Clause = []
        self._term = Term()
        self._explicit = False
        self._lead: Decimal | None = None
        self._totals = False
        self._after_total = False
        self._share = ""
        self._before: Mark | None = None
        self._started = False
        self._multiplied = False
        self._open_goods = False
        self._before_plus = False
        self._was_measure = False
        self.ended = False
        self.adds = False
        self.gives = False

    def read(self) -> list[Clause]:
        for token, following in self._stream:
            self._multiplied = token.suffix[:1] in ("x", "*") or following.mark in _FACTORS
            self._name(token)
            if token.mark is Mark.CLOSE:
                break
            handler = self._HANDLERS.get(token.mark)
            if handler is not None:
                handler(self, token)
            self._note(token)
        else:
            self.ended = True
        self._end_clause()
        return self._clauses

    def _name(self, token: Token) -> None:
        if self._term.empty and token.label:
            self._term.label = f"{self._term.label} {token.label}".strip()
        if token.mark in _AMOUNTS and self._findings.head is None:
            self._findings.head = self._term.label

    def _note(self, token: Token) -> None:
        """Remember what the next mark must know of this one."""
        if token.mark is not Mark.RANGE:
            self._was_measure = token.mark is Mark.MEASURE
        self._before = token.mark
        self._after_total = token.stated
        self._explicit = token.mark is Mark.TIMES or token.suffix[:1] in ("x", "*")
        if token.label or token.mark not in _OPENERS:
            self._started = True

    def _end_term(self) -> None:
        if not self._term.empty or self._term.vague:
            self._clause.append(self._term)
        elif self._open_goods and self._depth == 0 and (self._clause or self._before_plus):
            self._clause.append(Term(vague=True))
        self._open_goods = self._before_plus = False
        self._term = Term()

    def _end_clause(self) -> None:
        self._end_term()
        if self._clause:
            self._clauses.append(self._clause)
        self._clause = []

    def _open(self, token: Token) -> None:
        if self._depth == _DEEPEST:
            return
        leading = self._depth == 0 and self._leads(token)
        group = _Group(self._findings, self._stream, depth=self._depth + 1)
        clauses = group.read()
        self._term.gift = self._term.gift or (group.gives and not clauses and self._term.joined)
        if group.adds and not leading:
            self._before_plus = True
            self._end_term()
            self._clause += [term for clause in clauses for term in clause]
        elif leading:
            self._findings.announced += clauses
        elif clauses and self._after_total:
            self._attach_to_total(clauses)
        elif clauses:
            self._attach(clauses)

    def _leads(self, token: Token) -> bool:
        if self._clauses or self._clause or not self._term.empty:
            return False
        if token.suffix == "[":
            return not self._started and " " not in token.label
        return not self._started and not token.label

    def _plus(self, _: Token) -> None:
        self._before_plus = True
        self.adds = self.adds or self._before is None
        if self._findings.head is None:
            self._findings.head = self._term.label
        self._end_term()
        self._term.joined = True
        self._totals = False

    def _apart(self, token: Token) -> None:
        self._end_clause()
        self._term.listed = token.suffix == ","

    def _measure(self, token: Token) -> None:
        if token.stated or self._inherits(token):
            self._state(Tally(token.unit, token.value, None, BARE), token)
        elif token.per or self._share:
            self._take_share(token)
        elif self._before is Mark.RANGE and self._was_measure:
            self._end_range()
        elif token.vague:
            self._term.vague = self._term.vague or self._term.empty or not self._term.size
        else:
            self._take_size(token)
        self._open_range(token)

    def _take_share(self, token: Token) -> None:
        """Keep what one holds; 팩당 4g x 20포 is read on as 1팩 4g x 20포."""
        counter = token.per or self._share
        self._share = ""
        if token.mark is Mark.MEASURE and token.suffix[:1] in ("x", "*"):
            self._term.counts.append((ONE, counter_of(counter)))
            self._term.unit, self._term.size = token.unit, token.value
        else:
            self._findings.shares.append((counter, token))

    def _end_range(self) -> None:
        """Forget the lower end of 1.2kg~1.5kg, or of what one piece weighs."""
        if self._term.size is not None:
            self._term.size, self._term.vague = None, True
        elif self._findings.shares:
            self._findings.shares[-1][1].vague = True

    def _inherits(self, token: Token) -> bool:
        """Return whether it goes on telling totals: 총 8팩, 2.24kg."""
        if not self._totals or self._multiplied or token.per or self._share:
            return False
        return self._term.empty and token.value != 1 and not _TEXT.search(token.label)

    def _open_range(self, token: Token) -> None:
        """Note numbers to choose from: 14포~, 6/12/24병."""
        if token.suffix == "~" or token.listed:
            self._findings.unknown = True

    def _state(self, tally: Tally, token: Token) -> None:
        self._totals = True
        if token.vague:
            self._term.vague = self._term.vague or tally.unit is not Unit.EACH
        else:
            self._findings.stated.append(tally)

    def _take_size(self, token: Token) -> None:
        term = self._term
        if term.size is not None or term.added is not None:
            self._end_clause()
            self._term.label = token.label
            self._term.listed = bool(_TEXT.search(token.label))
        elif term.counts and not self._explicit:
            put_size(term, token.unit, token.value)
            return
        elif self._lead is not None and self._explicit:
            term.counts.append((self._lead, BARE))
        self._lead = None
        self._term.unit, self._term.size = token.unit, token.value

    def _count(self, token: Token) -> None:
        counter = token.counter or BARE
        self._open_range(token)
        if token.stated or self._inherits(token):
            self._state(Tally(Unit.EACH, token.value * counter.holds, None, counter), token)
        elif token.per or self._share:
            self._take_share(token)
        elif self._before is Mark.RANGE and self._term.counts:
            self._end_count_range(counter)
        elif token.suffix == "당":
            self._share = counter.name
        elif token.vague:
            tells_pieces = token.rough and counter.rank.value <= Rank.INNER.value
            self._term.vague = self._term.vague or not tells_pieces
        else:
            self._take_count(token, counter)
        self._after_count(token)

    def _end_count_range(self, counter: Counter) -> None:
        """Forget the lower end of 28미~36미."""
        self._term.counts.pop()
        self._term.vague = self._term.vague or counter.rank.value > Rank.INNER.value

    def _after_count(self, token: Token) -> None:
        if token.suffix in ("증정", "무료"):
            self._gift(token)
        elif token.suffix in ("에", "와"):
            self._end_term()
        elif token.suffix == "씩":
            self._findings.each = True

    def _take_count(self, token: Token, counter: Counter) -> None:
        if self._begins_anew(token, counter):
            if token.suffix[:1] == "더" or "추가" in token.label or "더" in token.label.split():
                self._end_term()
            else:
                self._end_clause()
            self._term.label = token.label
            self._term.listed = bool(_TEXT.search(token.label))
        if self._lead is not None and self._explicit and self._before is Mark.KINDS:
            self._term.counts.append((self._lead, KIND))
        self._lead = None
        put_count(self._term, token.value, counter, explicit=self._explicit)

    def _begins_anew(self, token: Token, counter: Counter) -> bool:
        term = self._term
        if self._explicit or term.empty or not term.counts:
            return False
        last = term.counts[-1][1]
        if last.name == counter.name:
            return term.counts[-1][0] != 1
        if last.name.endswith("입") and counter.rank.value > last.rank.value:
            return False
        return term.size is None and bool(_TEXT.search(token.label))

    def _kinds(self, token: Token) -> None:
        self._totals = self._totals or token.stated
        self._findings.kinds = max(self._findings.kinds, token.value)
        self._open_goods = True
        self._term.vague = self._term.vague or self._is_of_kinds(token)
        self._lead = token.value if token.suffix[:1] in ("x", "*") else None

    def _is_of_kinds(self, token: Token) -> bool:
        """Return whether an addend tells one size of several kinds: + 나물 90g 7종."""
        term = self._term
        lone = term.joined and term.size is not None and not term.counts
        return lone and token.value > 1 and not token.stated

    def _other(self, token: Token) -> None:
        self._open_goods = self._open_goods or token.open
        self._findings.timed = self._findings.timed or token.open

    def _number(self, token: Token) -> None:
        if self._explicit and not token.doubled and not token.suffix:
            self._term.counts.append((token.value, BARE))
        elif token.doubled:
            self._sum_of_numbers(token)
        elif token.suffix[:1] in ("x", "*"):
            if self._explicit and not self._term.empty:
                self._term.counts.append((token.value, BARE))
            else:
                self._lead = token.value

    def _sum_of_numbers(self, token: Token) -> None:
        if self._explicit:
            self._term.counts.append((token.value, BARE))
        elif token.ones:
            self._findings.times = token.value
        elif self._term.size is not None and not token.label:
            self._term.vague = bool(self._term.counts)
            self._term.counts.append((token.value, BARE))
        elif self._started or token.label:
            self._findings.bare_sum = token.value

    def _choice(self, _: Token) -> None:
        self._findings.choice = True

    def _unknown(self, _: Token) -> None:
        self._findings.unknown = True

    def _each(self, _: Token) -> None:
        self._findings.each = True

    def _gift(self, _: Token) -> None:
        if self._clause or self._depth:
            self._term.gift = self.gives = True

    def _attach(self, clauses: list[Clause]) -> None:
        """Relate a bracket to the term it stands behind."""
        if self._term.empty:
            self._adopt(clauses)
            return
        whole = told_in(clauses, self._findings.head or "")
        if whole is None:
            self._term.vague = self._term.vague or offers(clauses)
        elif not self._tells_clause(whole):
            relate(self._term, whole)

    def _tells_clause(self, whole: Tally) -> bool:
        """Let a bracket behind 9박스+3박스 that tells of all 12 stand for the clause."""
        told = sum_up([*self._clause, self._term]) if self._clause else None
        if told is None or told.unit is not Unit.EACH:
            return False
        number = whole.coarse[0] if whole.coarse is not None else whole.packs
        if not names_goods(self._term.label) and holds_all(told, whole):
            whole = replace(whole, packs=told.total)
        elif told.total not in (number, whole.packs):
            return False
        self._clause, self._term = [], Term(self._findings.head or "", added=whole)
        return True

    def _attach_to_total(self, clauses: list[Clause]) -> None:
        whole = told_in(clauses, self._findings.head or "")
        stated = self._findings.stated
        if whole is not None and stated:
            term = as_term(stated.pop())
            relate(term, whole)
            told = term.tally()
            if told is not None and not term.vague:
                stated.append(told)

    def _adopt(self, clauses: list[Clause]) -> None:
        label = self._term.label
        clauses = goods_of(clauses, self._findings.head or "")
        if len(clauses) == 1 and len(clauses[0]) == 1:
            self._term = clauses[0][0]
            self._term.label = self._term.label or label
            return
        if len(clauses) == 1:
            whole = sum_up(clauses[0])
            if whole is not None:
                self._term.added = whole
                return
        self._clauses += clauses

    _HANDLERS: ClassVar[dict[Mark, Callable[[_Group, Token], None]]] = {
        Mark.OPEN: _open,
        Mark.PLUS: _plus,
        Mark.APART: _apart,
        Mark.MEASURE: _measure,
        Mark.COUNT: _count,
        Mark.KINDS: _kinds,
        Mark.OTHER: _other,
        Mark.NUMBER: _number,
        Mark.CHOICE: _choice,
        Mark.UNKNOWN: _unknown,
        Mark.EACH: _each,
        Mark.GIFT: _gift,
    }


_DEEPEST = 8
"""Brackets further inside are read as if they were not there."""
_AMOUNTS = (Mark.MEASURE, Mark.COUNT)
_FACTORS = (Mark.TIMES, Mark.OPEN)
_OPENERS = (Mark.OPEN, Mark.OTHER, Mark.KINDS, Mark.NUMBER)
