pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.checkout

/* Order and pay: one step at a time, its buttons always in sight. */
Item {
    id: screen

    required property CheckoutViewModel checkout
    readonly property string stage: !checkout.showsPayment ? ["items", "consent", "ways"][checkout.step - 1] : checkout.step === 3 ? "waiting" : "result"

    signal productOpened(string key)
    signal alarmWanted(string words)
    signal cartWanted

    objectName: "checkout"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("주문과 결제")

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s16
        spacing: Theme.s4

        ScreenTitle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            visible: screen.height > Theme.px(440)
            text: qsTr("주문과 결제")
        }

        CheckoutSteps {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            visible: screen.checkout.state === "ready"
            step: screen.checkout.step
            stepText: screen.checkout.stepText
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            StateView {
                anchors.centerIn: parent
                width: parent.width
                state_: screen.checkout.state
                emptySymbol: "cart"
                title: screen.checkout.stateTitle
                help: screen.checkout.stateHelp
                actionText: screen.checkout.stateAction
                onActed: screen.checkout.state === "none" ? screen.cartWanted() : screen.checkout.retry()
            }

            Loader {
                id: body

                width: screen.stage === "items" ? parent.width : Math.min(parent.width, Theme.px(860))
                height: parent.height
                visible: screen.checkout.state === "ready"
                sourceComponent: ({
                        items: items,
                        consent: consent,
                        ways: ways,
                        waiting: waiting,
                        result: result
                    })[screen.stage]
                onLoaded: if (screen.visible && visible)
                    (item as Item).forceActiveFocus(Qt.OtherFocusReason)
            }
        }

        CheckoutFoot {
            Layout.fillWidth: true
            visible: screen.checkout.state === "ready"
            checkout: screen.checkout
        }
    }

    Component {
        id: items

        CheckoutItems {
            checkout: screen.checkout
            onProductOpened: key => screen.productOpened(key)
            onAlarmWanted: words => screen.alarmWanted(words)
        }
    }
    Component {
        id: consent

        CheckoutConsent {
            checkout: screen.checkout
        }
    }
    Component {
        id: ways

        CheckoutWays {
            checkout: screen.checkout
        }
    }
    Component {
        id: waiting

        CheckoutWaiting {
            checkout: screen.checkout
        }
    }
    Component {
        id: result

        CheckoutResult {
            checkout: screen.checkout
        }
    }
}
