import QtQuick
import QtQuick.Controls.Basic
import Eats.theme
import Eats.controls

/* One key. It types when it is touched, not when it is let go; a second finger waits for the first. */
AbstractButton {
    id: key

    required property string name
    property KeyHold hold
    property bool isMain: false
    readonly property color ink: isMain ? Theme.primaryInk : checked ? Theme.primarySoftInk : Theme.text

    signal typed

    function type() {
        if (!hold.take(key))
            return;
        typed();
    }

    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: typed()
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: typed()
    Keys.onEnterPressed: typed()
    Keys.onSpacePressed: typed()
    onPressed: type()
    onReleased: hold.leave(key)
    onCanceled: hold.leave(key)

    background: Rectangle {
        radius: Theme.radiusM
        color: key.isMain ? Theme.primary : key.checked ? Theme.primarySoft : key.pressed ? Theme.surfaceAlt : Theme.surface
        border.width: key.pressed ? 2 * Theme.hairline : Theme.hairline
        border.color: key.pressed ? Theme.primary : Theme.outline
    }
    contentItem: TextLine {
        text: key.text
        font.bold: true
        color: key.ink
        lineHeight: 1
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }

    FocusRing {
        target: key
    }
}
