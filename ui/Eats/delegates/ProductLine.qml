import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A product of a broadcast or of the mall; a click opens the seller's page. */
AbstractButton {
    id: line

    required property string key
    required property string name
    required property string brand
    required property string roleText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string photoUrl
    required property string drawing
    required property string link
    required property bool isWished
    required property string spokenText

    signal opened
    signal wishToggled

    objectName: "product." + key
    Accessible.role: Accessible.Link
    Accessible.name: spokenText
    Accessible.description: link !== "" ? qsTr("누르면 판매처 화면을 열어요") : ""
    Accessible.onPressAction: clicked()
    implicitHeight: row.implicitHeight + Theme.s16
    focusPolicy: Qt.StrongFocus
    onClicked: if (link !== "")
        opened()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: line.hovered && line.link !== "" ? Theme.surfaceAlt : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.divider
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.s12

        FoodPicture {
            Layout.leftMargin: Theme.s8
            Layout.preferredWidth: Theme.px(72)
            Layout.preferredHeight: Theme.px(72)
            drawing: line.drawing
            photo: line.photoUrl
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
            Layout.bottomMargin: Theme.s4
            spacing: Theme.s2

            TextLine {
                Layout.fillWidth: true
                text: line.brand === "" ? line.roleText : qsTr("%1 · %2").arg(line.roleText).arg(line.brand)
                font.pixelSize: Theme.caption
                color: Theme.text2
            }

            TextLine {
                Layout.fillWidth: true
                text: line.name
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }

            PriceLabel {
                Layout.fillWidth: true
                price: line.priceText
                listPrice: line.listPriceText
                discount: line.discountText
            }
        }

        HeartButton {
            Layout.rightMargin: Theme.s4
            on: line.isWished
            name: line.isWished ? qsTr("상품 찜 풀기") : qsTr("이 상품이 방송될 때마다 알림 받기")
            onClicked: line.wishToggled()
        }
    }

    FocusRing {
        target: line
    }
}
