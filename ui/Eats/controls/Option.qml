import QtQuick
import Eats.theme

/* A chip that has a check mark while it is chosen. */
Chip {
    id: option

    implicitWidth: words.implicitWidth + 2 * Theme.s16

    contentItem: Item {
        implicitWidth: words.implicitWidth

        Row {
            id: words

            anchors.centerIn: parent
            spacing: Theme.s8

            Icon {
                visible: option.on
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.px(20)
                symbol: "check"
                tint: label.color
            }

            TextLine {
                id: label

                text: option.text
                font.bold: option.on
                color: !option.enabled ? Theme.text2 : option.on ? Theme.primarySoftInk : Theme.text
            }
        }
    }
}
