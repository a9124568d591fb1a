pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

ColumnLayout {
    id: host

    required property NoticesViewModel notices

    spacing: Theme.s8

    Connections {
        target: host.notices
        function onAnnounced(text) {
            host.Accessible.announce(text, Accessible.Polite);
        }
    }

    Repeater {
        model: host.notices.toasts

        delegate: Rectangle {
            id: toast

            required property string key
            required property string kind
            required property string text
            required property string action

            Layout.fillWidth: true
            implicitHeight: row.implicitHeight + 2 * Theme.s8
            radius: Theme.radiusL
            color: Theme.surface
            border.width: 2
            border.color: Theme.tone(kind)
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text

            HoverHandler {
                onHoveredChanged: host.notices.hold(toast.key, hovered)
            }

            RowLayout {
                id: row

                anchors.fill: parent
                anchors.leftMargin: Theme.s16
                anchors.rightMargin: Theme.s4
                spacing: Theme.s8

                Icon {
                    symbol: ({
                            ok: "check",
                            error: "warning",
                            warn: "warning"
                        })[toast.kind] ?? "bell"
                    tint: Theme.tone(toast.kind)
                }

                TextLine {
                    Layout.fillWidth: true
                    text: toast.text
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                }

                AppButton {
                    visible: toast.action !== ""
                    kind: "quiet"
                    text: toast.action
                    onClicked: host.notices.act(toast.key)
                }

                IconButton {
                    symbol: "x"
                    name: qsTr("닫기")
                    onClicked: host.notices.dismiss(toast.key)
                }
            }
        }
    }
}
