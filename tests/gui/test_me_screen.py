"""내 정보: the whole of J19 and the way back to a backup, in windows that close and open again."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import QUrl

from eats_desktop.app.qt.reopening import recovered
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import StorageCorruptError
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.people import People
from tests.gui.conftest import EVENING
from tests.helpers.reopened import Scenes

pytestmark = pytest.mark.gui
STEW = RecipeKey("library", "pork-kimchi-stew")


@pytest.fixture
def play(qtbot, qapp, tmp_path):
    (tmp_path / "settings.toml").write_text(
        '[display]\nsetup_done = true\nreduce_motion = true\ntheme = "light"\n', encoding="utf-8"
    )
    clock = ManualClock(EVENING)
    yield lambda *scenes, **start: Scenes(qapp, tmp_path, clock, qtbot, *scenes).play(**start)
    qapp.setQuitOnLastWindowClosed(True)


def on_me(hand):
    hand.models.navigator.go("me")
    hand.until(lambda: hand.models.me.property("state") == "ready")


def queries(hand):
    return [row.text for row in hand.models.me.property("queries").rows()]


def enter(hand, pin):
    hand.write("lock.pin", pin)
    hand.press("lock.open")
    hand.until(lambda: not hand.models.people.property("isBusy"))


def begin(hand):
    """나 adds another person, sets a PIN and is locked out by wrong ones."""
    hand.box.tasks.write_now(lambda: hand.box.food.history.remember("비밀 갈비"))
    hand.box.tasks.write_now(lambda: hand.box.recipes.events.rate(STEW, 3))
    on_me(hand)
    assert queries(hand) == ["비밀 갈비"]
    hand.press(f"me.star.{STEW}.5")
    hand.until(lambda: hand.box.recipes.events.rating(STEW) == 5)
    hand.press("me.add")
    hand.write("me.naming.field", "엄마")
    hand.press("me.naming.save")
    hand.until(lambda: hand.models.people.property("hasOthers"))
    hand.press("me.pin")
    hand.write("me.pinning.fresh", "4821")
    hand.write("me.pinning.again", "4821")
    hand.press("me.pinning.save")
    hand.until(lambda: hand.models.people.property("hasPin"))
    hand.press("me.lock")
    for left in (4, 3, 2, 1):
        enter(hand, "0000")
        assert f"{left}번 더" in hand.find("lock.problem").property("text")
    enter(hand, "0000")
    enter(hand, "4821")
    assert "잠겼어요" in hand.find("lock.problem").property("text")
    hand.clock.advance(timedelta(minutes=1))
    enter(hand, "4821")
    assert not hand.models.people.property("locked")
    hand.press("me.switch.엄마")


def her_window(hand):
    assert hand.models.people.property("name") == "엄마"
    assert hand.models.people.property("notice") == "엄마 프로필로 바꿨어요."
    on_me(hand)
    assert queries(hand) == []
    assert hand.models.me.property("ratings").rows() == ()
    hand.press("me.switch.나")


def back_behind_the_curtain(hand):
    assert hand.models.people.property("locked")
    enter(hand, "4821")
    on_me(hand)
    target = hand.box.data_dir.parent / "mine.json"
    hand.models.myData.exportTo(QUrl.fromLocalFile(str(target)))
    hand.until(target.is_file)
    found = json.loads(target.read_text(encoding="utf-8"))
    assert [query["text"] for query in found["search_history"]] == ["비밀 갈비"]
    assert [rating["value"] for rating in found["ratings"]] == [5]
    target.unlink()
    hand.press("me.backup")
    hand.until(lambda: hand.models.myData.property("hasCopies"))
    hand.press("me.erase")
    hand.write("me.erasing.name", "나")
    hand.write("me.erasing.words", "아니요")
    hand.press("me.erasing.yes")
    assert "모두 지우기" in hand.find("me.erasing.problem").property("text")
    hand.write("me.erasing.words", "모두 지우기")
    hand.press("me.erasing.yes")
    hand.leaves()


def nothing_left(hand):
    assert hand.models.people.property("notice").startswith("내 정보를 모두 지웠어요.")
    assert not hand.models.people.property("locked")
    on_me(hand)
    assert queries(hand) == []
    data_dir = hand.box.data_dir
    assert not list((data_dir / "backups").glob("user-*"))
    files = (path for path in data_dir.rglob("*") if path.is_file())
    assert [p.name for p in files if "비밀 갈비".encode() in p.read_bytes()] == []
    assert [person.name for person in People(data_dir).all()] == ["나", "엄마"]


def test_j19_a_profile_its_pin_its_export_and_its_end(play):
    play(begin, her_window, back_behind_the_curtain, nothing_left)


def back_up_and_restore(hand):
    remember = hand.box.food.history.remember
    hand.box.tasks.write_now(lambda: remember("두부"))
    on_me(hand)
    hand.press("me.backup")
    hand.until(lambda: hand.models.myData.property("hasCopies"))
    hand.until(lambda: hand.find("me.backupText").property("text").startswith("마지막 백업"))
    hand.box.tasks.write_now(lambda: remember("김치"))
    (copy,) = hand.models.myData.property("copies").rows()
    hand.press("me.copies")
    hand.press(f"me.restore.{copy.key}")
    hand.press("confirm.yes")
    hand.leaves()


def as_it_was(hand):
    assert hand.models.people.property("notice").startswith("백업으로 되돌렸어요.")
    on_me(hand)
    assert queries(hand) == ["두부"]
    hand.until(lambda: len(hand.models.myData.property("copies").rows()) == 2)


def told_of_it(hand):
    assert "손상되어" in hand.models.people.property("notice")
    on_me(hand)
    assert queries(hand) == ["두부"]


def test_j20_a_damaged_file_gives_way_to_the_last_sound_backup(play, tmp_path):
    play(back_up_and_restore, as_it_was)
    assert recovered(tmp_path, "main") == ""
    (tmp_path / "backups" / "user-20991231-000000.db").write_bytes(b"torn" * 2000)
    (tmp_path / "user.db").write_bytes(b"no database any more " * 500)
    notice = recovered(tmp_path, "main")
    play(told_of_it, notice=notice)
    for copy in (tmp_path / "backups").glob("user-*.db"):
        copy.unlink()
    (tmp_path / "user.db").write_bytes(b"no database any more " * 500)
    with pytest.raises(StorageCorruptError):
        recovered(tmp_path, "main")


def her_file_is_beyond_repair(hand):
    people = hand.box.household.people
    her = people.add("엄마").person_id
    people.home(her).mkdir(parents=True)
    (people.home(her) / "user.db").write_bytes(b"no database any more " * 500)
    hand.models.people.switchTo(her)


def still_mine(hand):
    assert hand.models.people.property("name") == "나"
    assert "DB-02" in hand.models.people.property("notice")


def test_a_profile_that_cannot_be_opened_leaves_the_window_where_it_was(play):
    play(her_file_is_beyond_repair, still_mine)
