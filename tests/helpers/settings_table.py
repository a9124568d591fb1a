"""Makes docs/settings.md from the settings' definition: python -m tests.helpers.settings_table."""

from __future__ import annotations

import enum
from datetime import time
from pathlib import Path
from typing import get_args, get_origin

import tomlkit

from eats_desktop.paths import resources
from eats_desktop.services.settings import Section, Settings, SourceSettings
from eats_desktop.sources.source_table import load_source_table

FILE = Path(__file__).resolve().parents[2] / "docs" / "settings.md"

_HEAD = """# 설정

설정은 네 곳에서 읽어요. 뒤의 것이 앞의 것을 이겨요.

1. 프로그램의 기본값
2. 데이터 폴더의 `settings.toml` (설정 화면에서 고르면 여기에 남아요)
3. `--config 파일.toml` 또는 환경 변수 `EATS_CONFIG`로 준 파일
4. 아래 표의 환경 변수

데이터 폴더는 `--data-dir` 또는 환경 변수 `EATS_DATA_DIR`로 정해요. 모르는 이름은 그대로 두고,
값이 맞지 않으면 그 설정의 이름을 말하고 시작하지 않아요.

```toml
[display]
text_scale = 125

[sync]
days = 3

[sources.kok]
enabled = false
```

이 표는 프로그램의 설정 정의에서 만들어요: `python -m tests.helpers.settings_table`.
"""
_SOURCES = """
`<출처>`는 출처 표(`resources/sources.toml`)의 이름이에요: {names}.
환경 변수에서는 대문자로 써요 (`EATS_SOURCES__HMALL__ENABLED`).
"""


def table():
    parts = [_HEAD]
    for name, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            parts.append(_section(name, f"EATS_{name.upper()}__", field.annotation))
    parts.append(_section("sources.<출처>", "EATS_SOURCES__<출처>__", SourceSettings))
    names = ", ".join(f"`{name}`" for name in load_source_table(resources() / "sources.toml"))
    return "\n".join([*parts, _SOURCES.lstrip("\n").format(names=names)])


def _section(title, prefix, section):
    rows = [
        f"## [{title}]",
        "",
        "| 이름 | 기본값 | 쓸 수 있는 값 | 뜻 | 환경 변수 |",
        "| --- | --- | --- | --- | --- |",
    ]
    within = []
    for name, field in section.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            inner = f"{prefix}{name.upper()}__"
            within.append(_section(f"{title}.{name}", inner, field.annotation))
            continue
        cells = (
            f"`{name}`",
            _default(field.get_default()),
            _allowed(field),
            field.description,
            f"`{prefix}{name.upper()}`",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*rows, "", *within])


def _default(value):
    if value is None:
        return "(비움)"
    plain = list(value) if isinstance(value, tuple) else value
    text = tomlkit.item(plain.value if isinstance(plain, enum.Enum) else plain).as_string()
    return f"`{text}`"


def _allowed(field):
    kinds = get_args(field.annotation) or (field.annotation,)
    if isinstance(field.annotation, type) and issubclass(field.annotation, enum.Enum):
        return ", ".join(f"`{item.value}`" for item in field.annotation)
    if bool in kinds:
        return "`true`, `false`"
    limits = [_limit(rule) for rule in field.metadata]
    kind = "정수 목록" if get_origin(field.annotation) is tuple else _KINDS[kinds[0]]
    return ", ".join([kind, *filter(None, limits)])


_KINDS = {int: "정수", float: "수", str: "글", time: "시각"}
_WORDS = {"ge": "{} 이상", "gt": "{}보다 큼", "le": "{} 이하", "max_length": "{}개까지"}


def _limit(rule):
    for name, words in _WORDS.items():
        value = getattr(rule, name, None)
        if value is not None:
            return words.format(f"{value:g}")
    return ""


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(table(), encoding="utf-8")
