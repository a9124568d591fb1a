pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.cart

/* Step 1: everything of the selection by seller, also what is left out, and what it costs. */
FocusScope {
    id: step

    required property CheckoutViewModel checkout
    readonly property CheckoutSlipViewModel slip: checkout.slip as CheckoutSlipViewModel
    readonly property bool beside: width > Theme.px(900)

    signal productOpened(string key)
    signal alarmWanted(string words)

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true

            TopHead {
                id: head

                list: list

                CartNotice {
                    objectName: "checkout.checking"
                    Layout.fillWidth: true
                    visible: words !== ""
                    kind: "info"
                    words: step.checkout.checkingText
                }

                CartNotice {
                    objectName: "checkout.problem"
                    Layout.fillWidth: true
                    visible: words !== ""
                    kind: "error"
                    words: step.checkout.problemText
                }

                CartNotice {
                    objectName: "checkout.left"
                    Layout.fillWidth: true
                    visible: words !== ""
                    kind: "warn"
                    words: step.slip.leftText
                }

                CheckSquare {
                    objectName: "checkout.accept"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: step.slip.raisedText
                    kind: step.checkout.acceptsRaised ? "all" : "none"
                    onClicked: step.checkout.toggleAccepts()
                }
            }

            TopList {
                id: list

                objectName: "checkout.list"
                anchors.fill: parent
                room: head.height > 0 ? head.room : Theme.s4
                model: step.slip.rows
                Accessible.name: qsTr("주문할 상품 %1").arg(step.slip.countText)

                footer: step.beside ? null : end
                section.property: "sectionText"
                section.delegate: Item {
                    id: heading

                    required property string section

                    width: list.lineWidth
                    height: title.implicitHeight + Theme.s24

                    SectionTitle {
                        id: title

                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.s8
                        width: parent.width
                        text: heading.section
                    }
                }

                delegate: CheckoutLine {
                    required property int index

                    width: list.lineWidth
                    listed: true
                    current: list.activeFocus && ListView.isCurrentItem
                    onPressed: list.currentIndex = index
                    onOpened: step.productOpened(product)
                    onSellerWanted: step.slip.openSeller(key)
                    onAlarmWanted: step.alarmWanted(name)
                }
            }
        }

        CheckoutSums {
            Layout.preferredWidth: Theme.px(340)
            Layout.alignment: Qt.AlignTop
            Layout.rightMargin: Theme.s24
            Layout.topMargin: Theme.s12
            visible: step.beside && step.slip.totalText !== ""
            slip: step.slip
        }
    }

    Component {
        id: end

        Item {
            width: list.lineWidth
            implicitHeight: sums.implicitHeight + Theme.s24

            CheckoutSums {
                id: sums

                width: parent.width
                anchors.bottom: parent.bottom
                slip: step.slip
            }
        }
    }
}
