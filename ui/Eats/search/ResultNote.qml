import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* What to know of the results in one line, with the one thing to do about it. */
Rectangle {
    id: note

    required property string words
    required property string actionText
    property string symbol: "info"

    signal acted

    visible: words !== ""
    implicitHeight: row.implicitHeight + 2 * Theme.s8
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.divider
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s8
        spacing: Theme.s12

        Icon {
            symbol: "info"
            tint: Theme.text2
        }

        TextLine {
            objectName: "search.note"
            Layout.fillWidth: true
            text: note.words
            wrapMode: Text.Wrap
        }

        AppButton {
            objectName: "search.note.action"
            visible: text !== ""
            symbol: note.symbol
            text: note.actionText
            onClicked: note.acted()
        }
    }
}
