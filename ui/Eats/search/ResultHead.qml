pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Over the results: how many for which words, what they were taken for, which of them are shown. */
ColumnLayout {
    id: head

    required property SearchViewModel search
    readonly property bool chosen: chips.count > 0

    signal alarmWanted
    signal conditionsWanted

    spacing: Theme.s12

    TextLine {
        objectName: "search.heading"
        Layout.fillWidth: true
        text: head.search.headingText
        font.pixelSize: Theme.titleL
        font.bold: true
        wrapMode: Text.Wrap
        maximumLineCount: 2
        Accessible.role: Accessible.Heading
        Accessible.name: text
        onTextChanged: Accessible.announce([head.search.headingText, head.search.noteText].join(" "), Accessible.Polite)
    }

    ResultNote {
        readonly property bool original: head.search.noteAction === "original"

        Layout.fillWidth: true
        words: head.search.noteText
        symbol: original ? "search" : "bell"
        actionText: original ? qsTr("“%1” 그대로 찾기").arg(head.search.query) : qsTr("방송되면 알려 주기")
        onActed: original ? head.search.askAsTyped() : head.alarmWanted()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        Segmented {
            objectName: "search.scope"
            Layout.fillWidth: true
            name: qsTr("무엇을 볼지")
            current: head.search.scope
            options: [
                {
                    value: "all",
                    label: qsTr("전체 %1").arg(head.search.broadcastCount + head.search.productCount + head.search.recipeCount)
                },
                {
                    value: "broadcasts",
                    label: qsTr("방송 %1").arg(head.search.broadcastCount)
                },
                {
                    value: "products",
                    label: qsTr("콕 %1").arg(head.search.productCount)
                },
                {
                    value: "recipes",
                    label: qsTr("레시피 %1").arg(head.search.recipeCount)
                }
            ]
            onChosen: value => head.search.chooseScope(value)
        }

        AppButton {
            objectName: "search.conditions"
            Layout.alignment: Qt.AlignTop
            kind: head.chosen ? "selected" : "plain"
            symbol: "filter"
            text: head.chosen ? qsTr("조건 %1").arg(chips.count) : qsTr("조건")
            Accessible.description: qsTr("채널, 시간, 종류, 가격으로 좁혀요")
            onClicked: head.conditionsWanted()
        }
    }

    Flow {
        Layout.fillWidth: true
        visible: head.chosen
        spacing: Theme.s8

        Repeater {
            id: chips

            model: head.search.chips

            delegate: AppButton {
                required property string key
                required text

                objectName: "search.chip." + key
                symbol: "x"
                Accessible.name: qsTr("조건 빼기: %1").arg(text)
                onClicked: head.search.dropCondition(key)
            }
        }

        AppButton {
            objectName: "search.clear"
            kind: "quiet"
            text: qsTr("초기화")
            onClicked: head.search.clearConditions()
        }
    }
}
