import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

ScrollPage {
    id: screen

    required property SettingsViewModel settings
    required property LookViewModel look
    required property SyncViewModel sync

    objectName: "settings"

    TextLine {
        Layout.fillWidth: true
        text: qsTr("설정")
        font.pixelSize: Theme.titleL
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    DisplaySection {
        look: screen.look
    }

    NoticeSection {
        settings: screen.settings
    }

    SourceSection {
        sync: screen.sync
    }

    DataSection {
        settings: screen.settings
    }

    AboutSection {
        look: screen.look
        settings: screen.settings
    }
}
