pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* What to wait for, for how much at most, on which channels. */
ColumnLayout {
    id: form

    required property AlarmEditorViewModel editor
    readonly property bool byFood: editor.kind === "ingredient"
    property bool showsChannels: false

    signal submitted

    function begin() {
        entry.forceActiveFocus();
    }

    spacing: Theme.s16

    Segmented {
        objectName: "alarm.kind"
        Layout.fillWidth: true
        name: qsTr("무엇으로 찾을지")
        current: form.editor.kind
        options: [
            {
                value: "ingredient",
                label: qsTr("재료")
            },
            {
                value: "keyword",
                label: qsTr("낱말")
            }
        ]
        onChosen: kind => form.editor.chooseKind(kind)
    }

    Note {
        Layout.fillWidth: true
        text: form.byFood ? qsTr("그 재료이거나 그 재료로 만든 음식이면 알려 드려요. 즙처럼 모습이 바뀐 것은 빼요.") : qsTr("상품 이름에 적은 낱말이 모두 있으면 알려 드려요.")
    }

    EntryField {
        id: entry

        objectName: "alarm.text"
        Layout.fillWidth: true
        text: form.editor.text
        placeholderText: form.byFood ? qsTr("재료 (고등어, 감자처럼)") : qsTr("낱말 (손질 고등어처럼)")
        maximumLength: 60
        onWritten: words => form.editor.write(words)
        onAccepted: form.submitted()
    }

    Flow {
        Layout.fillWidth: true
        visible: form.editor.suggestions.count > 0 // qmllint disable missing-property
        spacing: Theme.s8
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("이런 재료가 있어요")

        Repeater {
            model: form.editor.suggestions

            delegate: Chip {
                required property string key

                objectName: "alarm.suggestion." + key
                text: key
                Accessible.role: Accessible.Button
                onClicked: form.editor.choose(key)
            }
        }
    }

    Note {
        objectName: "alarm.problem"
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: form.editor.problem
    }

    AppButton {
        objectName: "alarm.asKeyword"
        visible: form.editor.offersKeyword
        text: qsTr("낱말로 찾기")
        onClicked: form.editor.chooseKind("keyword")
    }

    Field {
        Layout.margins: 0
        title: qsTr("가격")
        help: qsTr("비워 두면 얼마든 알려 드려요.")

        RowLayout {
            spacing: Theme.s8

            EntryField {
                objectName: "alarm.price"
                Layout.preferredWidth: Theme.px(180)
                text: form.editor.price
                placeholderText: qsTr("얼마까지")
                Accessible.name: qsTr("가격, 이 값 이하일 때만 (원)")
                maximumLength: 9
                inputMethodHints: Qt.ImhDigitsOnly
                validator: RegularExpressionValidator {
                    regularExpression: /[0-9]*/
                }
                onWritten: words => form.editor.writePrice(words)
                onAccepted: form.submitted()
            }

            TextLine {
                text: qsTr("원 이하")
            }
        }
    }

    AppButton {
        objectName: "alarm.channels"
        kind: form.showsChannels ? "selected" : "plain"
        symbol: form.showsChannels ? "minus" : "plus"
        text: form.editor.channelsText
        Accessible.description: form.showsChannels ? qsTr("누르면 채널을 접어요") : qsTr("누르면 채널을 고를 수 있어요")
        onClicked: form.showsChannels = !form.showsChannels
    }

    Flow {
        Layout.fillWidth: true
        visible: form.showsChannels
        spacing: Theme.s8

        Repeater {
            model: form.editor.channels

            delegate: Option {
                required property string key
                required text
                required property bool isOn

                objectName: "alarm.channel." + key
                on: isOn
                onClicked: form.editor.toggleChannel(key)
            }
        }
    }
}
