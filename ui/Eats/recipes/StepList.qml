pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How the dish is made: numbered steps with their clocks; a recipe without steps leads to its page. */
ColumnLayout {
    id: view

    required property RecipeViewModel recipe
    readonly property bool known: list.count > 0

    signal leaveWanted

    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("만드는 방법")
    }

    InfoNote {
        objectName: "recipe.nosteps"
        Layout.fillWidth: true
        visible: !view.known
        symbol: "info"
        title: qsTr("만드는 방법은 원래 페이지에 있어요.")
        help: view.recipe.hasLink ? "" : qsTr("이 레시피는 원래 페이지 주소도 없어요. 재료를 보고 만들어 보세요.")
    }

    AppButton {
        objectName: "recipe.howto"
        Layout.fillWidth: true
        visible: !view.known && view.recipe.hasLink
        kind: "primary"
        symbol: "link"
        text: qsTr("만드는 방법 보러 가기")
        onClicked: view.leaveWanted()
    }

    Repeater {
        id: list

        model: view.recipe.steps

        delegate: RowLayout {
            id: step

            required property string key
            required property string text
            required property int timerMinutes
            required property string spokenText

            Layout.fillWidth: true
            spacing: Theme.s12
            Accessible.role: Accessible.StaticText
            Accessible.name: spokenText

            Rectangle {
                Layout.alignment: Qt.AlignTop
                implicitWidth: Theme.px(32)
                implicitHeight: Theme.px(32)
                radius: height / 2
                color: Theme.primarySoft

                TextLine {
                    anchors.centerIn: parent
                    text: step.key
                    font.pixelSize: Theme.caption
                    font.bold: true
                    color: Theme.primarySoftInk
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.s4
                    text: step.text
                    wrapMode: Text.Wrap
                    lineHeight: 1.4
                }

                Row {
                    visible: step.timerMinutes > 0
                    spacing: Theme.s4

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        size: Theme.px(18)
                        symbol: "clock"
                        tint: Theme.text2
                    }

                    TextLine {
                        text: qsTr("%1분").arg(step.timerMinutes)
                        font.pixelSize: Theme.caption
                        font.bold: true
                        color: Theme.text2
                    }
                }
            }
        }
    }

    SectionTitle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s8
        visible: view.recipe.tips.length > 0
        text: qsTr("알아 두면 좋아요")
    }

    Repeater {
        model: view.recipe.tips

        delegate: InfoNote {
            required property string modelData

            Layout.fillWidth: true
            symbol: "info"
            title: ""
            help: modelData
        }
    }
}
