import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One notice; unread ones carry a dot, bold type and the word. */
ListLine {
    id: line

    required property string symbol
    required property string tone
    required property string title
    required property string body
    required property string whenText
    required property bool isUnread
    required property bool opens

    objectName: "notice." + key
    faded: !isUnread
    implicitHeight: row.implicitHeight + 2 * Theme.s16
    Accessible.description: opens ? qsTr("누르면 무엇에 대한 알림인지 보여 드려요") : isUnread ? qsTr("누르면 읽음으로 바꿔요") : ""

    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s16
            spacing: Theme.s16

            Rectangle {
                Layout.alignment: Qt.AlignTop
                implicitWidth: Theme.px(44)
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

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    Row {
                        visible: line.isUnread
                        spacing: Theme.s8
                        rightPadding: Theme.s4

                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Theme.px(12)
                            height: width
                            radius: width / 2
                            color: Theme.primary
                        }

                        TextLine {
                            text: qsTr("읽지 않음")
                            font.pixelSize: Theme.caption
                            font.bold: true
                            color: Theme.primary
                        }
                    }

                    TextLine {
                        text: line.whenText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.pixelSize: Theme.titleS
                    font.bold: line.isUnread
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.body
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }

            Icon {
                Layout.alignment: Qt.AlignVCenter
                visible: line.opens
                symbol: "chevron-right"
                tint: Theme.text2
            }
        }
    }
}
