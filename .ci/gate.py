"""The gate: format, lint, types, layers and QML. Stops at the first finding."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
TYPES = ROOT / "build" / "qmltypes"
BASE_OF_SCREENS = "screen_view_model.py"
"""Dumped first: a class whose base is not known yet is not taken for a QObject."""


def main() -> int:
    steps = (
        ("ruff format", format_is_clean),
        ("ruff check", lint_is_clean),
        ("mypy --strict", types_fit),
        ("lint-imports", layers_hold),
        ("qmllint", qml_is_sound),
        ("qmlformat", qml_is_formatted),
    )
    for name, step in steps:
        print(f"== {name}", flush=True)
        if not step():
            print(f"gate: {name} 에서 멈췄어요", flush=True)
            return 1
    print("gate: 모두 통과했어요", flush=True)
    return 0


def format_is_clean() -> bool:
    return run("ruff", "format", "--check", "--quiet", ".")


def lint_is_clean() -> bool:
    return run("ruff", "check", "--quiet", ".")


def types_fit() -> bool:
    return run("mypy")


def layers_hold() -> bool:
    return run("lint-imports")


def qml_is_sound() -> bool:
    return register_python_types() and run(
        "pyside6-qmllint", "--max-warnings", "0", "-I", "ui", "-I", str(TYPES), *qml_files()
    )


def register_python_types() -> bool:
    """Describe the view-models to qmllint, so that a misspelt property is found."""
    module = TYPES / "Eats" / "ViewModels"
    module.mkdir(parents=True, exist_ok=True)
    sources = sorted(
        str(path.relative_to(ROOT))
        for path in (ROOT / "eats_desktop" / "viewmodels").rglob("*.py")
        if "@QmlElement" in path.read_text(encoding="utf-8")
    )
    sources.sort(key=lambda name: not name.endswith(f"/{BASE_OF_SCREENS}"))
    dump = subprocess.run(
        [tool("pyside6-metaobjectdump"), *sources], cwd=ROOT, capture_output=True, check=False
    )
    if dump.returncode != 0:
        sys.stderr.buffer.write(dump.stderr)
        return False
    meta = TYPES / "meta.json"
    meta.write_text(json.dumps(with_constants(json.loads(dump.stdout))), "utf-8")
    (module / "qmldir").write_text(
        "module Eats.ViewModels\ndepends QtQuick\ntypeinfo eats.qmltypes\n", "ascii"
    )
    return run(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", str(module / "eats.qmltypes")),
        *("-o", str(TYPES / "unused.cpp")),
        *("--import-name", "Eats.ViewModels", "--major-version", "1", str(meta)),
    )


def with_constants(modules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mark what never notifies as constant: the dump knows `notify` but not `constant`."""
    for module in modules:
        for class_ in module["classes"]:
            for given in class_.get("properties", ()):
                given.setdefault("constant", "notify" not in given)
    return modules


def qml_is_formatted() -> bool:
    clean = True
    for name in qml_files():
        done = subprocess.run(
            [tool("pyside6-qmlformat"), name], cwd=ROOT, capture_output=True, check=False
        )
        if done.stdout.decode() != (ROOT / name).read_text(encoding="utf-8"):
            print(f"would reformat {name}")
            clean = False
    return clean


def qml_files() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.qml"))


def tool(name: str) -> str:
    return str(BIN / name)


def run(name: str, *arguments: str) -> bool:
    return subprocess.run([tool(name), *arguments], cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
