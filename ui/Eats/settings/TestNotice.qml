import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Sends one desktop notice and says how it went. */
ColumnLayout {
    id: test

    required property SettingsViewModel settings

    spacing: Theme.s8

    AppButton {
        objectName: test.objectName + ".send"
        symbol: "bell"
        text: qsTr("시험 알림 보내기")
        onClicked: test.settings.sendTest()
    }

    Note {
        Layout.fillWidth: true
        visible: text !== ""
        kind: test.settings.testKind
        text: test.settings.testText
    }
}
