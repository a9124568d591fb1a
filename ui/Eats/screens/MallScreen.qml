pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.mall

/* The entry of the mall: shelves, each on its own. */
Item {
    id: screen

    required property MallViewModel mall
    required property SyncViewModel sync

    signal opened(string key)
    signal cartWanted(string key)
    signal listWanted(string shelf)

    objectName: "mall"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("콕")

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.mall.state
        emptySymbol: "cart"
        title: screen.mall.stateTitle
        help: screen.sync.running ? screen.sync.progressText : screen.mall.stateHelp
        actionText: screen.sync.running ? "" : screen.mall.stateAction
        onActed: screen.mall.state === "never" ? screen.sync.fetch() : screen.mall.retry()
    }

    Flickable {
        id: flick

        readonly property Item focused: Window.activeFocusItem

        function reveal(item: Item) {
            const top = item.mapToItem(contentItem, 0, 0).y - Theme.s32;
            const bottom = top + item.height + 2 * Theme.s32;
            contentY = Math.max(0, Math.min(Math.max(contentY, bottom - height), top, contentHeight - height));
        }

        objectName: "mall.scroll"
        anchors.fill: parent
        visible: screen.mall.state === "ready"
        contentHeight: column.implicitHeight + 2 * Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: Scroll {}
        onFocusedChanged: if (focused && scope.activeFocus && focused !== scope)
            reveal(focused)

        FocusScope {
            id: scope

            x: Theme.s24
            y: Theme.s24
            width: flick.width - 2 * Theme.s24
            height: column.implicitHeight

            ColumnLayout {
                id: column

                width: parent.width
                spacing: Theme.s24

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s12

                    TextLine {
                        Layout.fillWidth: true
                        text: qsTr("콕")
                        font.pixelSize: Theme.titleL
                        font.bold: true
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }

                    TextLine {
                        objectName: "mall.count"
                        text: screen.mall.countText
                        color: Theme.text2
                    }

                    AppButton {
                        objectName: "mall.all"
                        symbol: "grid"
                        text: qsTr("모든 상품")
                        onClicked: screen.listWanted("all")
                    }
                }

                Repeater {
                    model: screen.mall.shelves

                    delegate: MallCarousel {
                        required property var modelData

                        Layout.fillWidth: true
                        shelf: modelData as MallShelfViewModel
                        onOpened: key => screen.opened(key)
                        onCartWanted: key => screen.cartWanted(key)
                        onListWanted: screen.listWanted(shelf.name)
                        onForgotten: screen.mall.forgetSeen()
                    }
                }
            }
        }
    }
}
