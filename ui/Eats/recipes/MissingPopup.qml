pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* All missing ingredients over the page: a product for each, what they cost together, into the cart. */
Popup {
    id: popup

    required property MissingViewModel missing
    readonly property bool low: (parent?.height ?? 0) < Theme.px(400)

    width: Math.min(Theme.px(720), (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(head.implicitHeight + page.wanted + foot.implicitHeight + 4 * Theme.s16, (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    visible: missing.isOpen
    onClosed: missing.close()

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
        spacing: 0

        RowLayout {
            id: head

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("부족한 재료 모두 담기")
            }

            IconButton {
                objectName: "missing.close"
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.missing.close()
            }
        }

        ScrollPage {
            id: page

            readonly property real wanted: body.implicitHeight + 2 * edge

            objectName: "missing.page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            edge: Theme.s16
            widest: popup.width

            ColumnLayout {
                id: body

                Layout.fillWidth: true
                spacing: Theme.s8

                StateView {
                    Layout.fillWidth: true
                    state_: popup.missing.state
                    emptySymbol: "check"
                    title: popup.missing.stateTitle
                    help: popup.missing.stateHelp
                    actionText: popup.missing.stateAction
                    onActed: popup.missing.retry()
                }

                Repeater {
                    model: popup.missing.rows

                    delegate: MissingLine {
                        Layout.fillWidth: true
                        onToggled: popup.missing.toggle(key)
                        onNextWanted: popup.missing.next(key)
                    }
                }

                Loader {
                    Layout.fillWidth: true
                    active: popup.low
                    visible: active
                    sourceComponent: end
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            visible: !popup.low
            implicitHeight: Theme.hairline
            color: Theme.divider
        }

        Loader {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            Layout.leftMargin: Theme.s24
            active: !popup.low
            visible: active
            sourceComponent: end
        }
    }

    Component {
        id: end

        MissingFoot {
            missing: popup.missing
            wide: popup.width > Theme.px(520)
        }
    }
}
