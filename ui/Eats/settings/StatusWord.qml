import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* How a source does: icon, word and colour together. */
RowLayout {
    id: status

    required property string kind
    required property string words
    readonly property bool isPlain: kind === "info" || kind === "off"

    spacing: Theme.s8

    Icon {
        Layout.alignment: Qt.AlignTop
        size: Theme.px(20)
        symbol: ({
                ok: "check",
                warn: "warning",
                error: "cancelled",
                off: "minus"
            })[status.kind] ?? "info"
        tint: status.isPlain ? Theme.text2 : Theme.tone(status.kind)
    }

    TextLine {
        Layout.fillWidth: true
        text: status.words
        wrapMode: Text.Wrap
        font.pixelSize: Theme.caption
        font.bold: true
        color: status.isPlain ? Theme.text2 : Theme.tone(status.kind)
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
