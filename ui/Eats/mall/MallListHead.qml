pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Over a list: what it is and how much, its order, what it is narrowed to. */
ColumnLayout {
    id: head

    required property MallListViewModel list
    readonly property bool chosen: chips.count > 0

    signal conditionsWanted

    spacing: Theme.s12

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s12

        TextLine {
            objectName: "mall.list.title"
            Layout.fillWidth: true
            text: head.list.title
            font.pixelSize: Theme.titleL
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        TextLine {
            objectName: "mall.list.count"
            text: head.list.countText
            color: Theme.text2
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            onTextChanged: Accessible.announce(head.list.countText, Accessible.Polite)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        Flow {
            Layout.fillWidth: true
            spacing: Theme.s8
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("순서")

            Repeater {
                model: head.list.sorts

                delegate: Option {
                    required property string key
                    required text
                    required property bool isOn

                    objectName: "mall.sort." + key
                    on: isOn
                    Accessible.role: Accessible.RadioButton
                    onClicked: head.list.chooseSort(key)
                }
            }
        }

        AppButton {
            objectName: "mall.conditions"
            Layout.alignment: Qt.AlignTop
            kind: head.chosen ? "selected" : "plain"
            symbol: "filter"
            text: head.chosen ? qsTr("조건 %1").arg(chips.count) : qsTr("조건")
            Accessible.description: qsTr("가격, 할인, 리뷰, 양, 식품 종류, 가게로 좁혀요")
            onClicked: head.conditionsWanted()
        }
    }

    Flow {
        Layout.fillWidth: true
        visible: head.chosen
        spacing: Theme.s8

        Repeater {
            id: chips

            model: head.list.chips

            delegate: AppButton {
                required property string key
                required text

                objectName: "mall.chip." + key
                symbol: "x"
                Accessible.name: qsTr("조건 빼기: %1").arg(text)
                onClicked: head.list.dropCondition(key)
            }
        }

        AppButton {
            objectName: "mall.clear"
            kind: "quiet"
            text: qsTr("초기화")
            onClicked: head.list.clearConditions()
        }
    }

    AppButton {
        objectName: "mall.again"
        visible: head.list.isChanged
        symbol: "refresh"
        text: qsTr("목록이 바뀌었어요. 새로 보기")
        onClicked: head.list.askAgain()
    }
}
