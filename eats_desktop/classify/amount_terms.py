"""Terms of an amount: a size times its counts, and how two of them that meet in a name relate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum, auto
from math import prod

from eats_desktop.classify.amount_tokens import Counter, Rank
from eats_desktop.domain.amount import Unit

ONE = Decimal(1)
BARE = Counter("", Rank.PACK)
"""The counter of a number that only a × introduces: 700g x 10."""

KIND = Counter("종", Rank.PACK)
"""The factor of 4종 x 3팩."""

_SACHETS = {"포", "정", "캡슐", "스틱", "환", "티백", "포입"}
_PILLS = {"정", "캡슐", "환"}
_CONTENTS = {"입", "개입", "개", "매입", "알입", "구입"}


class Relation(Enum):
    """What the second of two neighbouring quantities says of the first."""

    SAME = auto()
    """It says the same amount in other words, or names its parts."""
    WHOLE = auto()
    """It is the whole content: 10팩 (7kg), 6박스 144팩."""
    EACH = auto()
    """It is the content of each: 12박스 (20g x 14포)."""
    UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class Tally:
    """A finished product or sum: a weight, a volume, or a count in its finest counter."""

    unit: Unit
    total: Decimal
    packs: Decimal | None
    counter: Counter
    coarse: tuple[Decimal, Counter] | None = None
    """The outermost count that was written: 2박스 in 190ml x 20팩 x 2박스."""
    label: str = ""
    summed: bool = False

    def times(self, number: Decimal) -> Tally:
        if number == 1:
            return self
        packs = None if self.packs is None else self.packs * number
        return replace(self, total=self.total * number, packs=packs, coarse=None)


@dataclass(slots=True)
class Term:
    """What is read so far between two plus signs."""

    label: str = ""
    unit: Unit = Unit.EACH
    size: Decimal | None = None
    counts: list[tuple[Decimal, Counter]] = field(default_factory=list)
    outer: Decimal | None = None
    """Packs a count was said to come in, when they are no factor: 6박스 in 6박스 144팩."""
    vague: bool = False
    gift: bool = False
    joined: bool = False
    """It follows a plus."""
    listed: bool = False
    """It follows a comma."""
    added: Tally | None = None
    """A sum in brackets that this term stands for."""

    @property
    def empty(self) -> bool:
        return self.size is None and not self.counts and self.added is None

    def tally(self) -> Tally | None:
        """Multiply it out; None when it holds no quantity."""
        factor = prod((number for number, _ in self.counts), start=ONE)
        if self.added is not None:
            return replace(self.added.times(factor), label=self.label)
        if self.size is not None:
            packs = factor if self.counts else self.outer
            counter = self.counts[-1][1] if self.counts else BARE
            return Tally(self.unit, self.size * factor, packs, counter, self.coarse(), self.label)
        if not self.counts:
            return None
        return self._count(factor)

    def _count(self, factor: Decimal) -> Tally:
        finest = min((counter for _, counter in self.counts), key=_fineness)
        around = [number for number, counter in self.counts if counter.rank.value >= _PACK]
        if len(around) == 1 and self.counts[0][1] is KIND:
            around = []
        packs = (
            self.outer if self.outer is not None else prod(around, start=ONE) if around else None
        )
        held = finest.holds if len(self.counts) == 1 else 1
        return Tally(Unit.EACH, factor * held, packs, finest, self.coarse(), self.label)

    def coarse(self) -> tuple[Decimal, Counter] | None:
        return max(self.counts, key=lambda count: count[1].rank.value, default=None)

    def become(self, whole: Tally) -> None:
        """Take the amount of a bracket that tells it in full."""
        packs = self.packs_told() if whole.packs is None else whole.packs
        self.size, self.counts, self.outer = None, [], None
        self.added = replace(whole, packs=packs)

    def packs_told(self) -> Decimal | None:
        """Return the packages a count speaks of: 10 of 10팩, None of 20마리."""
        tally = self.tally()
        if tally is None:
            return None
        return tally.total if tally.counter.rank.value >= _PACK else tally.packs


_PACK = Rank.PACK.value


def _fineness(counter: Counter) -> tuple[int, bool]:
    return counter.rank.value, counter is BARE or counter is KIND


def count_after_size(
    size: Decimal, unit: Unit, number: Decimal, counter: Counter, *, bracketed: bool
) -> Relation:
    """Relate a count to the size before it, no × between: 350g 40봉, 800g 5미, 330g (10개입).

    EACH: the size is of each, so the count multiplies it. SAME: the count tells its parts.
    """
    share = size / number
    if number == 1:
        return Relation.SAME
    if counter.rank is Rank.PIECE:
        return _pieces_after_size(size, share, bracketed=bracketed)
    if counter.name in _CONTENTS and unit is Unit.GRAM:
        return _contents_after_size(number, share, counter, bracketed=bracketed)
    if not bracketed or (counter.name in _SACHETS and share < 9) or share < 30:
        return Relation.EACH
    if counter.rank is Rank.BOX:
        return Relation.UNCLEAR
    return Relation.SAME if size >= 1000 or counter.name in _SACHETS else Relation.UNCLEAR


def _pieces_after_size(size: Decimal, share: Decimal, *, bracketed: bool) -> Relation:
    if bracketed or size >= 600 or share >= 60:
        return Relation.SAME
    return Relation.UNCLEAR


def _contents_after_size(
    number: Decimal, share: Decimal, counter: Counter, *, bracketed: bool
) -> Relation:
    if bracketed:
        return Relation.SAME if share >= 5 else Relation.EACH
    if counter.name == "개" or share < 10 or number < 6:
        return Relation.EACH
    return Relation.UNCLEAR


def size_after_count(number: Decimal, counter: Counter, size: Decimal) -> Relation:
    """Relate a size to the count before it, no × between: 10팩 (7kg), 48팩 120ml, 30알 900g."""
    share = size / number
    if counter.rank is Rank.PIECE or counter.name in _PILLS:
        return Relation.WHOLE
    if number == 1 or share < 25:
        return Relation.EACH
    if counter.name in _CONTENTS and share >= 30:
        return Relation.WHOLE
    if counter.rank is not Rank.BOX and size > 1000 and share >= 30:
        return Relation.WHOLE
    return Relation.UNCLEAR


def count_after_count(first: Decimal, outer: Counter, second: Decimal, inner: Counter) -> Relation:
    """Relate two counts, the coarser first: 6박스 (180포), 10팩 (20미), 2박스 (14포)."""
    if second == first * outer.holds:
        return Relation.WHOLE
    if inner.name.endswith("입") or first == 1 or second % first:
        return Relation.EACH
    share = second / first
    if share == 1 or share >= 10 or (inner.rank is Rank.PIECE and share >= 2):
        return Relation.WHOLE
    if inner.rank is Rank.PACK and share >= 5 and second >= 40:
        return Relation.WHOLE
    return Relation.UNCLEAR


def coarse_after_count(first: Decimal, inner: Counter, second: Decimal, outer: Counter) -> Relation:
    """Relate a bracketed coarser count to the finer one before it: 120포 (4박스), 10포 (3박스)."""
    if second == 1 or first == second * outer.holds or inner.rank is Rank.PIECE:
        return Relation.SAME
    if first % second or (inner.name in _SACHETS and first <= 30):
        return Relation.EACH
    return Relation.SAME if first / second >= 10 else Relation.UNCLEAR
