"""Serves drawings and photos to the tiles on screen without Qt's image reading thread.

That thread must not call Python: it holds Qt's pixmap lock while it waits for the interpreter, and
the UI thread waits for that lock from inside Python (seen with PySide6 6.11.3 as soon as
`engine.load` meets an image, for asynchronous and for forced-asynchronous providers alike). So the
tiles say what they want, threads of our own fetch and decode it, and the UI thread only hands over
pictures that are ready.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from eats_desktop.app.qt.drawing_provider import DrawingProvider
from eats_desktop.app.qt.photo_shot import Shot, develop, parse_shot

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtQml import QQmlEngine

_MOST_BYTES = 24 << 20


class PhotoSource(Protocol):
    def kept(self, source: str, address: str) -> bytes | None:
        """Return what is at hand at once."""

    def get(self, source: str, address: str) -> bytes | None:
        """Return the photo, however long it takes."""


class PhotoProvider(QQuickImageProvider):
    """Developed pictures under a number each; the ones unused for longest are let go."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._held: OrderedDict[str, tuple[str, QImage]] = OrderedDict()
        self._last = 0
        self._bytes = 0

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002, ARG002
        image = next((image for number, image in self._held.values() if number == id), None)
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def held(self, wanted: str) -> str | None:
        """Return the address under which QML gets a picture that is still here."""
        found = self._held.get(wanted)
        if found is None:
            return None
        self._held.move_to_end(wanted)
        return f"image://photo/{found[0]}"

    def hold(self, wanted: str, image: QImage) -> str:
        self._last += 1
        self._held[wanted] = (str(self._last), image)
        self._bytes += image.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._held) > 1:
            _, (_, old) = self._held.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        return f"image://photo/{self._last}"


class PictureDesk:
    """Answers the tiles of one engine; all but `_look` and `_fetch` is for the UI thread only."""

    def __init__(self, photos: PhotoSource, post: Callable[[Callable[[], None]], None]) -> None:
        self._photos = photos
        self._post = post
        self._provider = PhotoProvider()
        self._tiles: Any = None
        self._askers: dict[str, int] = {}
        self._running: dict[str, Future[None]] = {}
        self._closed = threading.Event()
        self._disk = ThreadPoolExecutor(1, "eats-photo")
        self._net = ThreadPoolExecutor(2, "eats-photo-net")

    def serve(self, engine: QQmlEngine, drawings: Path) -> None:
        """Answer the tiles of an engine whose import path is set; before its QML is loaded."""
        engine.addImageProvider("drawing", DrawingProvider(drawings))
        engine.addImageProvider("photo", self._provider)
        self._tiles = engine.singletonInstance("Eats.controls", "Pictures")
        self._tiles.asked.connect(self.ask)
        self._tiles.dropped.connect(self.drop)
        self._tiles.setProperty("served", True)

    def close(self) -> None:
        """Answer nobody any more; to be called before the engine goes."""
        self._closed.set()
        self._tiles = None
        self._disk.shutdown(wait=False, cancel_futures=True)
        self._net.shutdown(wait=False, cancel_futures=True)

    def ask(self, wanted: str) -> None:
        """Get a picture for one more tile and tell when it is there."""
        if self._closed.is_set():
            return
        at_hand = self._provider.held(wanted)
        if at_hand is not None:
            self._tell(wanted, at_hand)
            return
        shot = parse_shot(wanted)
        if shot is None:
            return
        self._askers[wanted] = self._askers.get(wanted, 0) + 1
        if self._askers[wanted] == 1:
            self._start(self._disk, self._look, wanted, shot)

    def drop(self, wanted: str) -> None:
        """Forget what one tile asked for; work that nobody waits for is not begun."""
        askers = self._askers.get(wanted, 0)
        if askers > 1:
            self._askers[wanted] = askers - 1
        elif askers == 1:
            del self._askers[wanted]
            self._running.pop(wanted).cancel()

    def _start(
        self, pool: ThreadPoolExecutor, work: Callable[[str, Shot], None], wanted: str, shot: Shot
    ) -> None:
        future = pool.submit(work, wanted, shot)
        future.add_done_callback(self._show_bug)
        self._running[wanted] = future

    def _show_bug(self, future: Future[None]) -> None:
        """Raise what went wrong on the UI thread, where the crash hook sees it."""
        if not future.cancelled() and future.exception() is not None:
            self._post(future.result)

    def _look(self, wanted: str, shot: Shot) -> None:
        body = self._photos.kept(shot.source, shot.address)
        if body is None:
            self._post(lambda: self._send_for(wanted, shot))
        else:
            self._hand_over(wanted, develop(body, shot))

    def _fetch(self, wanted: str, shot: Shot) -> None:
        body = self._photos.get(shot.source, shot.address)
        if not self._closed.is_set():
            self._hand_over(wanted, None if body is None else develop(body, shot))

    def _hand_over(self, wanted: str, image: QImage | None) -> None:
        self._post(lambda: self._done(wanted, image))

    def _send_for(self, wanted: str, shot: Shot) -> None:
        if wanted in self._askers and not self._closed.is_set():
            self._start(self._net, self._fetch, wanted, shot)

    def _done(self, wanted: str, image: QImage | None) -> None:
        waited_for = self._askers.pop(wanted, 0) > 0
        self._running.pop(wanted, None)
        if waited_for and image is not None:
            self._tell(wanted, self._provider.held(wanted) or self._provider.hold(wanted, image))

    def _tell(self, wanted: str, at: str) -> None:
        if self._tiles is not None:
            self._tiles.came.emit(wanted, at)
