import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* One source of data: what it gives, how it does, and whether it is asked at all. */
ColumnLayout {
    id: row

    required property SyncViewModel sync
    required property string key
    required property string title
    required property string channelsText
    required property string kind
    required property string statusText
    required property string detailText
    required property string helpText
    required property string lastText
    required property string address
    required property bool isEnabled
    required property string spokenText

    Layout.fillWidth: true
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    spacing: Theme.s4

    Line {
        Layout.bottomMargin: Theme.s4
    }

    Toggle {
        objectName: "settings.source." + row.key
        Layout.fillWidth: true
        text: row.title
        help: row.channelsText
        on: row.isEnabled
        Accessible.name: qsTr("%1에서 받기").arg(row.title)
        Accessible.description: row.spokenText
        onClicked: row.sync.enable(row.key, !on)
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        Layout.rightMargin: Theme.s8
        Layout.bottomMargin: Theme.s8
        spacing: Theme.s4

        StatusWord {
            Layout.fillWidth: true
            kind: row.kind
            words: row.detailText === "" ? row.statusText : row.statusText + " · " + row.detailText
        }

        Note {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.helpText
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.s16

            Note {
                width: Math.min(implicitWidth, parent.width)
                text: row.lastText
            }

            Note {
                width: Math.min(implicitWidth, parent.width)
                text: row.address
                wrapMode: Text.WrapAnywhere
            }
        }
    }
}
