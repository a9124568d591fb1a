pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.kitchen

/* 냉장고: what is at home, what has to go first above. */
Item {
    id: screen

    required property PantryViewModel pantry

    objectName: "pantry"
    clip: true

    TopHead {
        id: head

        list: list

        ScreenTitle {
            Layout.fillWidth: true
            text: qsTr("냉장고")
            detail: screen.pantry.countText
        }

        PantryEntry {
            Layout.fillWidth: true
            pantry: screen.pantry
        }

        Flow {
            Layout.fillWidth: true
            visible: screen.pantry.canCook || screen.pantry.ordersText !== ""
            spacing: Theme.s8

            AppButton {
                objectName: "pantry.cookAll"
                visible: screen.pantry.canCook
                kind: "primary"
                symbol: "bowl"
                text: qsTr("이 재료로 요리 찾기")
                onClicked: screen.pantry.cookAll()
            }

            AppButton {
                objectName: "pantry.fill"
                height: Theme.controlL
                visible: text !== ""
                symbol: "receipt"
                text: screen.pantry.ordersText
                onClicked: screen.pantry.fillOrders()
            }
        }
    }

    TopList {
        id: list

        objectName: "pantry.list"
        anchors.fill: parent
        side: Math.max(Theme.s24, (width - Theme.px(1000)) / 2)

        room: head.room
        model: screen.pantry.rows
        Accessible.name: screen.pantry.countText

        footer: StateView {
            width: list.lineWidth
            height: visible ? implicitHeight : 0
            state_: screen.pantry.state
            emptySymbol: "fridge"
            title: screen.pantry.stateTitle
            help: screen.pantry.stateHelp
            actionText: screen.pantry.stateAction
            onActed: screen.pantry.retry()
        }

        delegate: PantryLine {
            required property int index

            width: list.lineWidth
            listed: true
            current: list.activeFocus && ListView.isCurrentItem
            onPressed: list.currentIndex = index
            onOpened: screen.pantry.edit(key)
            onCookWanted: screen.pantry.cook(key)
            onSuggestTaken: screen.pantry.takeSuggested(key)
            onRemoved: screen.pantry.remove(key)
        }
    }

    Loader {
        active: screen.visible && screen.pantry.isEditing
        sourceComponent: PantryEditor {
            parent: Overlay.overlay
            pantry: screen.pantry
        }
    }
}
