import QtQuick
import QtQuick.Controls.Basic
import Eats.theme
import Eats.controls

/* What lines of lists share: frame, ring, name for readers, one stop of the Tab key per list. */
AbstractButton {
    id: line

    required property string key
    required property string spokenText
    property bool listed: false
    property bool current: false
    property bool live: false
    property bool chosen: false
    property bool faded: false
    readonly property int innerFocus: !listed || current ? Qt.StrongFocus : Qt.ClickFocus

    signal opened

    Accessible.role: Accessible.Button
    Accessible.name: spokenText
    Accessible.selected: chosen
    Accessible.onPressAction: clicked()
    focusPolicy: listed ? Qt.ClickFocus : Qt.StrongFocus
    onClicked: opened()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: line.faded || line.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: line.live || line.chosen ? 2 : Theme.hairline
        border.color: line.live ? Theme.live : line.chosen ? Theme.primary : Theme.divider
    }

    FocusRing {
        target: line
    }
}
