pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* What was searched for, each to be forgotten, and whether words are kept at all. */
Section {
    id: section

    required property MeViewModel me

    signal asked(string words)

    title: qsTr("최근 검색어")
    symbol: "search"

    Note {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        visible: words.count === 0
        text: qsTr("남아 있는 검색어가 없어요.")
    }

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        visible: words.count > 0
        spacing: Theme.s8

        Repeater {
            id: words

            model: section.me.queries

            delegate: RowLayout {
                id: word

                required property string text

                spacing: 0

                AppButton {
                    text: word.text
                    Layout.maximumWidth: Theme.px(300)
                    Accessible.name: qsTr("“%1” 다시 찾기").arg(word.text)
                    onClicked: section.asked(word.text)
                }

                IconButton {
                    objectName: "me.forget." + word.text
                    symbol: "x"
                    name: qsTr("“%1” 지우기").arg(word.text)
                    onClicked: section.me.forgetQuery(word.text)
                }
            }
        }
    }

    AppButton {
        objectName: "me.forgetAll"
        Layout.margins: Theme.s8
        visible: words.count > 0
        text: qsTr("모두 지우기")
        Accessible.name: qsTr("최근 검색어 모두 지우기")
        onClicked: section.me.forgetQueries()
    }

    Line {}

    Toggle {
        objectName: "me.history"
        Layout.fillWidth: true
        text: qsTr("찾은 말 남기기")
        help: qsTr("끄면 새로 찾은 말을 남기지 않아요. 함께 쓰는 사람 모두에게 적용돼요.")
        on: section.me.keepsHistory
        onClicked: section.me.setHistory(!on)
    }
}
