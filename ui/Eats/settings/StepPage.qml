import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One question of the first-run guide: the title, why it is asked, and the answers. */
ScrollPage {
    id: page

    required property string title
    required property string help

    widest: Theme.px(760)
    centred: true

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        TextLine {
            Layout.fillWidth: true
            text: page.title
            wrapMode: Text.Wrap
            font.pixelSize: Theme.titleL
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        TextLine {
            Layout.fillWidth: true
            text: page.help
            wrapMode: Text.Wrap
            color: Theme.text2
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
