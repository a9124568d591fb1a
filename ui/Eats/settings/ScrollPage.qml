import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A column that scrolls, centred and not too wide; what gets the focus comes into sight. */
FocusScope {
    id: page

    property int widest: Theme.px(860)
    property int edge: Theme.s24
    property bool centred: false
    readonly property Item focused: Window.activeFocusItem
    default property alias content: column.data

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y + column.y - Theme.s24;
        const bottom = top + item.height + 2 * Theme.s24;
        flick.contentY = Math.max(0, Math.min(Math.max(flick.contentY, bottom - flick.height), top));
    }

    function scroll(by: real) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by));
    }

    onFocusedChanged: if (focused && activeFocus)
        reveal(focused)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp;
        if (event.accepted)
            scroll((event.key === Qt.Key_PageDown ? 0.8 : -0.8) * flick.height);
    }

    Flickable {
        id: flick

        objectName: page.objectName + ".scroll"
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * page.edge
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: Scroll {}

        ColumnLayout {
            id: column

            x: (flick.width - width) / 2
            y: page.centred ? Math.max(page.edge, (flick.height - implicitHeight) / 2) : page.edge
            width: Math.min(page.widest, flick.width - 2 * page.edge)
            spacing: Theme.s24
        }
    }
}
