pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* Broadcasts and products side by side where there is room, else one of them at a time. */
Item {
    id: screen

    required property SearchViewModel search
    required property Hearts hearts
    readonly property string query: search.query
    readonly property bool hasBoth: broadcasts.count > 0 && products.count > 0
    readonly property bool beside: hasBoth && width >= Theme.px(960)
    readonly property string shown: hasBoth ? wanted : broadcasts.count > 0 ? "broadcasts" : "products"
    property string wanted: "broadcasts"

    signal opened(string key)

    onQueryChanged: {
        wanted = "broadcasts";
        broadcasts.positionViewAtBeginning();
        products.positionViewAtBeginning();
        heading.Accessible.announce(search.headingText, Accessible.Polite);
    }

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.search.state
        emptySymbol: "search"
        title: screen.search.stateTitle
        help: screen.search.stateHelp
        actionText: screen.search.stateAction
        onActed: screen.search.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s24
        visible: screen.search.state === "ready"
        spacing: Theme.s12

        TextLine {
            id: heading

            objectName: "search.heading"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            text: screen.search.headingText
            font.pixelSize: Theme.titleL
            font.bold: true
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Segmented {
            objectName: "search.scope"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            visible: screen.hasBoth && !screen.beside
            name: qsTr("무엇을 볼지")
            current: screen.shown
            options: [
                {
                    value: "broadcasts",
                    label: qsTr("방송 %1개").arg(broadcasts.count)
                },
                {
                    value: "products",
                    label: qsTr("콕 상품 %1개").arg(products.count)
                }
            ]
            onChosen: value => screen.wanted = value
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            Half {
                title: qsTr("방송 %1개").arg(broadcasts.count)
                visible: screen.beside || screen.shown === "broadcasts"

                LineList {
                    id: broadcasts

                    objectName: "search.broadcasts"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: screen.search.broadcasts
                    Accessible.name: qsTr("방송 %1개").arg(count)
                    Keys.onPressed: event => event.accepted = (currentItem as BroadcastLine)?.act(event.key, true) ?? false

                    delegate: BroadcastLine {
                        required property int index

                        width: broadcasts.lineWidth
                        focusPolicy: Qt.ClickFocus
                        onPressed: broadcasts.currentIndex = index
                        onOpened: screen.opened(key)
                        onWishToggled: screen.hearts.toggle(key)
                    }
                }
            }

            Half {
                title: qsTr("콕 상품 %1개").arg(products.count)
                visible: screen.beside || screen.shown === "products"

                LineList {
                    id: products

                    objectName: "search.products"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: screen.search.products
                    Accessible.name: qsTr("콕 상품 %1개").arg(count)

                    delegate: ProductLine {
                        required property int index

                        width: products.lineWidth
                        listed: true
                        current: products.activeFocus && ListView.isCurrentItem
                        onPressed: products.currentIndex = index
                        onOpened: screen.search.openProduct(key)
                        onWishToggled: screen.hearts.toggleProduct(key, name)
                    }
                }
            }
        }
    }

    component Half: ColumnLayout {
        id: half

        required property string title

        Layout.preferredWidth: 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.s8

        SectionTitle {
            Layout.leftMargin: Theme.s24
            visible: screen.beside || !screen.hasBoth
            text: half.title
        }
    }
}
