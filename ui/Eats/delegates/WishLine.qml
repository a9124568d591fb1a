import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One heart: the broadcast it means now, its alarm, and taking it back. */
AbstractButton {
    id: line

    required property string key
    required property int wishId
    required property bool isProduct
    required property string broadcast
    required property string title
    required property string placeText
    required property string whenText
    required property string stateKind
    required property string stateText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string noteText
    required property string photoUrl
    required property string drawing
    required property bool alarmOn
    required property bool canAlarm
    required property bool isOver
    required property string spokenText
    property bool marked: false

    signal opened
    signal alarmSwitched(bool on)
    signal removed

    objectName: "wish." + key
    Accessible.role: Accessible.Button
    Accessible.name: spokenText
    Accessible.onPressAction: clicked()
    implicitHeight: row.implicitHeight + 2 * Theme.s8
    focusPolicy: Qt.ClickFocus
    onClicked: if (broadcast !== "")
        opened()

    background: Rectangle {
        radius: Theme.radiusL
        color: line.isOver || line.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: line.stateKind === "live" ? 2 : Theme.hairline
        border.color: line.stateKind === "live" ? Theme.live : Theme.divider
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.s12

        FoodPicture {
            Layout.leftMargin: Theme.s8
            Layout.preferredWidth: Theme.px(88)
            Layout.preferredHeight: Theme.px(88)
            drawing: line.drawing
            photo: line.photoUrl
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            Flow {
                Layout.fillWidth: true
                spacing: Theme.s8

                StateBadge {
                    kind: line.stateKind
                    words: line.stateText
                }

                TextLine {
                    text: line.whenText
                    font.bold: true
                }

                TextLine {
                    text: line.placeText
                    color: Theme.text2
                }
            }

            TextLine {
                Layout.fillWidth: true
                text: line.title
                font.pixelSize: Theme.titleS
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                color: line.isOver ? Theme.text2 : Theme.text
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.s12

                PriceLabel {
                    visible: line.priceText !== ""
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                TextLine {
                    visible: text !== ""
                    text: line.noteText
                    font.pixelSize: Theme.caption
                    color: line.isProduct ? Theme.info : Theme.warn
                    height: Math.round(Theme.priceM * 1.2)
                }
            }
        }

        IconButton {
            objectName: "alarm." + line.key
            visible: line.canAlarm
            symbol: line.alarmOn ? "bell" : "bell-off"
            name: line.alarmOn ? qsTr("알림 켜짐: 누르면 꺼요") : qsTr("알림 꺼짐: 누르면 켜요")
            tint: line.alarmOn ? Theme.primary : Theme.text2
            onClicked: line.alarmSwitched(!line.alarmOn)
        }

        HeartButton {
            Layout.rightMargin: Theme.s8
            on: true
            onClicked: line.removed()
        }
    }

    FocusRing {
        target: line
        visible: line.activeFocus || line.marked
    }
}
