import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme

/* Asks before something that leads away or cannot be undone; the safe answer has the focus. */
Popup {
    id: popup

    required property string title
    required property string help
    required property string yes
    property string no: qsTr("그만두기")
    property string symbol: "info"

    signal confirmed

    width: Math.min(Theme.px(480), (parent?.width ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: Theme.s24
    modal: true
    focus: true
    onOpened: refuse.forceActiveFocus(Qt.TabFocusReason)

    Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusXl
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }

    contentItem: ColumnLayout {
        spacing: Theme.s12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s12

            Icon {
                Layout.alignment: Qt.AlignTop
                size: Theme.iconL
                symbol: popup.symbol
                tint: Theme.primary
            }

            SectionTitle {
                Layout.fillWidth: true
                text: popup.title
                wrapMode: Text.Wrap
            }
        }

        TextLine {
            Layout.fillWidth: true
            visible: text !== ""
            text: popup.help
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            spacing: Theme.s8

            AppButton {
                id: refuse

                objectName: "confirm.no"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Theme.controlL
                text: popup.no
                onClicked: popup.close()
            }

            AppButton {
                objectName: "confirm.yes"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                kind: "primary"
                text: popup.yes
                onClicked: {
                    popup.close();
                    popup.confirmed();
                }
            }
        }
    }
}
