import QtQuick
import QtQuick.Layouts
import Eats.theme

/* What stands above the lines of a TopList and scrolls with them. It is no header of the list:
   a list takes the focus from its own header whenever its current line is made anew. */
FocusScope {
    id: head

    required property TopList list
    readonly property real room: height + Theme.s24 + Theme.s16
    default property alias content: column.data

    x: list.x + list.side
    y: list.y + Theme.s24 + list.originY - list.contentY
    width: list.lineWidth
    height: column.implicitHeight
    z: 1
    onActiveFocusChanged: if (activeFocus && y + height < Theme.s24)
        list.positionViewAtBeginning()

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Theme.s16
    }
}
