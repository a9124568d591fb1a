from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST
from tests.helpers.command_line import CommandLine

NOW = datetime(2026, 11, 24, 14, 20, tzinfo=KST)


@pytest.fixture(scope="session")
def sites():
    with DemoSites(lambda: NOW) as found:
        yield found


@pytest.fixture(scope="session")
def config(sites, tmp_path_factory):
    path = tmp_path_factory.mktemp("config") / "sites.toml"
    path.write_text(sites.settings_toml(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def fetched(config, tmp_path_factory):
    """Two days of all sites, fetched once; for tests that only look. `fetched.report` is what
    the synchronisation printed."""
    command = CommandLine(tmp_path_factory.mktemp("fetched"), config, NOW)
    command.report = command("sync", "--days", "2", "--json")
    return command


@pytest.fixture
def mine(fetched, config, tmp_path):
    """The same two days in a data directory of the test's own."""
    shutil.copytree(fetched.data_dir, tmp_path / "data")
    return CommandLine(tmp_path / "data", config, NOW)


@pytest.fixture
def fresh(config, tmp_path):
    """Nothing fetched yet."""
    return CommandLine(tmp_path / "data", config, NOW)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch):
    for name in ("EATS_DATA_DIR", "EATS_CONFIG", "EATS_DISK_FREE_MB"):
        monkeypatch.delenv(name, raising=False)
