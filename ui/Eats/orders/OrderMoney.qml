import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart

/* How it is paid, and what is known of the money. */
ColumnLayout {
    id: money

    required property OrderViewModel order

    spacing: Theme.s8

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("결제")
    }

    TextLine {
        Layout.fillWidth: true
        text: money.order.wayText
        wrapMode: Text.Wrap
    }

    CartNotice {
        objectName: "order.payment"
        Layout.fillWidth: true
        visible: words !== ""
        kind: money.order.paymentKind
        words: money.order.paymentText
    }

    TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        text: money.order.paymentFact
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
