"""What people write around the name of a dish when they look for how it is cooked."""

from __future__ import annotations

import re

_ASKS = (
    r"(?:황금 ?)?레시피", r"(?:조리|요리)(?:법|방법)", r"(?:만드는|끓이는|하는) ?(?:법|방법)",
    r"만들기", r"만들어 ?먹기", r"끓이기", r"어떻게 ?(?:만들어|끓여|해)(?:요|먹어요)?",
    r"(?:알려|찾아|추천해) ?(?:줘|주세요|줄래)요?", r"좀",
)  # fmt: skip
_WHAT = r"에 ?대해서?|[이가은는]? (?:뭐|무엇)(?:야|지|예요|인가요)"
_AROUND = re.compile(rf"(?:\s(?:{'|'.join(_ASKS)})|{_WHAT})[\s?!.~]*$")


def dish_asked(text: str) -> str:
    """Return the query without what only asks for a recipe: 계란찜 만드는 법 → 계란찜."""
    left, before = text.strip(), ""
    while left != before:
        left, before = _AROUND.sub("", left).strip(), left
    return left or text.strip()
