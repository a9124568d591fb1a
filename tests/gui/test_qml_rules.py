"""What QML files may not hold: logic, literals, unnamed colours; and what they must."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
FILES = sorted(UI.rglob("*.qml"))
THEME = UI / "Eats" / "theme" / "Theme.qml"
BANNED = (
    "Date(", "JSON.", "XMLHttpRequest", ".sort(", ".filter(", "toFixed", "LocalStorage",
    "Qt.openUrlExternally", "setTimeout", "eval(",
)  # fmt: skip
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"')
FUNCTION = re.compile(
    r"^\s*function \w+\([^)]*\)[^{]*\{\n(?P<body>(?:.*\n)*?)^\s*\}\n", re.MULTILINE
)
SIZE = re.compile(r"(?:font\.pixelSize|implicitHeight|implicitWidth): \d{2,}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_qml_binds_and_lays_out_only(file):
    text = file.read_text(encoding="utf-8")
    assert [word for word in BANNED if word in text] == []
    long = [m["body"] for m in FUNCTION.finditer(text) if m["body"].count("\n") > 5]
    assert long == [] or file == THEME


@pytest.mark.parametrize("file", [f for f in FILES if f != THEME], ids=lambda file: file.name)
def test_colours_and_sizes_come_from_the_theme(file):
    text = file.read_text(encoding="utf-8")
    assert COLOUR.findall(text) == []
    assert SIZE.findall(text) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_visible_korean_word_can_be_translated(file):
    """Korean text stands in qsTr(...), never bare."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = re.sub(r'qsTr\("(?:[^"\\]|\\.)*"', "", text)
    assert re.findall(r'"[^"\n]*[가-힣][^"\n]*"', bare) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_can_be_held_in_the_head(file):
    assert file.read_text(encoding="utf-8").count("\n") <= 250


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in UI.rglob("qmldir")), ids=lambda p: p.name
)
def test_every_module_lists_exactly_its_files(folder):
    lines = (folder / "qmldir").read_text(encoding="utf-8").splitlines()
    listed = {line.split()[-1] for line in lines if line.endswith(".qml")}
    assert listed == {file.name for file in folder.glob("*.qml")}


def test_pages_are_named_in_the_order_in_which_they_lie():
    text = (UI / "Eats" / "shell" / "Pages.qml").read_text(encoding="utf-8")
    (order,) = re.findall(r"order: \[([^\]]*)\]", text)
    named = re.findall(r'"(\w+)"', order)
    assert named == re.findall(r'^ {8}page: "(\w+)"$', text, re.MULTILINE)
