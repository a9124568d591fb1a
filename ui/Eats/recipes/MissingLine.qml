import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A missing ingredient and the product chosen for it; the line takes it in or leaves it out. */
GridLayout {
    id: line

    required property string key
    required property string name
    required property string amountText
    required property bool hasProduct
    required property bool isOn
    required property string productName
    required property string productText
    required property string priceText
    required property string placeText
    required property string photoUrl
    required property string drawing
    required property string spokenText

    signal toggled
    signal nextWanted

    columns: width > Theme.px(520) ? 2 : 1
    columnSpacing: Theme.s8
    rowSpacing: Theme.s4

    AbstractButton {
        id: choice

        objectName: "missing.line." + line.key
        Accessible.role: Accessible.CheckBox
        Accessible.name: line.spokenText
        Accessible.checkable: true
        Accessible.checked: line.isOn
        Accessible.onPressAction: clicked()
        Accessible.onToggleAction: clicked()
        Layout.fillWidth: true
        implicitHeight: row.implicitHeight + 2 * Theme.s12
        enabled: line.hasProduct
        focusPolicy: Qt.StrongFocus
        onClicked: line.toggled()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()

        background: Rectangle {
            radius: Theme.radiusL
            color: choice.hovered || !line.hasProduct ? Theme.surfaceAlt : Theme.surface
            border.width: line.isOn ? 2 : Theme.hairline
            border.color: line.isOn ? Theme.primary : Theme.divider
        }
        contentItem: Item {
            implicitHeight: row.implicitHeight

            RowLayout {
                id: row

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.s12
                anchors.rightMargin: Theme.s12
                spacing: Theme.s12

                CheckBox_ {
                    visible: line.hasProduct
                    on: line.isOn
                }

                FoodPicture {
                    Layout.preferredWidth: Theme.px(56)
                    Layout.preferredHeight: Theme.px(56)
                    visible: line.hasProduct
                    drawing: line.drawing
                    photo: line.photoUrl
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    TextLine {
                        Layout.fillWidth: true
                        text: line.name + " " + line.amountText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                        wrapMode: Text.Wrap
                    }

                    TextLine {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: line.productName
                        font.bold: true
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                    }

                    TextLine {
                        Layout.fillWidth: true
                        text: line.productText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                        wrapMode: Text.Wrap
                    }

                    TextLine {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: line.priceText
                        font.bold: true
                        color: Theme.primary
                        wrapMode: Text.Wrap
                    }
                }
            }
        }

        FocusRing {
            target: choice
        }
    }

    AppButton {
        objectName: "missing.next." + line.key
        Layout.alignment: Qt.AlignRight
        visible: line.placeText !== ""
        text: qsTr("다른 것 %1").arg(line.placeText)
        Accessible.name: qsTr("%1 다른 상품으로 바꾸기").arg(line.name)
        Accessible.description: line.placeText
        onClicked: line.nextWanted()
    }

    component CheckBox_: Rectangle {
        required property bool on

        Layout.preferredWidth: Theme.iconM
        Layout.preferredHeight: Theme.iconM
        radius: Theme.radiusS
        color: on ? Theme.primary : Theme.surface
        border.width: 2
        border.color: on ? Theme.primary : Theme.outline

        Icon {
            anchors.centerIn: parent
            visible: parent.on
            size: Theme.px(18)
            symbol: "check"
            tint: Theme.primaryInk
        }
    }
}
