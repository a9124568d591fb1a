import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One notice; unread ones carry a dot, bold type and the word. */
AbstractButton {
    id: line

    required property string key
    required property string symbol
    required property string tone
    required property string title
    required property string body
    required property string whenText
    required property bool isUnread
    required property bool opens
    required property string spokenText
    property bool marked: false

    signal opened

    objectName: "notice." + key
    Accessible.role: Accessible.Button
    Accessible.name: spokenText
    Accessible.onPressAction: clicked()
    implicitHeight: row.implicitHeight + 2 * Theme.s12
    focusPolicy: Qt.ClickFocus
    onClicked: opened()

    background: Rectangle {
        radius: Theme.radiusL
        color: line.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: line.isUnread ? 2 : Theme.hairline
        border.color: line.isUnread ? Theme.primary : Theme.divider
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.s12

        Rectangle {
            Layout.alignment: Qt.AlignTop
            Layout.leftMargin: Theme.s16
            Layout.topMargin: Theme.s4
            implicitWidth: Theme.px(40)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.softTone(line.tone)
            border.width: Theme.hairline
            border.color: Theme.tone(line.tone)

            Icon {
                anchors.centerIn: parent
                symbol: line.symbol
                tint: Theme.tone(line.tone)
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            TextLine {
                Layout.fillWidth: true
                text: line.title
                font.bold: line.isUnread
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }

            TextLine {
                Layout.fillWidth: true
                text: line.body
                color: Theme.text2
                wrapMode: Text.Wrap
                maximumLineCount: 6
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.rightMargin: Theme.s16
            spacing: Theme.s4

            TextLine {
                Layout.alignment: Qt.AlignRight
                text: line.whenText
                font.pixelSize: Theme.caption
                color: Theme.text2
            }

            TextLine {
                Layout.alignment: Qt.AlignRight
                visible: line.isUnread
                text: qsTr("읽지 않음")
                font.pixelSize: Theme.caption
                font.bold: true
                color: Theme.primary
            }
        }
    }

    FocusRing {
        target: line
        visible: line.activeFocus || line.marked
    }
}
