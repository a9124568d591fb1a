pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.broadcast

/* One broadcast in full: beside the page where there is room, else over it. */
FocusScope {
    id: screen

    required property BroadcastViewModel broadcast
    required property LivePlayer player
    required property Hearts hearts
    required property CartViewModel cart
    required property AlarmEditorViewModel editor
    required property bool beside
    readonly property bool twoColumns: width > Theme.px(900)
    readonly property string key: broadcast.key
    readonly property Item focused: Window.activeFocusItem

    signal closed
    signal opened(string key)
    signal productOpened(string key)
    signal recipeOpened(string key)

    function reveal(item: Item) {
        const top = item.mapToItem(flick.contentItem, 0, 0).y - Theme.s24;
        const bottom = top + item.height + 2 * Theme.s24;
        flick.contentY = Math.max(0, Math.min(Math.max(flick.contentY, bottom - flick.height), top));
    }

    objectName: "broadcast"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("방송 상세")
    onKeyChanged: flick.contentY = 0
    onFocusedChanged: if (activeFocus && focused && focused !== flick && focused !== close)
        reveal(focused)
    Component.onCompleted: if (!beside)
        flick.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.broadcast.state
        title: screen.broadcast.stateTitle
        help: screen.broadcast.stateHelp
        actionText: screen.broadcast.stateAction
        onActed: screen.broadcast.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s20
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8
            Layout.bottomMargin: Theme.s4
            spacing: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("방송 상세")
            }

            IconButton {
                id: close

                objectName: "broadcast.close"
                symbol: "x"
                name: qsTr("방송 상세 닫기")
                onClicked: screen.closed()
            }
        }

        Flickable {
            id: flick

            objectName: "broadcast.scroll"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: screen.broadcast.state === "ready"
            contentHeight: grid.implicitHeight + Theme.s32
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            focus: true
            ScrollBar.vertical: Scroll {}
            Keys.onUpPressed: flick.contentY = Math.max(0, flick.contentY - Theme.px(80))
            Keys.onDownPressed: flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + Theme.px(80)))

            GridLayout {
                id: grid

                x: Theme.s20
                y: Theme.s8
                width: flick.width - 2 * Theme.s20
                columns: screen.twoColumns ? 2 : 1
                columnSpacing: Theme.s32
                rowSpacing: Theme.s24

                ChangeNote {
                    Layout.fillWidth: true
                    Layout.columnSpan: grid.columns
                    visible: words !== ""
                    kind: screen.broadcast.bannerKind
                    words: screen.broadcast.bannerText
                    actionText: screen.broadcast.movedTo !== "" ? qsTr("바뀐 방송 보기") : ""
                    onActed: screen.opened(screen.broadcast.movedTo)
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.s24

                    Repeater {
                        model: screen.broadcast.card

                        delegate: BroadcastMain {
                            Layout.fillWidth: true
                            broadcast: screen.broadcast
                            player: screen.player
                            hearts: screen.hearts
                            editor: screen.editor
                            onOpened: key => screen.opened(key)
                            sideBySide: !screen.twoColumns && screen.width > Theme.px(500)
                            roof: Math.round(flick.height * 0.42)
                        }
                    }

                    Loader {
                        Layout.fillWidth: true
                        active: screen.twoColumns
                        visible: active
                        sourceComponent: BroadcastShelf {
                            broadcast: screen.broadcast
                            onOpened: key => screen.productOpened(key)
                            onRecipeOpened: key => screen.recipeOpened(key)
                        }
                    }
                }

                BroadcastParts {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    broadcast: screen.broadcast
                    hearts: screen.hearts
                    cart: screen.cart
                    withShelf: !screen.twoColumns
                    onOpened: key => screen.opened(key)
                    onProductOpened: key => screen.productOpened(key)
                    onRecipeOpened: key => screen.recipeOpened(key)
                }
            }
        }
    }

    Loader {
        active: (screen.broadcast.handOver as HandOver).isOpen
        sourceComponent: HandOverPopup {
            parent: Overlay.overlay
            handOver: screen.broadcast.handOver as HandOver
        }
    }

    Rectangle {
        visible: screen.beside
        height: parent.height
        width: Theme.hairline
        color: Theme.divider
    }
}
