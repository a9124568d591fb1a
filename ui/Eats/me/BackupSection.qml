pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* Copies of this person's data, made by itself and by hand, and the way back to one. */
Section {
    id: section

    required property MyDataViewModel data_
    property bool open: false

    signal restoreWanted(string key, string when)

    title: qsTr("백업")
    symbol: "database"

    Note {
        objectName: "me.backupText"
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        kind: section.data_.backupKind
        text: section.data_.backupText
    }

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        text: qsTr("하루에 한 번 스스로 백업하고, 열어 보아 온전한지 확인해요. 파일이 손상되면 마지막 백업으로 되돌려요.")
    }

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        spacing: Theme.s8

        AppButton {
            objectName: "me.backup"
            symbol: "database"
            text: qsTr("지금 백업")
            onClicked: section.data_.backUp()
        }

        AppButton {
            objectName: "me.copies"
            visible: section.data_.hasCopies
            symbol: section.open ? "minus" : "plus"
            text: section.open ? qsTr("백업 접기") : qsTr("되돌릴 백업 보기")
            onClicked: section.open = !section.open
        }
    }

    Repeater {
        model: section.open ? section.data_.copies : null

        delegate: RowLayout {
            id: copy

            required property string key
            required property string whenText
            required property string kindText
            required property string sizeText
            required property string spokenText

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s8
            Layout.rightMargin: Theme.s8
            spacing: Theme.s12
            Accessible.role: Accessible.ListItem
            Accessible.name: spokenText

            TextLine {
                Layout.fillWidth: true
                text: qsTr("%1 · %2 · %3").arg(copy.whenText).arg(copy.kindText).arg(copy.sizeText)
                wrapMode: Text.Wrap
            }

            AppButton {
                objectName: "me.restore." + copy.key
                text: qsTr("되돌리기")
                Accessible.name: qsTr("%1 백업으로 되돌리기").arg(copy.whenText)
                onClicked: section.restoreWanted(copy.key, copy.whenText)
            }
        }
    }
}
