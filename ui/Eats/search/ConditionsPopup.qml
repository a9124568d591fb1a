import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* What results must be; what only narrows broadcasts is left out where there are none. */
Popup {
    id: popup

    required property SearchViewModel search
    readonly property bool aired: search.scope !== "products"

    width: Math.min(Theme.px(620), (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(foot.height + page.fullHeight + Theme.control + 3 * Theme.s16, (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
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

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("조건")
            }

            IconButton {
                objectName: "conditions.close"
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.close()
            }
        }

        ScrollPage {
            id: page

            readonly property real fullHeight: questions.implicitHeight + 2 * edge

            objectName: "conditions.page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            edge: Theme.s16
            widest: popup.width

            ColumnLayout {
                id: questions

                Layout.fillWidth: true
                Layout.leftMargin: Theme.s8
                spacing: Theme.s20

                ChoiceGroup {
                    objectName: "conditions.time"
                    visible: popup.aired
                    title: qsTr("방송 시간")
                    answers: popup.search.times
                    onChosen: key => popup.search.chooseTime(key)
                }

                ChoiceGroup {
                    objectName: "conditions.kind"
                    title: qsTr("종류")
                    answers: popup.search.kinds
                    onChosen: key => popup.search.chooseKind(key)
                }

                ChoiceGroup {
                    objectName: "conditions.price"
                    title: qsTr("가격")
                    answers: popup.search.prices
                    onChosen: key => popup.search.choosePrice(key)
                }

                ChoiceGroup {
                    objectName: "conditions.supplements"
                    title: qsTr("건강기능식품")
                    answers: popup.search.supplements
                    onChosen: key => popup.search.chooseSupplements(key)
                }

                ChoiceGroup {
                    objectName: "conditions.channel"
                    visible: popup.aired && popup.search.channels.count > 0 // qmllint disable missing-property
                    several: true
                    title: qsTr("채널 (고르지 않으면 모두)")
                    answers: popup.search.channels
                    onChosen: key => popup.search.toggleChannel(key)
                }
            }
        }

        RowLayout {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            Layout.topMargin: Theme.s8
            spacing: Theme.s8

            Item {
                Layout.fillWidth: true
            }

            AppButton {
                objectName: "conditions.clear"
                kind: "quiet"
                text: qsTr("초기화")
                onClicked: popup.search.clearConditions()
            }

            AppButton {
                objectName: "conditions.done"
                kind: "primary"
                text: qsTr("결과 보기")
                onClicked: popup.close()
            }
        }
    }
}
