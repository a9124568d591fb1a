import QtQuick
import Eats.theme
import Eats.controls

/* Stands over every page while payments are only played. */
Rectangle {
    id: ribbon

    implicitHeight: words.implicitHeight + Theme.s8
    color: Theme.warnSoft
    border.width: Theme.hairline
    border.color: Theme.warn
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    TextLine {
        id: words

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Theme.s16)
        text: qsTr("시연용 결제 – 실제로 청구되지 않아요")
        font.pixelSize: Theme.caption
        font.bold: true
        color: Theme.warn
    }
}
