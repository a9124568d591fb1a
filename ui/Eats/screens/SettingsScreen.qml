import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings
import Eats.video

ScrollPage {
    id: screen

    required property SettingsViewModel settings
    required property LookViewModel look
    required property SyncViewModel sync
    required property MyDataViewModel data_
    required property RecipeImportViewModel imports
    required property PhotoStoreViewModel photos
    required property PlaybackViewModel playback

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

    PlaybackSettings {
        playback: screen.playback
    }

    DataSection {
        settings: screen.settings
    }

    RecipeImportSection {
        imports: screen.imports
    }

    StorageSection {
        settings: screen.settings
        data_: screen.data_
        photos: screen.photos
    }

    SourceSection {
        sync: screen.sync
    }

    AboutSection {
        look: screen.look
        settings: screen.settings
    }
}
