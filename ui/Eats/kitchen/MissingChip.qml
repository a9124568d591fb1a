import QtQuick
import QtQuick.Controls.Basic
import Eats.theme
import Eats.controls

/* A food that is missing; pressed, it shows where it is sold. */
AbstractButton {
    id: chip

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, 미보유, 눌러서 상품 보기").arg(text)
    Accessible.onPressAction: clicked()
    implicitHeight: Theme.control
    implicitWidth: row.implicitWidth + 2 * Theme.s12
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: height / 2
        color: chip.hovered || chip.down ? Theme.surfaceAlt : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.primary
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.s4

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.px(18)
                symbol: "cart"
                tint: Theme.primary
            }

            TextLine {
                text: chip.text
                font.pixelSize: Theme.caption
                font.bold: true
                color: Theme.primary
            }
        }
    }

    FocusRing {
        target: chip
        around: chip.height / 2
    }
}
