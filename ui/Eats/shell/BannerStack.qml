pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.checkout
import Eats.controls

/* What holds for the whole window: play payments, an open payment, troubles of fetching. */
ColumnLayout {
    id: stack

    required property SyncViewModel sync
    required property PeopleViewModel people
    required property CheckoutViewModel checkout
    property bool atCheckout: false
    readonly property PaymentWatchViewModel watch: checkout.watch as PaymentWatchViewModel

    signal detailsWanted

    spacing: 0

    PlayRibbon {
        objectName: "banner.play"
        Layout.fillWidth: true
        visible: stack.watch.isPlay
    }

    Banner {
        objectName: "banner.people"
        Layout.fillWidth: true
        visible: stack.people.notice !== ""
        kind: stack.people.noticeKind
        title: stack.people.notice
        help: ""
        onDismissed: stack.people.dismiss()
    }

    Banner {
        objectName: "banner.payment"
        Layout.fillWidth: true
        visible: stack.watch.pendingText !== "" && !(stack.atCheckout && stack.checkout.showsPayment)
        kind: "warn"
        title: stack.watch.pendingText
        help: qsTr("다시 결제하지 마세요.")
        actionText: qsTr("보기")
        dismissable: false
        onActed: stack.checkout.openPending()
    }

    Repeater {
        model: stack.sync.banners

        delegate: Banner {
            required property string key
            required property string action

            Layout.fillWidth: true
            actionText: action
            onActed: action === qsTr("자세히") ? stack.detailsWanted() : stack.sync.fetch()
            onDismissed: stack.sync.dismiss(key)
        }
    }
}
