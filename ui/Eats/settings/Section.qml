import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A titled card of settings. */
ColumnLayout {
    id: section

    required property string title
    required property string symbol
    property string intro: ""
    default property alias content: panel.content

    Layout.fillWidth: true
    spacing: Theme.s12

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s12

        Icon {
            symbol: section.symbol
            size: Theme.px(28)
            tint: Theme.primary
        }

        SectionTitle {
            Layout.fillWidth: true
            text: section.title
        }
    }

    Note {
        Layout.fillWidth: true
        visible: text !== ""
        text: section.intro
    }

    Panel {
        id: panel
    }
}
