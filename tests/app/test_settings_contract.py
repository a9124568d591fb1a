from __future__ import annotations

import re
from functools import reduce

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.services.settings import SettingsService, load_settings
from tests.helpers.settings_table import FILE, table


def test_the_document_lists_the_settings_as_they_are():
    assert FILE.read_text(encoding="utf-8") == table(), "python -m tests.helpers.settings_table"


def test_every_variable_of_the_document_is_read(monkeypatch, tmp_path):
    names = re.findall(r"`(EATS_\w+__\w+)`", FILE.read_text(encoding="utf-8"))
    assert len(names) > 20
    before = load_settings(tmp_path)
    for name in names:
        section, *path = name.removeprefix("EATS_").lower().split("__")
        if section != "sources":
            reduce(getattr, path, getattr(before, section))


@pytest.mark.parametrize(
    ("variable", "text", "read", "expected"),
    [
        ("EATS_DISPLAY__TEXT_SCALE", "150", lambda s: s.display.text_scale, 150),
        ("EATS_SYNC__DAYS", "3", lambda s: s.sync.days, 3),
        ("EATS_NOTIFICATIONS__LEAD_MINUTES", "[10]", lambda s: s.notifications.lead_minutes, (10,)),
        ("EATS_SOURCES__HMALL__ENABLED", "false", lambda s: s.source("hmall").enabled, False),
        (
            "EATS_SOURCES__BTV_GUIDE__BASE_URL",
            "http://127.0.0.1:1",
            lambda s: s.source("btv_guide").base_url,
            "http://127.0.0.1:1",
        ),
    ],
)
def test_a_variable_sets_its_setting(monkeypatch, tmp_path, variable, text, read, expected):
    monkeypatch.setenv(variable, text)
    assert read(load_settings(tmp_path)) == expected


def test_later_layers_win(monkeypatch, tmp_path):
    given = tmp_path / "given.toml"
    (tmp_path / "settings.toml").write_text("[sync]\ndays = 2\nretries = 1", encoding="utf-8")
    assert load_settings(tmp_path).sync.days == 2
    given.write_text("[sync]\ndays = 3", encoding="utf-8")
    settings = load_settings(tmp_path, given)
    assert (settings.sync.days, settings.sync.retries) == (3, 1)
    monkeypatch.setenv("EATS_SYNC__DAYS", "4")
    assert load_settings(tmp_path, given).sync.days == 4


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("display", "text_scale", 500),
        ("display", "theme", "pink"),
        ("sync", "days", 0),
        ("sync", "request_interval_s", -1),
        ("notifications", "lead_minutes", [5, 9999]),
        ("storage", "keep_days", "many"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(tmp_path, section, name, value):
    service = SettingsService(tmp_path)
    before = service.update("display", text_scale=120)
    with pytest.raises(InputError) as refused:
        service.update(section, **{name: value})
    assert f"{section}.{name}" in refused.value.detail
    assert "값이 맞지 않아요" in refused.value.detail
    assert service.current == before
    assert load_settings(tmp_path).model_dump() == before.model_dump()


def test_names_of_a_newer_program_are_kept_on_update(tmp_path):
    file = tmp_path / "settings.toml"
    text = "# 내가 쓴 말\n[display]\nlantern = 3\n\n[galley]\nstove = 'gas'\n"
    file.write_text(text, encoding="utf-8")
    SettingsService(tmp_path).update("display", text_scale=130)
    kept = file.read_text(encoding="utf-8")
    assert "lantern = 3" in kept
    assert "stove = 'gas'" in kept
    assert "# 내가 쓴 말" in kept
    assert load_settings(tmp_path).display.text_scale == 130
