import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* When the same product is on again: day, hours, channel, price. */
ListLine {
    id: line

    required property string channel
    required property string channelNo
    required property string timeText
    required property string stateKind
    required property string stateText
    required property string priceText
    required property bool isLive
    required property bool isWished
    required property bool canWish

    signal wishToggled

    objectName: "line." + key
    live: isLive
    implicitHeight: row.implicitHeight + 2 * Theme.s12
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_W && canWish;
        if (event.accepted)
            wishToggled();
    }

    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.s16
            anchors.rightMargin: Theme.s8
            spacing: Theme.s12

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: line.timeText
                    font.pixelSize: Theme.titleS
                    font.bold: true
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    text: qsTr("%1 %2번").arg(line.channel).arg(line.channelNo)
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                StateBadge {
                    visible: line.stateKind !== "upcoming"
                    kind: line.stateKind
                    words: line.stateText
                }
            }

            TextLine {
                text: line.priceText
                font.bold: true
                color: Theme.primary
            }

            HeartButton {
                visible: line.canWish
                on: line.isWished
                onClicked: line.wishToggled()
            }
        }
    }
}
