import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* What a price is worth: by measure, among the prices we saw, since when we watch. */
Rectangle {
    id: card

    required property string unitPriceText
    required property string amountText
    required property string verdictKind
    required property string verdictText
    required property string lowestText
    required property string watchText
    required property string worthText
    required property string conditionText

    objectName: "price.card"
    implicitHeight: column.implicitHeight + 2 * Theme.s12
    radius: Theme.radiusL
    color: Theme.softTone(verdictKind)
    border.width: Theme.hairline
    border.color: verdictKind === "ok" ? Theme.ok : Theme.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: worthText

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s12
        spacing: Theme.s8

        Flow {
            Layout.fillWidth: true
            visible: card.unitPriceText !== "" || card.amountText !== ""
            spacing: Theme.s12

            TextLine {
                id: unit

                visible: text !== ""
                text: card.unitPriceText
                font.pixelSize: Theme.titleS
                font.bold: true
            }

            TextLine {
                visible: text !== ""
                height: unit.visible ? unit.height : implicitHeight
                text: card.amountText
                color: Theme.text2
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: card.verdictText !== ""
            spacing: Theme.s8

            Icon {
                Layout.alignment: Qt.AlignTop
                symbol: ({
                        ok: "check",
                        new: "clock"
                    })[card.verdictKind] ?? "info"
                tint: verdict.color
            }

            TextLine {
                id: verdict

                Layout.fillWidth: true
                text: card.verdictText
                font.bold: true
                wrapMode: Text.Wrap
                color: card.verdictKind === "ok" ? Theme.ok : Theme.text
            }
        }

        Words {
            text: card.conditionText
            color: Theme.text
        }

        Words {
            text: card.lowestText
            color: Theme.text
        }

        Words {
            text: card.watchText
        }

        Words {
            text: qsTr("판매처 화면의 값이에요. 카드 할인이나 쿠폰이 드는지는 판매처에서 확인해 주세요.")
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
