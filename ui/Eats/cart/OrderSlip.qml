pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* The order slip over the page: what is ordered at which price, then the number for the counter. */
Popup {
    id: popup

    required property OrderSlipViewModel slip
    readonly property bool isDone: slip.orderNo !== ""

    width: Math.min(Theme.px(640), (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(page.wanted + foot.implicitHeight + 3 * Theme.s16, (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
    modal: true
    focus: true
    closePolicy: slip.isSubmitting ? Popup.NoAutoClose : Popup.CloseOnEscape
    visible: slip.isOpen
    onClosed: slip.close()

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

        ScrollPage {
            id: page

            readonly property real wanted: body.implicitHeight + 2 * edge

            objectName: "slip.page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            edge: Theme.s20
            widest: popup.width

            ColumnLayout {
                id: body

                Layout.fillWidth: true
                spacing: Theme.s12

                SectionTitle {
                    Layout.fillWidth: true
                    text: popup.isDone ? qsTr("주문서를 만들었어요") : qsTr("주문서")
                }

                InfoNote {
                    objectName: "slip.number"
                    Layout.fillWidth: true
                    visible: popup.isDone
                    symbol: "receipt"
                    large: true
                    title: popup.slip.orderNo
                    help: qsTr("계산대에서 이 번호를 말하고 결제해 주세요. 아직 결제되지 않았어요.")
                }

                Repeater {
                    model: popup.slip.rows

                    delegate: SlipLine {
                        Layout.fillWidth: true
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: popup.slip.sellersText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.hairline
            color: Theme.divider
        }

        ColumnLayout {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            spacing: Theme.s8

            SumLine {
                objectName: "slip.total"
                Layout.fillWidth: true
                strong: true
                label: qsTr("결제할 금액")
                amount: popup.slip.totalText
            }

            CheckSquare {
                objectName: "slip.accept"
                Layout.fillWidth: true
                visible: text !== "" && !popup.isDone
                text: popup.slip.raisedText
                kind: popup.slip.acceptsRaised ? "all" : "none"
                onClicked: popup.slip.toggleAccepts()
            }

            CartNotice {
                objectName: "slip.problem"
                Layout.fillWidth: true
                visible: words !== ""
                kind: "error"
                words: popup.slip.problemText
            }

            GridLayout {
                Layout.fillWidth: true
                columns: popup.width > Theme.px(440) ? 2 : 1
                columnSpacing: Theme.s8
                rowSpacing: Theme.s8
                uniformCellWidths: true

                AppButton {
                    objectName: popup.isDone ? "slip.cancel" : "slip.close"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.controlL
                    enabled: popup.slip.isCalm
                    text: popup.isDone ? qsTr("주문 취소") : qsTr("장바구니로")
                    onClicked: popup.isDone ? popup.slip.cancelOrder() : popup.slip.close()
                }

                AppButton {
                    objectName: popup.isDone ? "slip.done" : "slip.submit"
                    Layout.fillWidth: true
                    kind: "primary"
                    enabled: popup.isDone ? popup.slip.isCalm : popup.slip.canSubmit
                    text: popup.isDone ? qsTr("확인") : popup.slip.isSubmitting ? qsTr("만드는 중") : qsTr("주문서 만들기")
                    onClicked: popup.isDone ? popup.slip.close() : popup.slip.submit()
                }
            }
        }
    }
}
