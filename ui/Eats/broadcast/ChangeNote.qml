import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Says on top of a broadcast that it was moved or cancelled, and leads to where it went. */
Rectangle {
    id: note

    required property string kind
    required property string words
    property string actionText: ""

    signal acted

    objectName: "broadcast.change"
    implicitHeight: column.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.softTone(kind)
    border.width: 2
    border.color: Theme.tone(kind)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s16
        spacing: Theme.s12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s12

            Icon {
                Layout.alignment: Qt.AlignTop
                symbol: note.kind === "cancelled" ? "cancelled" : "moved"
                tint: Theme.tone(note.kind)
            }

            TextLine {
                Layout.fillWidth: true
                text: note.words
                font.bold: true
                wrapMode: Text.Wrap
                color: Theme.tone(note.kind)
            }
        }

        AppButton {
            objectName: "broadcast.moved"
            Layout.fillWidth: true
            visible: note.actionText !== ""
            kind: "primary"
            symbol: "forward"
            text: note.actionText
            onClicked: note.acted()
        }
    }
}
