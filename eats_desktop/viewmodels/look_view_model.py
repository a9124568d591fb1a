"""How the window looks: colours, size of text, motion; one place that also remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.services.settings import Theme

if TYPE_CHECKING:
    from eats_desktop.services.settings import DisplaySettings, SettingsService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = (100, 115, 130, 150, 175, 200)


@QmlElement
class LookViewModel(QObject):
    """`theme` is what the shopper chose, `mode` what that means now: light, dark or contrast."""

    changed = Signal()

    def __init__(self, settings: SettingsService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._problem = ""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    @property
    def _display(self) -> DisplaySettings:
        return self._settings.current.display

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._display.theme.value

    @Property(str, notify=changed)
    def mode(self) -> str:
        if self._display.theme is not Theme.SYSTEM:
            return self._display.theme.value
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # the stub knows classes only
    def textSteps(self) -> list[int]:
        """The sizes on offer, in percent."""
        return list(STEPS)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last choice was not taken; "" when it was."""
        return self._problem

    @Property(int, notify=changed)
    def textScale(self) -> int:
        """The size of text in percent, 100 to 200."""
        return self._display.text_scale

    @Property(bool, notify=changed)
    def reduceMotion(self) -> bool:
        return self._display.reduce_motion

    @Property(bool, notify=changed)
    def letterShortcuts(self) -> bool:
        return self._display.letter_shortcuts

    @Property(bool, notify=changed)
    def setupDone(self) -> bool:
        return self._display.setup_done

    @Slot(str)
    def chooseTheme(self, theme: str) -> None:
        self._set(theme=theme)

    @Slot(int)
    def chooseTextScale(self, percent: int) -> None:
        self._set(text_scale=min(max(percent, STEPS[0]), STEPS[-1]))

    @Slot(int)
    def stepTextScale(self, steps: int) -> None:
        """Go to the next larger (1) or smaller (-1) size; 0 goes back to 100 %."""
        if steps == 0:
            self._set(text_scale=STEPS[0])
            return
        nearest = min(STEPS, key=lambda step: abs(step - self._display.text_scale))
        place = STEPS.index(nearest) + steps
        self._set(text_scale=STEPS[min(max(place, 0), len(STEPS) - 1)])

    @Slot()
    def nextTheme(self) -> None:
        order = (Theme.LIGHT, Theme.DARK, Theme.CONTRAST)
        here = next((i for i, theme in enumerate(order) if theme.value == self.property("mode")), 0)
        self._set(theme=order[(here + 1) % len(order)].value)

    @Slot(bool)
    def setReduceMotion(self, on: bool) -> None:
        self._set(reduce_motion=on)

    @Slot(bool)
    def setLetterShortcuts(self, on: bool) -> None:
        self._set(letter_shortcuts=on)

    @Slot()
    def finishSetup(self) -> None:
        self._set(setup_done=True)

    @Slot()
    def restartSetup(self) -> None:
        self._set(setup_done=False)

    def _set(self, **values: Any) -> None:
        try:
            self._settings.update("display", **values)
            self._problem = ""
        except EatsError as error:
            self._problem = error.detail
        self.changed.emit()
