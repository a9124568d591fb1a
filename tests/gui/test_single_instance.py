"""One window for each data directory: a second start raises the first and passes its link."""

from __future__ import annotations

import subprocess
import sys

import pytest

from eats_desktop.app.single_instance import SingleInstance

pytestmark = pytest.mark.gui

LINK = "eats://broadcast/hmall-20261125T2040"
HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from eats_desktop.app.single_instance import SingleInstance, hand_over
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print("first" if instance.acquire() else f"handed {hand_over(Path(sys.argv[1]), sys.argv[2])}")
"""


@pytest.fixture
def instance(qapp, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.acquire()
    yield first
    first.close()


def start_again(data_dir, link=LINK):
    return subprocess.Popen(
        [sys.executable, "-c", HAND_OVER, str(data_dir), link], stdout=subprocess.PIPE, text=True
    )


def test_a_second_start_hands_its_link_to_the_first(instance, tmp_path, qtbot):
    with qtbot.waitSignal(instance.raised, timeout=20_000) as raised:
        second = start_again(tmp_path)
    assert raised.args == [LINK]
    assert second.communicate(timeout=20)[0] == "handed True\n"


@pytest.mark.parametrize("link", ["", "https://elsewhere.example/x", "eats://broadcast/broken"])
def test_a_link_that_is_none_of_ours_only_raises_the_window(instance, tmp_path, qtbot, link):
    with qtbot.waitSignal(instance.raised, timeout=20_000) as raised:
        second = start_again(tmp_path, link)
    assert raised.args == [""]
    second.communicate(timeout=20)


def test_another_data_directory_has_its_own_window(instance, tmp_path):
    other = tmp_path / "other"
    assert start_again(other).communicate(timeout=20)[0] == "first\n"
