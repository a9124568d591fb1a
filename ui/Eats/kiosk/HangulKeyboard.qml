pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme

/* The touch keyboard: keys about 24 mm wide, wider for large text, and at least 18 mm high. */
Rectangle {
    id: board

    required property HangulKeyboardViewModel keys
    required property real millimetre

    readonly property real gap: Math.max(Theme.s4, Math.round(2 * millimetre))
    readonly property real edge: Theme.body / 2
    readonly property real unit: Math.min(Math.max(24 * millimetre, 2.2 * Theme.body), (width - 2 * edge - 9 * gap) / 10)
    readonly property real tall: Math.max(18 * millimetre, Theme.body * 1.35)
    readonly property bool roomy: span(2) > Theme.body * 4.6

    signal searchWanted
    signal closeWanted

    function span(units: real): real {
        return units * unit + (units - 1) * gap;
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("화면 키보드")
    color: Theme.surfaceAlt
    implicitHeight: rows.implicitHeight + 2 * edge

    KeyHold {
        id: hold
    }

    component Command: KeyCap {
        property real units: 1

        hold: hold
        name: text
        width: board.span(units)
        height: board.tall
    }

    component Letters: Row {
        id: letters

        required property int at
        readonly property var row: board.keys.rows[at]

        spacing: board.gap

        Repeater {
            model: letters.row.length
            delegate: KeyCap {
                required property int index

                objectName: "key." + text
                hold: hold
                text: letters.row[index].key
                name: letters.row[index].name
                width: board.unit
                height: board.tall
                onTyped: board.keys.press(text)
            }
        }
    }

    Column {
        id: rows

        anchors.centerIn: parent
        spacing: board.gap

        Letters {
            at: 0
        }

        Letters {
            anchors.horizontalCenter: parent.horizontalCenter
            at: 1
        }

        Row {
            spacing: board.gap

            Command {
                objectName: "key.shift"
                units: 1.5
                text: "⇧"
                name: board.keys.layer === "latin" ? qsTr("대문자") : qsTr("쌍자음")
                enabled: board.keys.layer !== "number"
                opacity: enabled ? 1 : 0
                checkable: false
                checked: board.keys.shifted
                onTyped: board.keys.shift()
            }

            Letters {
                at: 2
            }

            Command {
                objectName: "key.back"
                units: 1.5
                text: "⌫"
                name: qsTr("한 글자 지우기")
                onTyped: board.keys.back()
            }
        }

        Flow {
            width: board.span(10)
            spacing: board.gap

            Command {
                objectName: "key.layer"
                units: board.roomy ? 1.25 : 2.5
                text: board.keys.layer === "hangul" ? qsTr("영문") : qsTr("한글")
                onTyped: board.keys.choose(board.keys.layer === "hangul" ? "latin" : "hangul")
            }

            Command {
                objectName: "key.number"
                units: board.roomy ? 1.25 : 2.5
                text: "123"
                name: qsTr("숫자와 기호")
                checked: board.keys.layer === "number"
                onTyped: board.keys.choose("number")
            }

            Command {
                objectName: "key.space"
                units: board.roomy ? 2.5 : 5
                text: qsTr("띄어쓰기")
                onTyped: board.keys.press(" ")
            }

            Command {
                objectName: "key.clear"
                units: board.roomy ? 2 : 4
                text: qsTr("모두 지움")
                onTyped: board.keys.clear()
            }

            Command {
                objectName: "key.close"
                units: board.roomy ? 1.25 : 2.5
                text: qsTr("닫기")
                onTyped: board.closeWanted()
            }

            Command {
                objectName: "key.search"
                units: board.roomy ? 1.75 : 3.5
                text: qsTr("찾기")
                isMain: true
                onTyped: board.searchWanted()
            }
        }
    }
}
