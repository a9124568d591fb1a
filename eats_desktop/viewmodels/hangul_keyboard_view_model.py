"""The keyboard of the touch screen: keys of the layer in hand, and the text they made."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.hangul_keyboard import Layer, Typed, key_rows, spoken

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MOST = 60


@QmlElement
class HangulKeyboardViewModel(QObject):
    """Shift holds for one letter. `text` is bound to the field; nothing else keeps it."""

    changed = Signal()
    textChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = Typed()
        self._layer = Layer.HANGUL
        self._shifted = False

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self._typed.text

    @Property(str, notify=changed)
    def layer(self) -> str:
        return self._layer.value

    @Property(bool, notify=changed)
    def shifted(self) -> bool:
        return self._shifted

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # the stub knows classes only
    def rows(self) -> list[list[dict[str, str]]]:
        """Three rows of keys, each with what it types and what it is called."""
        rows = key_rows(self._layer, shifted=self._shifted)
        return [[{"key": key, "name": spoken(key)} for key in row] for row in rows]

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a key; text that fills the field takes no more."""
        typed = self._typed.with_key(key)
        if len(typed.text) > _MOST:
            return
        self._set(typed)
        if self._shifted:
            self.shift()

    @Slot()
    def back(self) -> None:
        self._set(self._typed.without_last())

    @Slot()
    def clear(self) -> None:
        self._set(Typed())

    @Slot(str)
    def fill(self, text: str) -> None:
        """Put settled text into the field, such as a suggestion that was touched."""
        self._set(Typed(text[:_MOST]))

    @Slot()
    def shift(self) -> None:
        self._shifted = not self._shifted
        self.changed.emit()

    @Slot(str)
    def choose(self, layer: str) -> None:
        self._layer, self._shifted = Layer(layer), False
        self._set(Typed(self._typed.text))
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Forget everything, for the next person."""
        self.clear()
        self.choose(Layer.HANGUL.value)

    def _set(self, typed: Typed) -> None:
        if typed != self._typed:
            self._typed = typed
            self.textChanged.emit()
