"""Paints one broadcast of the timetable: time, title, state as picture and word, price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from eats_desktop.paths import resources
from eats_desktop.viewmodels.timeline_text import Typeface

if TYPE_CHECKING:
    from eats_desktop.viewmodels.cards import BroadcastRow
    from eats_desktop.viewmodels.timeline_style import TimelineStyle

_SYMBOLS = {"live": "live", "cancelled": "cancelled", "moved": "moved", "ended": "check"}
_TONES = {
    "live": "live",
    "soon": "upcoming",
    "upcoming": "upcoming",
    "ended": "ended",
    "cancelled": "cancelled",
    "moved": "moved",
}
_CALLED_OFF = ("cancelled", "moved")
_WISHED_EDGE = 3
_STRONG_EDGE = 2
_MORE = re.compile(r" · | → ")


@dataclass(frozen=True, slots=True)
class _Look:
    fill: QColor
    ink: QColor
    quiet: QColor
    price: QColor
    tone: QColor
    edge: QPen


@dataclass(frozen=True, slots=True)
class _Foot:
    """What fits on the last line; "" leaves a part out, the state's picture always stays."""

    words: str
    price: str
    others: str


class CardPainter:
    def __init__(self, style: TimelineStyle) -> None:
        self._style = style
        caption, body = style.size("caption"), style.size("body")
        self._caption = Typeface(caption)
        self._badge = Typeface(caption, bold=True)
        self._title = Typeface(body, bold=True)
        self._pad = style.size("padding")
        self._gap = style.size("gap")
        self._narrow = 6 * caption
        self._icon = style.size("icon")
        self._image = lru_cache(64)(_icon_image)

    def paint(
        self, painter: QPainter, place: QRectF, card: BroadcastRow, *, selected: bool
    ) -> None:
        left, right = round(place.left()), round(place.right())
        box = QRectF(left, place.top(), right - left, place.height())
        box = box.adjusted(self._gap / 2, self._gap, -self._gap / 2, -self._gap)
        look = self._look(card, selected=selected)
        half = look.edge.widthF() / 2
        radius = self._style.size("radius")
        painter.setPen(look.edge)
        painter.setBrush(look.fill)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        inner = box.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        if inner.width() < self._narrow:
            inner.adjust(-self._pad / 2, 0, self._pad / 2, 0)
        self._paint_time(painter, inner, card, look)
        self._paint_title(painter, inner, card, look)
        self._paint_foot(painter, inner, card, look)

    def _look(self, card: BroadcastRow, *, selected: bool) -> _Look:
        colour = self._style.colour
        tone = colour(_TONES.get(card.stateKind, "quietInk"))
        off = card.isOver or card.stateKind == "moved"
        edge = QPen(colour("edge"), self._style.size("hairline"))
        if card.stateKind in _CALLED_OFF:
            edge.setStyle(Qt.PenStyle.DashLine)
        if card.isLive or selected:
            edge = QPen(colour("primary") if selected else tone, _STRONG_EDGE)
        if card.isWished:
            edge = QPen(tone if card.isLive else colour("primary"), _WISHED_EDGE)
        if selected:
            ink = colour("selectedInk")
            return _Look(colour("selected"), ink, ink, ink, ink, edge)
        quiet = colour("quietInk")
        return _Look(
            fill=colour("over" if off else "card"),
            ink=quiet if off else colour("ink"),
            quiet=quiet,
            price=quiet if off else colour("primary"),
            tone=tone,
            edge=edge,
        )

    def _paint_time(
        self, painter: QPainter, inner: QRectF, card: BroadcastRow, look: _Look
    ) -> None:
        room = inner.width()
        if card.isWished:
            room -= self._icon + self._gap
            corner = QPointF(inner.right() - self._icon, inner.top())
            self._paint_icon(painter, corner, "heart-fill", look.price)
        begins = card.timeText.partition("~")[0]
        fits = (text for text in (card.timeText, begins) if self._caption.width(text) <= room)
        self._caption.draw(painter, inner.topLeft(), next(fits, ""), look.quiet)

    def _paint_title(
        self, painter: QPainter, inner: QRectF, card: BroadcastRow, look: _Look
    ) -> None:
        face = self._title
        top = inner.top() + self._caption.height
        for line in face.lines(card.title, inner.width(), 2):
            face.draw(painter, QPointF(inner.left(), top), line, look.ink)
            if card.stateKind in _CALLED_OFF:
                middle = round(top + face.height / 2)
                painter.fillRect(QRectF(inner.left(), middle, face.width(line), 2), look.tone)
            top += face.height

    def _paint_foot(
        self, painter: QPainter, inner: QRectF, card: BroadcastRow, look: _Look
    ) -> None:
        foot = self._foot(card, inner.width())
        tall = self._badge.height + 2
        badge = QRectF(inner.left(), inner.bottom() - tall, self._badge_width(foot.words), tall)
        live = card.stateKind == "live" and look.tone != look.ink
        painter.setPen(Qt.PenStyle.NoPen if live else QPen(look.tone, 1))
        painter.setBrush(QBrush(look.tone) if live else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), tall / 4, tall / 4)
        ink = self._style.colour("liveInk") if live else look.tone
        corner = badge.topLeft() + QPointF(self._gap, (tall - self._icon) / 2)
        self._paint_icon(painter, corner, _SYMBOLS.get(card.stateKind, "clock"), ink)
        words = QPointF(corner.x() + self._icon + self._gap, badge.top() + 1)
        self._badge.draw(painter, words, foot.words, ink)
        x = badge.right() + self._pad
        self._title.draw(painter, QPointF(x, badge.top()), foot.price, look.price)
        x += self._title.width(foot.price) + self._pad
        self._caption.draw(painter, QPointF(x, badge.top() + 1), foot.others, look.quiet)

    def _foot(self, card: BroadcastRow, room: float) -> _Foot:
        """Take the most telling parts that fit: the price before words, words before the rest."""
        full, head = card.stateText, _MORE.split(card.stateText)[0]
        price, others = card.priceText, card.othersText
        choices = (
            _Foot(full, price, others),
            _Foot(full, price, ""),
            _Foot(head, price, ""),
            _Foot("", price, ""),
            _Foot(head, "", ""),
        )
        return next((foot for foot in choices if self._width(foot) <= room), _Foot("", "", ""))

    def _width(self, foot: _Foot) -> float:
        price = self._pad + self._title.width(foot.price) if foot.price else 0.0
        others = self._pad + self._caption.width(foot.others) if foot.others else 0.0
        return self._badge_width(foot.words) + price + others

    def _badge_width(self, words: str) -> float:
        bare = self._icon + 2 * self._gap
        return bare + self._badge.width(words) + 2 * self._gap if words else bare

    def _paint_icon(self, painter: QPainter, at: QPointF, name: str, ink: QColor) -> None:
        ratio = painter.device().devicePixelRatio()
        image = self._image(name, ink.name(), round(self._icon * ratio))
        painter.drawImage(QRectF(round(at.x()), round(at.y()), self._icon, self._icon), image)


def _icon_image(name: str, colour: str, size: int) -> QImage:
    svg = (resources() / "icons" / f"{name}.svg").read_bytes()
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.replace(b"#000", colour.encode()))).render(painter)
    painter.end()
    return image
