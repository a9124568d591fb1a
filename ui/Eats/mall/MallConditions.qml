import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.search
import Eats.settings

/* What the products of a list must be. */
Popup {
    id: popup

    required property MallListViewModel list

    width: Math.min(Theme.px(680), (parent?.width ?? 0) - 2 * Theme.s16)
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
                objectName: "mall.conditions.close"
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.close()
            }
        }

        ScrollPage {
            id: page

            readonly property real fullHeight: questions.implicitHeight + 2 * edge

            objectName: "mall.conditions.page"
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
                    objectName: "mall.price"
                    title: qsTr("가격")
                    answers: popup.list.prices
                    onChosen: key => popup.list.choose("price", key)
                }

                ChoiceGroup {
                    objectName: "mall.rate"
                    title: qsTr("할인율")
                    answers: popup.list.rates
                    onChosen: key => popup.list.choose("rate", key)
                }

                ChoiceGroup {
                    objectName: "mall.reviews"
                    title: popup.list.reviewText === "" ? qsTr("리뷰") : qsTr("리뷰 · %1").arg(popup.list.reviewText)
                    answers: popup.list.reviews
                    onChosen: key => popup.list.choose("reviews", key)
                }

                ChoiceGroup {
                    objectName: "mall.total"
                    title: qsTr("소량 (무게와 부피를 아는 상품만)")
                    answers: popup.list.totals
                    onChosen: key => popup.list.choose("total", key)
                }

                ChoiceGroup {
                    objectName: "mall.free"
                    title: qsTr("배송비")
                    answers: popup.list.free
                    onChosen: key => popup.list.choose("free", key)
                }

                ChoiceGroup {
                    objectName: "mall.category"
                    title: qsTr("식품 종류")
                    answers: popup.list.categories
                    onChosen: key => popup.list.choose("category", key)
                }

                ChoiceGroup {
                    objectName: "mall.store"
                    title: qsTr("가게")
                    answers: popup.list.stores
                    onChosen: key => popup.list.choose("store", key)
                }
            }
        }

        RowLayout {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            Layout.topMargin: Theme.s8
            spacing: Theme.s8

            TextLine {
                Layout.fillWidth: true
                text: popup.list.countText
                font.bold: true
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            AppButton {
                objectName: "mall.conditions.clear"
                kind: "quiet"
                text: qsTr("초기화")
                onClicked: popup.list.clearConditions()
            }

            AppButton {
                objectName: "mall.conditions.done"
                kind: "primary"
                text: qsTr("결과 보기")
                onClicked: popup.close()
            }
        }
    }
}
