pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.recipes

/* One recipe in full: the dish, what it needs and what of it is there, how it is made. */
FocusScope {
    id: screen

    required property RecipeViewModel recipe
    readonly property bool twoColumns: width > Theme.px(840)
    readonly property string key: recipe.key
    readonly property Item focused: Window.activeFocusItem

    signal broadcastOpened(string key)
    signal productOpened(string key)
    signal asked(string words)

    function reveal(item: Item) {
        const top = item.mapToItem(flick.contentItem, 0, 0).y - Theme.s24;
        const bottom = top + item.height + 2 * Theme.s24;
        flick.contentY = Math.max(0, Math.min(Math.max(flick.contentY, bottom - flick.height), top));
    }

    function start() {
        flick.contentY = 0;
        if (visible)
            flick.forceActiveFocus();
    }

    function scroll(by: real) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by));
    }

    objectName: "recipe"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("레시피")
    onKeyChanged: start()
    onVisibleChanged: start()
    onEnabledChanged: if (enabled && visible)
        flick.forceActiveFocus()
    onFocusedChanged: if (activeFocus && focused && focused !== flick)
        reveal(focused)
    Component.onCompleted: start()

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.recipe.state
        emptySymbol: "bowl"
        title: screen.recipe.stateTitle
        help: screen.recipe.stateHelp
        actionText: screen.recipe.stateAction
        onActed: screen.recipe.retry()
    }

    Flickable {
        id: flick

        objectName: "recipe.scroll"
        anchors.fill: parent
        visible: screen.recipe.state === "ready"
        contentHeight: grid.implicitHeight + 2 * Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        ScrollBar.vertical: Scroll {}
        Keys.onUpPressed: screen.scroll(-Theme.px(80))
        Keys.onDownPressed: screen.scroll(Theme.px(80))
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp;
            if (event.accepted)
                screen.scroll((event.key === Qt.Key_PageDown ? 0.8 : -0.8) * flick.height);
        }

        GridLayout {
            id: grid

            x: Theme.s24
            y: Theme.s24
            width: flick.width - 2 * Theme.s24
            columns: screen.twoColumns ? 2 : 1
            columnSpacing: Theme.s32
            rowSpacing: Theme.s32

            RecipeHead {
                Layout.fillWidth: true
                Layout.columnSpan: grid.columns
                recipe: screen.recipe
                sideBySide: screen.width > Theme.px(640)
                roof: Math.round(flick.height * 0.36)
                onLeaveWanted: leaving.open()
            }

            IngredientTable {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.horizontalStretchFactor: 55
                Layout.alignment: Qt.AlignTop
                recipe: screen.recipe
                onBroadcastWanted: key => screen.broadcastOpened(key)
                onProductWanted: key => screen.productOpened(key)
                onSearchWanted: words => screen.asked(words)
                onLeftoverWanted: leftover.open()
                onUnfolded: line => Qt.callLater(screen.reveal, line)
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.horizontalStretchFactor: 45
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s24

                StepList {
                    Layout.fillWidth: true
                    recipe: screen.recipe
                    onLeaveWanted: leaving.open()
                }

                RatingStars {
                    Layout.fillWidth: true
                    rating: screen.recipe.rating as RecipeRatingViewModel
                }
            }
        }
    }

    ConfirmPopup {
        id: leaving

        parent: Overlay.overlay
        symbol: "link"
        title: qsTr("원래 페이지로 갈까요?")
        help: qsTr("%1 화면이 브라우저에서 열려요. 이 레시피가 실린 곳이에요.").arg(screen.recipe.siteText)
        yes: qsTr("열기")
        onConfirmed: screen.recipe.openSource()
    }

    LeftoverPopup {
        id: leftover

        parent: Overlay.overlay
        portions: screen.recipe.scale as RecipeScaleViewModel
    }

    Loader {
        active: (screen.recipe.missing as MissingViewModel).isOpen
        sourceComponent: MissingPopup {
            parent: Overlay.overlay
            missing: screen.recipe.missing as MissingViewModel
        }
    }
}
