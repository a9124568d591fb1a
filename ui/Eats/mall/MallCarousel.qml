pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* One shelf: its cards side by side, moved by its buttons and the arrow keys; the wheel scrolls
   the page. */
ColumnLayout {
    id: view

    required property MallShelfViewModel shelf
    readonly property int across: Math.max(1, Math.floor((width + Theme.s16) / (Theme.px(208) + Theme.s16)))
    readonly property real cardWidth: (width - (across - 1) * Theme.s16) / across
    readonly property real step: across * (cardWidth + Theme.s16)

    signal opened(string key)
    signal cartWanted(string key)
    signal listWanted
    signal forgotten

    function move(by: int) {
        slide.to = Math.max(0, Math.min(list.contentWidth - list.width, list.contentX + by * step));
        slide.restart();
    }

    objectName: "mall.shelf." + shelf.name
    visible: shelf.state !== "hidden" && shelf.state !== "waiting"
    spacing: Theme.s8

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        SectionTitle {
            Layout.fillWidth: true
            text: view.shelf.title
        }

        AppButton {
            objectName: view.objectName + ".all"
            visible: view.shelf.hasList && view.shelf.state === "ready"
            kind: "quiet"
            text: qsTr("더보기")
            Accessible.name: qsTr("%1 더보기").arg(view.shelf.title)
            onClicked: view.listWanted()
        }

        AppButton {
            objectName: view.objectName + ".forget"
            visible: !view.shelf.hasList && view.shelf.state === "ready"
            kind: "quiet"
            text: qsTr("지우기")
            Accessible.name: qsTr("%1 지우기").arg(view.shelf.title)
            onClicked: view.forgotten()
        }

        IconButton {
            objectName: view.objectName + ".back"
            visible: list.contentWidth > list.width
            enabled: list.contentX > 1
            symbol: "chevron-left"
            name: qsTr("%1 앞으로").arg(view.shelf.title)
            onClicked: view.move(-1)
        }

        IconButton {
            objectName: view.objectName + ".forward"
            visible: list.contentWidth > list.width
            enabled: list.contentX < list.contentWidth - list.width - 1
            symbol: "chevron-right"
            name: qsTr("%1 뒤로").arg(view.shelf.title)
            onClicked: view.move(1)
        }
    }

    TextLine {
        Layout.fillWidth: true
        visible: text !== "" && view.shelf.state === "ready"
        text: view.shelf.detailText
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    InfoNote {
        Layout.fillWidth: true
        visible: view.shelf.state !== "ready"
        symbol: ({
                loading: "refresh",
                error: "warning"
            })[view.shelf.state] ?? "info"
        title: view.shelf.stateTitle
        help: view.shelf.stateHelp
    }

    AppButton {
        objectName: view.objectName + ".retry"
        visible: view.shelf.stateAction !== ""
        symbol: "refresh"
        text: view.shelf.stateAction
        onClicked: view.shelf.retry()
    }

    ListView {
        id: list

        objectName: view.objectName + ".cards"
        Layout.fillWidth: true
        Layout.preferredHeight: sample.implicitHeight
        visible: view.shelf.state === "ready"
        orientation: ListView.Horizontal
        spacing: Theme.s16
        displayMarginBeginning: Theme.s24
        displayMarginEnd: Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: view.shelf.title
        model: view.shelf.rows
        onCurrentIndexChanged: if (activeFocus)
            positionViewAtIndex(currentIndex, ListView.Contain)

        delegate: MallCard {
            required property int index

            width: view.cardWidth
            height: sample.implicitHeight
            listed: true
            current: list.activeFocus && ListView.isCurrentItem
            onPressed: list.currentIndex = index
            onOpened: view.opened(key)
            onCartWanted: view.cartWanted(key)
        }

        NumberAnimation {
            id: slide

            target: list
            property: "contentX"
            duration: Theme.base
            easing.type: Easing.OutCubic
        }

        BlankCard {
            id: sample

            width: view.cardWidth
        }
    }
}
