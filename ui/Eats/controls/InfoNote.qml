import QtQuick
import QtQuick.Layouts
import Eats.theme

/* A calm panel with one large line and an explanation under it. */
Rectangle {
    id: note

    required property string symbol
    required property string title
    required property string help
    property bool large: false

    implicitHeight: row.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: [title, help].join(" ").trim()

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s16
        spacing: Theme.s12

        Icon {
            Layout.alignment: Qt.AlignTop
            size: note.large ? Theme.iconL : Theme.iconM
            symbol: note.symbol
            tint: Theme.text2
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: note.title
                font.pixelSize: note.large ? Theme.priceL : Theme.body
                font.bold: true
                wrapMode: Text.Wrap
            }

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: note.help
                wrapMode: Text.Wrap
            }
        }
    }
}
