import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A broadcast with its picture on top: home and other grids. */
AbstractButton {
    id: card

    required property string key
    required property string title
    required property string channel
    required property string channelNo
    required property string timeText
    required property string stateKind
    required property string stateText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string unitPriceText
    required property string othersText
    required property string noteText
    required property string photoUrl
    required property string drawing
    required property bool isLive
    required property bool isOver
    required property bool isWished
    required property bool canWish
    required property real progress
    required property string spokenText

    signal opened
    signal wishToggled

    objectName: "card." + key
    Accessible.role: Accessible.Button
    Accessible.name: spokenText
    Accessible.onPressAction: clicked()
    implicitHeight: column.implicitHeight + Theme.s12
    focusPolicy: Qt.StrongFocus
    onClicked: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_W && card.canWish)
            card.wishToggled();
    }

    background: Rectangle {
        radius: Theme.radiusL
        color: card.isOver ? Theme.surfaceAlt : card.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: card.isLive ? 2 : Theme.hairline
        border.color: card.isLive ? Theme.live : Theme.divider
    }
    contentItem: Item {
        ColumnLayout {
            id: column

            width: parent.width
            spacing: Theme.s4

            FoodPicture {
                Layout.fillWidth: true
                Layout.margins: Theme.s4
                Layout.bottomMargin: 0
                Layout.preferredHeight: Math.min(Math.round(card.width * 0.56), Theme.px(150))
                drawing: card.drawing
                photo: card.photoUrl

                StateBadge {
                    anchors.left: parent.left
                    anchors.top: parent.top
                    anchors.margins: Theme.s8
                    kind: card.stateKind
                    words: card.stateText
                    solid: true
                }

                Rectangle {
                    visible: card.isLive
                    anchors.bottom: parent.bottom
                    height: Theme.s4
                    width: parent.width * card.progress
                    color: Theme.live
                }
            }

            RowLayout {
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s4
                Layout.topMargin: Theme.s4
                spacing: Theme.s8

                TextLine {
                    Layout.fillWidth: true
                    text: card.channel + " " + card.channelNo
                    font.pixelSize: Theme.caption
                    font.bold: true
                    color: Theme.text2
                }

                TextLine {
                    text: card.timeText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    Layout.rightMargin: Theme.s8
                }
            }

            TextLine {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s12
                Layout.preferredHeight: Math.ceil(font.pixelSize * 2.9)
                text: card.title
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                verticalAlignment: Text.AlignTop
                color: card.isOver ? Theme.text2 : Theme.text
            }

            RowLayout {
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s4
                spacing: Theme.s8

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    TextLine {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.ceil(font.pixelSize * 1.3)
                        text: card.listPriceText || card.noteText
                        font.pixelSize: Theme.caption
                        font.strikeout: card.listPriceText !== ""
                        color: card.listPriceText !== "" ? Theme.text2 : Theme.warn
                    }

                    PriceLabel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.ceil(Theme.priceM * 1.3)
                        price: card.priceText
                        listPrice: ""
                        discount: card.discountText
                    }

                    TextLine {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.ceil(font.pixelSize * 1.3)
                        text: card.unitPriceText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                HeartButton {
                    visible: card.canWish
                    on: card.isWished
                    onClicked: card.wishToggled()
                }
            }
        }
    }

    FocusRing {
        target: card
    }
}
