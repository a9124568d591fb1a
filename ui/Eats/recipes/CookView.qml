pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What is cooked from: one step at a time in large letters over the whole window. */
FocusScope {
    id: view

    required property CookViewModel cook
    readonly property bool beside: width > Theme.px(900)
    readonly property bool narrow: width < Theme.px(600)
    readonly property bool low: height < Theme.px(480)
    readonly property int key: low ? Theme.controlL : Theme.px(64)

    objectName: "cook"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("요리 모드. %1").arg(cook.title)
    Keys.onEscapePressed: cook.close()
    Keys.onLeftPressed: cook.previous()
    Keys.onRightPressed: cook.next()
    Keys.onUpPressed: step.scroll(-Theme.px(80))
    Keys.onDownPressed: step.scroll(Theme.px(80))
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp;
        if (event.accepted)
            event.key === Qt.Key_PageDown ? cook.next() : cook.previous();
    }
    Component.onCompleted: forward.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.bg

        /* Nothing below can be pointed at. */
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            acceptedButtons: Qt.AllButtons
            onWheel: wheel => wheel.accepted = true
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: view.low ? Theme.s12 : Theme.s24
        spacing: view.low ? Theme.s8 : Theme.s16

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s16

            TextLine {
                Layout.fillWidth: true
                text: view.cook.title
                font.pixelSize: Theme.titleM
                font.bold: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            Row {
                objectName: "cook.awake"
                visible: view.cook.isAwake && !view.narrow
                spacing: Theme.s4
                Accessible.role: Accessible.StaticText
                Accessible.name: awake.text

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.px(18)
                    symbol: "check"
                    tint: Theme.ok
                }

                TextLine {
                    id: awake

                    text: qsTr("화면 켜 둠")
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    Accessible.ignored: true
                }
            }

            TextLine {
                objectName: "cook.progress"
                text: view.cook.progressText
                font.pixelSize: Theme.titleM
                font.bold: true
                color: Theme.primary
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("단계 %1").arg(text)
            }

            AppButton {
                objectName: "cook.close"
                Layout.preferredHeight: view.low ? Theme.control : Theme.controlL
                symbol: "x"
                text: view.narrow ? "" : qsTr("나가기")
                Accessible.name: qsTr("요리 모드 나가기")
                onClicked: view.cook.close()
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.s8
            radius: height / 2
            color: Theme.surfaceAlt
            border.width: Theme.mode === "contrast" ? Theme.hairline : 0
            border.color: Theme.outline
            Accessible.ignored: true

            Rectangle {
                width: parent.width * view.cook.progress
                height: parent.height
                radius: height / 2
                color: Theme.primary
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.s24

            CookStep {
                id: step

                Layout.fillWidth: true
                Layout.fillHeight: true
                cook: view.cook
            }

            CookChecklist {
                Layout.fillWidth: false
                Layout.preferredWidth: Theme.px(320)
                Layout.fillHeight: true
                visible: view.beside
                cook: view.cook
            }
        }

        CookTimers {
            Layout.fillWidth: true
            cook: view.cook
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s16

            AppButton {
                objectName: "cook.previous"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: view.key
                enabled: !view.cook.isFirst
                symbol: "back"
                text: qsTr("이전")
                Accessible.name: qsTr("이전 단계")
                onClicked: view.cook.previous()
            }

            AppButton {
                objectName: "cook.list"
                Layout.preferredHeight: view.key
                visible: !view.beside
                symbol: "list"
                text: view.narrow ? "" : qsTr("재료")
                Accessible.name: qsTr("재료 보기")
                onClicked: sheet.open()
            }

            AppButton {
                id: forward

                objectName: "cook.next"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: view.key
                kind: "primary"
                symbol: view.cook.isLast ? view.narrow ? "" : "check" : "forward"
                text: view.cook.isLast ? qsTr("다 만들었어요") : qsTr("다음")
                Accessible.name: view.cook.isLast ? text : qsTr("다음 단계")
                onClicked: view.cook.isLast ? view.cook.finish() : view.cook.next()
            }
        }
    }

    Popup {
        id: sheet

        parent: view
        width: Math.min(Theme.px(420), view.width - 2 * Theme.s16)
        height: Math.min(list.wanted + 2 * padding, view.height - 2 * Theme.s16)
        anchors.centerIn: parent
        padding: Theme.s16
        modal: true
        focus: true

        Overlay.modal: Rectangle {
            color: Theme.scrim
        }
        background: Rectangle {
            radius: Theme.radiusXl
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.outline
        }
        contentItem: CookChecklist {
            id: list

            cook: view.cook
        }
    }
}
