pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.mall

/* A shelf of the mall in full: a grid of which only what is looked at is read. */
Item {
    id: screen

    required property MallListViewModel list
    readonly property string asked: list.shelf

    signal opened(string key)
    signal cartWanted(string key)

    objectName: "mall.list"
    Accessible.role: Accessible.Pane
    Accessible.name: list.title
    clip: true

    GridView {
        id: grid

        property bool resting: true

        readonly property real inner: width - 2 * Theme.s24
        readonly property int across: Math.max(1, Math.floor((inner + Theme.s16) / (Theme.px(208) + Theme.s16)))

        objectName: "mall.grid"
        anchors.fill: parent
        leftMargin: Theme.s24
        bottomMargin: Theme.s24
        clip: true
        cellWidth: Math.floor((inner + Theme.s16) / across)
        cellHeight: sample.implicitHeight + Theme.s16
        cacheBuffer: 0
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        activeFocusOnTab: count > 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("%1 %2").arg(screen.list.title).arg(screen.list.countText)
        ScrollBar.vertical: Scroll {}
        model: screen.list.cards
        onCurrentIndexChanged: if (activeFocus)
            positionViewAtIndex(currentIndex, GridView.Contain)
        onContentYChanged: resting = contentY - originY < Theme.s8
        Keys.onPressed: event => {
            const far = Math.max(1, Math.floor(height / cellHeight)) * across;
            const to = ({
                    [Qt.Key_Home]: 0,
                    [Qt.Key_End]: count - 1,
                    [Qt.Key_PageUp]: Math.max(0, currentIndex - far),
                    [Qt.Key_PageDown]: Math.min(count - 1, currentIndex + far)
                })[event.key];
            event.accepted = to !== undefined;
            if (event.accepted)
                currentIndex = to;
        }

        header: Item {
            width: grid.inner
            height: head.implicitHeight + Theme.s24 + Theme.s16
        }

        delegate: MallCard {
            required property int index

            objectName: "mall.listed." + key
            width: grid.cellWidth - Theme.s16
            height: sample.implicitHeight
            listed: true
            current: grid.activeFocus && GridView.isCurrentItem
            onPressed: grid.currentIndex = index
            onOpened: screen.opened(key)
            onCartWanted: screen.cartWanted(key)
        }
    }

    FocusScope {
        x: Theme.s24
        y: Theme.s24 + grid.originY - grid.contentY
        z: 1
        width: grid.inner
        height: head.implicitHeight
        onActiveFocusChanged: if (activeFocus && y + height < Theme.s24)
            grid.positionViewAtBeginning()

        MallListHead {
            id: head

            width: parent.width
            list: screen.list
            onImplicitHeightChanged: if (grid.resting)
                Qt.callLater(grid.positionViewAtBeginning)
            onConditionsWanted: conditions.open()
        }
    }

    StateView {
        anchors.left: parent.left
        anchors.right: parent.right
        y: Math.max(head.implicitHeight + Theme.s32, (parent.height - implicitHeight) / 2)
        state_: screen.list.state
        emptySymbol: "cart"
        title: screen.list.stateTitle
        help: screen.list.stateHelp
        actionText: screen.list.stateAction
        onActed: screen.list.state === "filtered" ? screen.list.clearConditions() : screen.list.retry()
    }

    AppButton {
        objectName: "mall.top"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s24
        visible: grid.contentY - grid.originY > grid.height
        symbol: "up"
        text: qsTr("맨 위로")
        onClicked: {
            grid.positionViewAtBeginning();
            grid.currentIndex = 0;
        }
    }

    BlankCard {
        id: sample

        width: grid.cellWidth - Theme.s16
    }

    Connections {
        function onAsked() {
            Qt.callLater(grid.positionViewAtBeginning);
        }

        target: screen.list
    }

    MallConditions {
        id: conditions

        parent: Overlay.overlay
        list: screen.list
    }
}
