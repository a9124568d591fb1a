"""Notices on the desktop: what the service really receives, and what happens without one."""

from __future__ import annotations

import threading

import pytest

from eats_desktop.domain.errors import NotifyError
from eats_desktop.notifications.desktop import (
    DesktopOutbox,
    NullNotifier,
    PlyerNotifier,
    clipped,
)
from tests.helpers.session_bus import NotificationService, missing_tools, session_bus

needs_bus = pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {missing_tools()}")

TITLE = "5분 뒤 시작해요 · 한가람쇼핑 12번"
BODY = "바다골 손질 고등어 · 21:40~22:40 · 39,900원"


@pytest.fixture
def bus(monkeypatch):
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def service(bus):
    running = NotificationService()
    yield running
    running.close()


@needs_bus
def test_the_desktop_receives_app_name_title_and_body_as_sent(service):
    PlyerNotifier().send(TITLE, BODY)
    assert service.received() == {"app_name": "Eat's 유혹", "title": TITLE, "body": BODY}


@needs_bus
def test_a_name_that_begins_with_a_hyphen_is_shown(service):
    PlyerNotifier().send(TITLE, "-50% 솔바람 배추김치")
    assert service.received()["body"] == " -50% 솔바람 배추김치"


@needs_bus
def test_notices_are_shown_one_after_the_other_in_order(service):
    outbox = DesktopOutbox(PlyerNotifier(), lambda: 10)
    for number in range(3):
        outbox.send(f"{number}", BODY)
    outbox.close()
    assert [service.received()["title"] for _ in range(3)] == ["0", "1", "2"]
    assert outbox.last_problem is None


@needs_bus
def test_where_a_service_listens_there_is_no_problem(service):
    assert PlyerNotifier().problem() is None


@needs_bus
def test_without_a_service_a_notice_is_not_called_sent(bus):
    with pytest.raises(NotifyError, match="바탕 화면 서비스가 없어요"):
        PlyerNotifier().send(TITLE, BODY)


@needs_bus
def test_without_a_bus_a_notice_is_not_called_sent(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    assert PlyerNotifier().problem() == "알림을 받아 줄 바탕 화면 서비스가 없어요"


@needs_bus
def test_without_notify_send_the_reason_says_so(bus, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "notify-send" in PlyerNotifier().problem()


@needs_bus
def test_a_service_that_never_answers_is_left_after_the_deadline(bus):
    service = NotificationService("hang")
    outbox = DesktopOutbox(PlyerNotifier(), lambda: 0.5)
    outbox.send(TITLE, BODY)
    outbox.close()
    problem = outbox.last_problem
    service.close()
    assert problem == "바탕 화면이 제때 답하지 않아요"


class Hanging:
    """A backend that hangs until it is let go."""

    def __init__(self):
        self.calls = 0
        self.let_go = threading.Event()

    def problem(self):
        return None

    def send(self, title, body):
        self.calls += 1
        self.let_go.wait(10)


@pytest.fixture
def hanging():
    backend = Hanging()
    yield backend
    backend.let_go.set()


def test_sending_never_waits_for_the_desktop(hanging):
    outbox = DesktopOutbox(hanging, lambda: 5)
    for _ in range(100):
        outbox.send(TITLE, BODY)
    assert hanging.calls <= 1
    hanging.let_go.set()
    outbox.close()


def test_a_backend_that_hangs_is_not_called_again_before_it_came_back(hanging):
    outbox = DesktopOutbox(hanging, lambda: 0.01)
    for _ in range(20):
        outbox.send(TITLE, BODY)
    outbox.close()
    assert hanging.calls == 1
    assert outbox.last_problem == "바탕 화면이 제때 답하지 않아요"


def test_a_notice_that_was_shown_clears_the_problem():
    class Recovering(Hanging):
        def send(self, title, body):
            self.calls += 1
            if self.calls == 1:
                raise NotifyError("잠깐 안 돼요")

    outbox = DesktopOutbox(Recovering(), lambda: 5)
    outbox.send(TITLE, BODY)
    outbox.send(TITLE, BODY)
    outbox.close()
    assert outbox.last_problem is None


def test_a_problem_that_lasts_is_logged_once(caplog):
    caplog.set_level("INFO", "eats_desktop.notifications.desktop")
    outbox = DesktopOutbox(NullNotifier("키오스크에서는 알리지 않아요"), lambda: 5)
    for _ in range(5):
        outbox.send(TITLE, "같은 글")
    outbox.close()
    assert len(caplog.records) == 1


@pytest.mark.parametrize("text", ["가" * 63, "🍲" * 31, ""])
def test_what_windows_can_show_is_left_alone(text):
    assert clipped(text, 63) == text


@pytest.mark.parametrize("text", ["가" * 64, "🍲" * 32, "가" + "🍲" * 31 + "나"])
def test_what_windows_cannot_show_is_cut_between_characters(text):
    cut = clipped(text, 63)
    assert len(cut.encode("utf-16-le")) <= 63 * 2
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
