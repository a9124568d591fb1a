"""레시피 가져오기 in 설정: stopped half way, gone on with, its bad rows told, a key kept."""

from __future__ import annotations

import re
import stat
from datetime import datetime

import pytest
from PySide6.QtCore import QUrl

from eats_desktop.domain.clock import KST
from tests.helpers.importing import open_csv, open_row
from tests.helpers.settings_window import open_settings

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 25, 10, 40, tzinfo=KST)
ROWS = 2000


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    with open_settings(tmp_path, NOW, settings="[display]\nsetup_done = true\n") as window:
        yield window


def text_of(page, name):
    return page.item(name).property("text")


def begin(page, path):
    page.models.imports.importFiles([QUrl.fromLocalFile(str(path))])


def ended(page, qtbot):
    imports = page.models.imports
    qtbot.waitUntil(lambda: not imports.property("running"), timeout=120_000)
    return imports.property("resultKind"), text_of(page, "settings.import.result")


def test_an_import_is_stopped_and_goes_on_where_it_was(page, qtbot, tmp_path):
    rows = [open_row(i, "두부 1모|양파 1개", f"시험 {i}번 두부조림") for i in range(ROWS)]
    file = tmp_path / "ours.csv"
    file.write_text(open_csv(*rows, open_row(7, "두부 1모")), encoding="utf-8")
    imports = page.models.imports
    begin(page, file)
    qtbot.waitUntil(lambda: imports.property("progress") > 0, timeout=60_000)
    assert text_of(page, "settings.import.progress").startswith("ours.csv · ")
    page.press("settings.import.stop")
    kind, text = ended(page, qtbot)
    assert (kind, text.startswith("멈췄어요.")) == ("warn", True)
    kept = int(re.search(r"새 레시피 ([\d,]+)개", text)[1].replace(",", ""))
    assert 0 < kept < ROWS
    begin(page, file)
    kind, text = ended(page, qtbot)
    assert kind == "warn"
    assert f"새 레시피 {ROWS - kept:,}개" in text
    assert f"그대로 {kept:,}개, 빠진 줄 1개" in text
    assert page.item("settings.import.report") is not None
    (report,) = (page.box.data_dir / "imports").glob("*.csv")
    assert "앞에 나온 레시피와 번호가 같아요" in report.read_text(encoding="utf-8-sig")


def test_what_is_no_recipe_file_is_said_and_a_key_stays_with_its_owner(page, qtbot, tmp_path):
    file = tmp_path / "shopping.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    begin(page, file)
    assert ended(page, qtbot)[0] == "error"
    assert page.item("settings.import.service") is None
    page.item("settings.import.key").setProperty("text", "my-own-key")
    page.press("settings.import.saveKey")
    qtbot.waitUntil(lambda: page.models.imports.property("hasKey"))
    kept = page.box.data_dir / "keys" / "cookrcp"
    assert (kept.read_text(encoding="utf-8"), stat.S_IMODE(kept.stat().st_mode)) == (
        "my-own-key",
        0o600,
    )
    assert "my-own-key" not in (page.box.data_dir / "settings.toml").read_text(encoding="utf-8")
    assert text_of(page, "settings.import.service") == "식약처 서비스에서 받기"
