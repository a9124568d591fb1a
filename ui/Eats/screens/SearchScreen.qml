pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

Item {
    id: screen

    required property SearchViewModel search
    required property Hearts hearts
    readonly property var broadcasts: search.broadcasts
    readonly property var products: search.products

    signal opened(string key)

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.search.state
        title: screen.search.stateTitle
        help: screen.search.stateHelp
        actionText: screen.search.stateAction
        onActed: screen.search.retry()
    }

    Flickable {
        id: flick

        anchors.fill: parent
        visible: screen.search.state === "ready"
        contentHeight: column.implicitHeight + 2 * Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: Scroll {}

        ColumnLayout {
            id: column

            x: Theme.s24
            y: Theme.s24
            width: flick.width - 2 * Theme.s24
            spacing: Theme.s8

            ScreenTitle {
                Layout.fillWidth: true
                text: screen.search.headingText
            }

            SectionTitle {
                Layout.topMargin: Theme.s8
                visible: screen.broadcasts.count > 0
                text: qsTr("방송 %1").arg(screen.broadcasts.count)
            }

            Repeater {
                model: screen.broadcasts

                delegate: BroadcastLine {
                    Layout.fillWidth: true
                    onOpened: screen.opened(key)
                    onWishToggled: screen.hearts.toggle(key)
                }
            }

            SectionTitle {
                Layout.topMargin: Theme.s16
                visible: screen.products.count > 0
                text: qsTr("콕 상품 %1").arg(screen.products.count)
            }

            Repeater {
                model: screen.products

                delegate: ProductLine {
                    Layout.fillWidth: true
                    onOpened: screen.search.openProduct(key)
                    onWishToggled: screen.hearts.toggleProduct(key, name)
                }
            }
        }
    }
}
