"""Cuts a product name into the marks an amount is written with; all other text becomes labels.

    quantity := [총] [N당] number-list unit [suffix]      number-list := number ((+ ~ - /) number)*

One expression, built from the tables below, finds the next mark. Text between marks is kept as
the label of the mark that follows it: it tells what is counted (간장소스 5팩, 쇼핑백 2장).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import Unit

if TYPE_CHECKING:
    from re import Match


class Rank(Enum):
    """Where a counter stands: a piece beside a weight tells its parts, a pack multiplies it."""

    PIECE = 0
    INNER = 1
    PACK = 2
    BOX = 3


class Mark(Enum):
    MEASURE = auto()
    """A weight in grams or a volume in millilitres."""
    COUNT = auto()
    KINDS = auto()
    """N종: how many varieties, never how much."""
    OTHER = auto()
    """A number that is no amount: 25년, 100%, 2,000mg, 40도, 15일분."""
    NUMBER = auto()
    TIMES = auto()
    PLUS = auto()
    APART = auto()
    """A slash or comma."""
    RANGE = auto()
    OPEN = auto()
    CLOSE = auto()
    CHOICE = auto()
    """One of several kinds; the amounts written may still be one and the same."""
    UNKNOWN = auto()
    """The buyer picks the amount, or the name shows one of several products."""
    EACH = auto()
    GIFT = auto()


@dataclass(frozen=True, slots=True)
class Counter:
    name: str
    rank: Rank
    holds: int = 1
    """How many pieces one of it is: 손 2, 두름 20, 축 20, 접 100, 판 30 (eggs)."""


@dataclass(slots=True)
class Token:
    mark: Mark
    label: str
    """The text between the mark before and this one."""
    value: Decimal = Decimal(0)
    unit: Unit = Unit.EACH
    counter: Counter | None = None
    stated: bool = False
    """It is called the total: 총 3kg."""
    per: str = ""
    """The counter it is the content of: 팩당 150g, 50g/봉."""
    vague: bool = False
    """A range or list of numbers: 1~2kg, 10/20구."""
    rough: bool = False
    """A range, not a list."""
    listed: bool = False
    """A list of numbers to choose from."""
    doubled: bool = False
    """A sum of numbers was written: 5+5병."""
    open: bool = False
    """Goods told by days, months or kinds only: how much stays open."""
    ones: bool = False
    """It is written 1+1 or 1+1+1."""
    suffix: str = ""
    scale: int = 1


_PIECES = "마리 미 수 토막 장 쪽 과 알 구 뿌리 송이 모 꼬치 조각 피스 포기 편 줄 단 다발 덩이 매"
_INNERS = "개 개입 입 ea p pcs 정 캡슐 환 포 스틱 티백 매입 알입 구입 포입 앰플 큐브 바이알"
_PACKS = "팩 봉 봉지 낱봉 병 캔 통 컵 망 단지 pet 브릭 파우치 튜브 롤 pack 포대 페트 판"
_BOXES = "박스 상자 box 세트 케이스 번들 묶음 꾸러미"
_HOLDERS = {"손": 2, "두름": 20, "축": 20, "접": 100, "쾌": 20, "톳": 100}

_COUNTERS = {
    word: Counter(word, rank)
    for words, rank in (
        (_PIECES, Rank.PIECE),
        (_INNERS, Rank.INNER),
        (_PACKS, Rank.PACK),
        (_BOXES, Rank.BOX),
    )
    for word in words.split()
} | {word: Counter(word, Rank.PIECE, holds) for word, holds in _HOLDERS.items()}
_EGG_TRAY = Counter("판", Rank.PACK, 30)
_EGGS = ("계란", "달걀", "유정란", "구운란", "훈제란", "특란", "대란", "왕란")

_MEASURES = {
    "kg": (Unit.GRAM, 1000),
    "키로": (Unit.GRAM, 1000),
    "킬로": (Unit.GRAM, 1000),
    "k": (Unit.GRAM, 1000),
    "g": (Unit.GRAM, 1),
    "gr": (Unit.GRAM, 1),
    "그램": (Unit.GRAM, 1),
    "그람": (Unit.GRAM, 1),
    "근": (Unit.GRAM, 0),
    "l": (Unit.MILLILITRE, 1000),
    "리터": (Unit.MILLILITRE, 1000),
    "ml": (Unit.MILLILITRE, 1),
    "밀리리터": (Unit.MILLILITRE, 1),
    "cc": (Unit.MILLILITRE, 1),
}
_MEAT = re.compile(
    "한우|한돈|소고기|쇠고기|돼지|삼겹|목살|갈비|등심|안심|불고기|정육|건고추|고춧가루"
)
_VEGETABLES = re.compile("채소|야채|나물|상추|버섯|마늘|감자|고구마|시금치|딸기|토마토|양파|당근")

_KINDS = "종 가지 가지맛 곳"
_OTHERS = (
    "미분 마리분 개월분 개월 개년 개국 주분 주 일분 일 년산 년근 년 회분 회 분 시간 초 도 호 위 "
    "등급 등 인분 인용 인 원 만원 천원 억 만 프로 mg mcg ug iu kcal cal cm mm m 인치 배 곡 차 번 "
    "대 살 세 탄 단계 월 브릭스 brix 달톤 겹 중 층 관왕 명 단압출 t °c ℃ %"
)

_WEAK_ENDS = (
    "더|씩|내외|이상|이내|안팎|포함|외|총|구성|에|짜리|증정|택|중|기준|한정|추가|무료|특별|당|분|선물|"
    "혼합|모음|들이|입|세트|골라|국내산|이벤트|특가|묶음|박스|x"
)
"""What may follow a short Korean counter without a blank; else it is the head of a word."""

_NEVER = {"팩": "트", "포": "함|인|도|르|장|켓", "봉": "[투골]", "병": "아리", "캔": "디"}
"""Counters so usual that any word may follow, but these."""


def _unit_pattern(words: list[str]) -> str:
    return "|".join(_bounded(word) for word in sorted(words, key=len, reverse=True))


def _bounded(word: str) -> str:
    if word == "gr":
        return r"(?<=\d)gr(?![a-z])"
    if word in _NEVER:
        return f"{word}(?!{_NEVER[word]})"
    if word == "단":
        return r"단(?=\s*(?:$|[)\]/,+x*\d]))"
    if word.isascii() and word.isalpha():
        return rf"{word}(?:(?![a-z])|(?=x\s*[\d(]))"
    if not word.isalpha() or (len(word) > 1 and word not in ("개입",)):
        return re.escape(word)
    return rf"{word}(?:(?![가-힣])|(?={_WEAK_ENDS}))"


def _heads(words: str) -> str:
    return "".join({word[0] for word in words.split("|")})


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
_CONTAINER = "과|팩|봉지|봉|개|병|마리|포|박스|통|망|미|캔|구|입|알|장|세트|상자"

_MARKS = re.compile(
    rf"""
    (?=[0-9.()\[\]{{}}x*+&/,|·~총합도골용중옵수외모택선고각증사무체{_heads(_CONTAINER)}])(?:
    (?P<open>[(\[{{])
  | (?P<close>[)\]}}])
  | (?:(?P<stated>(?:총|합계|도합)\s*(?:중량|수량|용량|량|합계)?\s*[:=]?\s*(?:약\s*)?)
      |(?:(?P<per>{_CONTAINER})당\s*(?:약\s*)?))?
    (?<![a-fh-km-wyz\d.])(?<!\d,)(?<![a-fh-jm-oq-wyz]x)
    (?:(?P<measure>{_NUMBER}(?:\s*[~/\-]\s*{_NUMBER})*)\s*
        (?P<unit>{_unit_pattern(list(_MEASURES))})
      |(?P<count>{_NUMBER}(?:(?:\s*[~/\-]\s*|\+|\s\+\s){_NUMBER})*)\s*
        (?:(?P<other>{_unit_pattern(_OTHERS.split())})
          |(?P<kinds>{_unit_pattern(_KINDS.split())})
          |(?P<counter>{_unit_pattern(list(_COUNTERS))}))
      |(?P<number>\d+(?:\+\d+(?![\d.,]*\s*(?:kg|g|ml|l|리터|그램)(?![a-z])))*)(?![\d.]))
    (?P<suffix>\s*/\s*(?:{_CONTAINER})(?![\d가-힣])
      |\s*(?:이하|미만|씩|당(?=\s*[\d:])|기준|더(?![가-힣])|[에와]\s*(?=\d)|증정|무료|[x*]\s*(?=[\d(\[]|$|[가-힣]))
      |\s*~(?!\s*[\d가-힣]))?
  | (?P<times>(?<![a-z])[x*](?=\s*[\d(\[])|(?<=[)\]])\s*[x*])
  | (?P<plus>[+&])
  | (?P<apart>[/,|·])
  | (?P<range>~)
  | (?P<unknown>골라\s*담|구성\s*(?:선택|택)|용량\s*(?:선택|택|별)|중량\s*(?:선택|택|별)|옵션
      |수량\s*택|(?<![가-힣])외(?=\s|\d|$|[)\],])|모음전)
  | (?P<choice>택\s*\d|택일|선택|\b\d\s*택|고르기)
  | (?P<each>(?<![가-힣])각(?:각)?(?=\s*\d))
  | (?P<gift>증정|사은품|무료체험|체험팩|체험분)
    )""",
    re.VERBOSE,
)

_SPELLING = dict(zip("×✕✖╳χхⅹ∼〜–—−⁄∙【】「」<>", "xxxxxxx~~---/·[][]()", strict=True))
_SIGNS = re.compile(f"[{''.join(_SPELLING)}]")
_RINGED = re.compile("[\u2460-\u24ff\u2776-\u2793]")
_STARRED = re.compile(r"([★☆♥●■◆])([^★☆♥●■◆]{0,20}?)\1")
_HALF = re.compile(r"(?<![가-힣\d])반\s*마리")


@lru_cache(maxsize=1024)
def _numeral(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def plain(name: str) -> str:
    """Write a name in one width, case and spelling of the signs."""
    if not unicodedata.is_normalized("NFKC", name):
        name = unicodedata.normalize("NFKC", _RINGED.sub(" ", name))
    text = _SIGNS.sub(lambda sign: _SPELLING[sign[0]], name.lower())
    text = _STARRED.sub(r"[\2]", text)
    return _HALF.sub("0.5마리", text) if "반" in text else text


def tokens(text: str) -> list[Token]:
    """Return the marks of a plain name in order, closed by a CLOSE that holds the last label."""
    found: list[Token] = []
    end = 0
    for match in _MARKS.finditer(text):
        label = text[end : match.start()].strip()
        end = match.end()
        simple = _SIMPLE.get(match.lastgroup or "")
        if simple is None:
            found.append(_quantity(match, label, text))
        else:
            found.append(Token(simple, label, suffix=match[0]))
    found.append(Token(Mark.CLOSE, text[end:].strip()))
    return found


def _quantity(match: Match[str], label: str, name: str) -> Token:
    stated, per, measure, unit, count, other, kinds, counter, number, suffix = match.group(*_PARTS)
    written = measure or count or number
    token = Token(Mark.NUMBER, label, stated=stated is not None, per=per or "")
    token.suffix = "" if suffix is None else suffix.strip()
    if measure:
        _as_measure(token, unit, name)
    elif counter:
        token.mark, token.counter = Mark.COUNT, counter_of(counter, name)
    elif kinds or other:
        token.mark = Mark.KINDS if kinds else Mark.OTHER
        token.open = bool(kinds) or other in _DURATIONS
    _as_number(token, written)
    if token.suffix in _LIMITS or label.endswith(_READERS):
        token.mark = Mark.OTHER
    return token


def _as_measure(token: Token, unit: str, name: str) -> None:
    token.mark = Mark.MEASURE
    token.unit, token.scale = _MEASURES[unit]
    if unit == "근":
        token.scale = 600 if _MEAT.search(name) else 400 if _VEGETABLES.search(name) else 0


def _as_number(token: Token, written: str) -> None:
    """Add up 5+5; a range or a list of numbers has no one value and is vague."""
    if "/" in written:
        token.vague = True
        token.listed = token.mark in (Mark.MEASURE, Mark.COUNT)
    elif "~" in written or "-" in written:
        token.vague = token.rough = True
    elif "+" in written:
        token.doubled = True
        token.ones = set(written) == {"1", "+"} and "11" not in written
        token.value = sum((_numeral(part.strip()) for part in written.split("+")), Decimal(0))
    else:
        token.value = _numeral(written) * token.scale
    limit = _MOST_COUNTED if token.mark is Mark.COUNT and "," not in written else _MOST
    if token.mark in (Mark.MEASURE, Mark.COUNT) and not 0 < token.value < limit:
        token.vague = True


def counter_of(word: str, name: str = "") -> Counter:
    """Return the counter a word stands for in a name."""
    if word == "판" and any(egg in name for egg in _EGGS):
        return _EGG_TRAY
    return _COUNTERS[word]


_LIMITS = ("이하", "미만")
_READERS = ("리뷰", "후기", "판매", "구매")
_DURATIONS = frozenset(("개월분", "개월", "주분", "주", "일분"))
_MOST = Decimal(1_000_000)
_MOST_COUNTED = Decimal(10_000)
"""A larger number is a code that stands before a unit by chance: 콘드로이친 120012박스."""
_PARTS = (
    "stated", "per", "measure", "unit", "count", "other", "kinds", "counter", "number", "suffix",
)  # fmt: skip
_SIMPLE = {
    "open": Mark.OPEN,
    "close": Mark.CLOSE,
    "times": Mark.TIMES,
    "plus": Mark.PLUS,
    "apart": Mark.APART,
    "range": Mark.RANGE,
    "unknown": Mark.UNKNOWN,
    "choice": Mark.CHOICE,
    "each": Mark.EACH,
    "gift": Mark.GIFT,
}
