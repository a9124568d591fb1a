import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A made-up broadcast, to see how the chosen size and colours read. */
Rectangle {
    id: sample

    Layout.fillWidth: true
    implicitHeight: row.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("보기: 방송 중, 손질 고등어 10팩, 29,900원")

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.s16
        spacing: Theme.s16

        Rectangle {
            visible: sample.width > Theme.px(420)
            implicitWidth: Theme.px(84)
            implicitHeight: implicitWidth
            radius: Theme.radiusM
            color: Theme.picture

            Icon {
                anchors.centerIn: parent
                size: Theme.px(48)
                symbol: "bowl"
                tint: Theme.pictureInk
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            Flow {
                Layout.fillWidth: true
                spacing: Theme.s8

                TextLine {
                    text: qsTr("10:20~11:20")
                    font.bold: true
                }

                StateBadge {
                    kind: "live"
                    words: qsTr("방송 중")
                }
            }

            TextLine {
                Layout.fillWidth: true
                text: qsTr("손질 고등어 10팩")
                wrapMode: Text.Wrap
                maximumLineCount: 2
                font.pixelSize: Theme.titleS
                font.bold: true
            }

            PriceLabel {
                Layout.fillWidth: true
                price: qsTr("29,900원")
                listPrice: qsTr("39,900원")
                discount: qsTr("25%")
            }
        }
    }
}
