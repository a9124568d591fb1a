import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

StepPage {
    id: step

    required property SettingsViewModel settings

    title: qsTr("방송 전에 알려 드릴까요?")
    help: qsTr("마음에 드는 방송에 하트를 눌러 두면, 시작하기 전에 알려 드려요.")
    Component.onCompleted: settings.refresh()

    Panel {
        Toggle {
            objectName: "setup.notices"
            Layout.fillWidth: true
            text: qsTr("방송 알림")
            help: step.settings.quietText
            on: step.settings.noticesOn
            onClicked: step.settings.setNotices(!on)
        }

        Line {
            visible: step.settings.noticesOn
        }

        Field {
            title: qsTr("언제 알려 드릴까요?")
            help: step.settings.leadsText
            visible: step.settings.noticesOn

            LeadChips {
                objectName: "setup.lead"
                Layout.fillWidth: true
                settings: step.settings
            }
        }

        Line {}

        TestNotice {
            objectName: "setup.test"
            Layout.fillWidth: true
            Layout.margins: Theme.s8
            settings: step.settings
        }
    }
}
