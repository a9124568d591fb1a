"""What a shopper does in the open window, and what is to be seen after it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import BroadcastId


class Browser(QObject):
    """The desktop's web browser: keeps the addresses it is asked to open."""

    def __init__(self):
        super().__init__()
        self.visited = []

    @Slot("QUrl")
    def open(self, url):
        self.visited.append(url.toString())


@contextmanager
def web_browser(scheme="https"):
    browser = Browser()
    QDesktopServices.setUrlHandler(scheme, browser, "open")
    try:
        yield browser
    finally:
        QDesktopServices.unsetUrlHandler(scheme)


def state(model):
    return model.property("state")


def rows(model, name):
    return model.property(name).rows()


def toasts(window):
    return rows(window.models.notices, "toasts")


def told(window, qtbot, place=-1):
    """Return a toast, the newest; it may come a turn after what it tells of."""
    qtbot.waitUntil(lambda: bool(toasts(window)))
    return toasts(window)[place]


def on_page(window, qtbot, page, kinds=("ready",)):
    window.models.navigator.go(page)
    model = getattr(window.models, page)
    qtbot.waitUntil(lambda: state(model) in kinds)
    return model


def today(window):
    now = window.clock.now()
    return window.box.schedule.day(now.date(), food_only=False).broadcasts


def later_today(window, minutes=90):
    """Broadcasts of today that start late enough for every reminder, with products."""
    soonest = window.clock.now() + timedelta(minutes=minutes)
    return [b for b in today(window) if b.food_products and b.starts_at > soonest]


def open_broadcast(window, qtbot, broadcast):
    """Open its detail and wait until the detail shows it."""
    key = str(broadcast if isinstance(broadcast, BroadcastId) else broadcast.id)
    window.models.navigator.open(key)
    detail = window.models.broadcast
    qtbot.waitUntil(lambda: [row.key for row in rows(detail, "card")] == [key])
    qtbot.waitUntil(lambda: is_seen(window.item("broadcast.phone")))
    return detail


def overlay_items(window):
    """Every item of the popups, which lie over the window's content."""
    content = window.window.contentItem()
    waiting = list((content.parentItem() or content).childItems())
    for item in waiting:
        waiting.extend(item.childItems())
    return waiting


def is_seen(item):
    return item is not None and item.isVisible() and item.width() > 0


def press(window, qtbot, name):
    """Press a control as a keyboard user does."""
    qtbot.waitUntil(lambda: is_seen(window.item(name)))
    item = window.item(name)
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_Space)


def spoken(item):
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def texts_below(item):
    """Every text that is to be seen in an item, top down."""
    own = item.property("text") if item.inherits("QQuickText") else None
    found = [own] if own and item.isVisible() else []
    return found + [text for child in item.childItems() for text in texts_below(child)]


@contextmanager
def unreadable(database):
    """Put a folder where the file was: whatever is read meanwhile fails."""
    aside = database.path.with_suffix(".aside")
    database.path.rename(aside)
    database.path.mkdir()
    database.dispose()  # last: a read under way must not leave an open connection behind
    try:
        yield
    finally:
        database.path.rmdir()
        aside.rename(database.path)


def fail_a_search(window, qtbot):
    """Read something while nothing can be read: what was asked for before it has failed as well."""
    window.models.search.ask("무엇이든")
    qtbot.waitUntil(lambda: state(window.models.search) == "error")
