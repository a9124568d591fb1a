pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.settings

/* The first-run guide: over the whole window until it is walked through or skipped. */
Item {
    id: screen

    required property LookViewModel look
    required property SettingsViewModel settings
    required property SyncViewModel sync
    property int step: 0
    readonly property list<string> titles: [qsTr("글자 크기"), qsTr("화면 색"), qsTr("알림"), qsTr("첫 편성 받기")]
    readonly property string where: qsTr("%1/%2 %3").arg(step + 1).arg(titles.length).arg(titles[step])
    readonly property bool last: step === titles.length - 1

    onStepChanged: column.Accessible.announce(where, Accessible.Polite)

    Popup {
        parent: Overlay.overlay
        width: parent?.width ?? 0
        height: parent?.height ?? 0
        padding: 0
        modal: true
        dim: false
        focus: true
        visible: true
        closePolicy: Popup.NoAutoClose

        background: Rectangle {
            color: Theme.bg
        }
        contentItem: FocusScope {
            focus: true
            Accessible.role: Accessible.Dialog
            Accessible.name: qsTr("처음 안내, %1").arg(screen.where)
            Keys.onEscapePressed: screen.look.finishSetup()

            ColumnLayout {
                id: column

                anchors.fill: parent
                spacing: 0

                SetupHead {
                    Layout.fillWidth: true
                    words: screen.where
                    step: screen.step
                    steps: screen.titles.length
                    onSkipped: screen.look.finishSetup()
                }

                Loader {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    sourceComponent: [size, colours, notices, fetching][screen.step]
                }

                SetupFoot {
                    Layout.fillWidth: true
                    first: screen.step === 0
                    last: screen.last
                    onBacked: screen.step -= 1
                    onMoved: screen.last ? screen.look.finishSetup() : screen.step += 1
                }
            }
        }
    }

    Component {
        id: size

        SetupSize {
            look: screen.look
        }
    }
    Component {
        id: colours

        SetupColours {
            look: screen.look
        }
    }
    Component {
        id: notices

        SetupNotices {
            settings: screen.settings
        }
    }
    Component {
        id: fetching

        SetupFetch {
            sync: screen.sync
        }
    }
}
