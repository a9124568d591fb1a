import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How old the data is; a click fetches now, and while fetching stops it. */
AbstractButton {
    id: chip

    required property bool compact
    required property SyncViewModel sync
    readonly property string words: sync.running ? sync.progressText : sync.freshText

    objectName: "top.freshness"
    Accessible.role: Accessible.Button
    Accessible.name: words
    Accessible.description: sync.running ? qsTr("누르면 멈춰요") : qsTr("누르면 지금 새로 받아요")
    Accessible.onPressAction: clicked()
    implicitHeight: Theme.px(40)
    implicitWidth: row.implicitWidth + 2 * Theme.s12
    focusPolicy: Qt.StrongFocus
    onClicked: sync.running ? sync.cancel() : sync.fetch()
    Keys.onReturnPressed: clicked()
    ToolTip.visible: hovered
    ToolTip.delay: 600
    ToolTip.text: words + " · " + Accessible.description

    background: Rectangle {
        radius: Theme.radiusL
        color: chip.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
        clip: true

        Rectangle {
            visible: chip.sync.running
            height: parent.height
            width: parent.width * chip.sync.progress
            radius: parent.radius
            color: Theme.infoSoft
        }
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth

        RowLayout {
            id: row

            anchors.centerIn: parent
            spacing: Theme.s8

            Icon {
                size: Theme.px(20)
                symbol: chip.sync.running ? "x" : "refresh"
                tint: chip.sync.running ? Theme.info : Theme.tone(chip.sync.freshKind)
            }

            TextLine {
                visible: !chip.compact
                text: chip.words
                font.pixelSize: Theme.caption
                font.bold: true
                color: chip.sync.running ? Theme.info : Theme.tone(chip.sync.freshKind)
            }
        }
    }

    FocusRing {
        target: chip
    }
}
