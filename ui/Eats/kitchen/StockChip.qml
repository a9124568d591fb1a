import QtQuick
import QtQuick.Controls.Basic
import Eats.theme
import Eats.controls

/* A food at hand: its words change the amount, the cross takes it away; what nobody knows says so. */
Rectangle {
    id: chip

    required property string key
    required property string name
    required property string amountText
    required property string dateText
    required property bool isKnown
    required property string meantText
    required property string spokenText
    readonly property color ink: isKnown ? Theme.primarySoftInk : Theme.warn

    signal editWanted
    signal meantWanted
    signal removeWanted

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.control
    radius: height / 2
    color: isKnown ? Theme.primarySoft : Theme.warnSoft
    border.width: isKnown ? 0 : Theme.hairline
    border.color: Theme.warn
    Accessible.role: Accessible.Grouping
    Accessible.name: spokenText

    Row {
        id: row

        AbstractButton {
            id: words

            objectName: "stock." + chip.key
            Accessible.role: Accessible.Button
            Accessible.name: chip.spokenText
            Accessible.description: chip.isKnown ? qsTr("누르면 양을 바꿔요") : chip.meantText === "" ? "" : qsTr("누르면 %1 재료로 바꿔요").arg(chip.meantText)
            Accessible.onPressAction: clicked()
            height: Theme.control
            leftPadding: Theme.s16
            rightPadding: Theme.s4
            focusPolicy: Qt.StrongFocus
            onClicked: chip.isKnown ? chip.editWanted() : chip.meantWanted()
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            Keys.onDeletePressed: chip.removeWanted()

            contentItem: Row {
                spacing: Theme.s8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !chip.isKnown
                    size: Theme.px(20)
                    symbol: "warning"
                    tint: chip.ink
                }

                TextLine {
                    anchors.verticalCenter: parent.verticalCenter
                    text: [chip.name, chip.amountText].join(" ").trim()
                    font.bold: true
                    color: chip.ink
                }

                TextLine {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: text !== ""
                    text: !chip.isKnown ? chip.meantText === "" ? qsTr("모르는 재료") : qsTr("혹시 %1?").arg(chip.meantText) : chip.dateText
                    font.pixelSize: Theme.caption
                    font.underline: !chip.isKnown && chip.meantText !== ""
                    color: chip.ink
                }
            }

            FocusRing {
                target: words
                around: chip.radius
            }
        }

        IconButton {
            objectName: "stock.drop." + chip.key
            symbol: "x"
            name: qsTr("빼기: %1").arg(chip.name)
            tint: hovered ? Theme.text : chip.ink
            onClicked: chip.removeWanted()
        }
    }
}
