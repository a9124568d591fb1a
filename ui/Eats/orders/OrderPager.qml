import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Which of the orders are listed, and the way to the others. */
GridLayout {
    id: pager

    required property OrdersViewModel orders
    readonly property bool narrow: width < Theme.px(520)

    columns: narrow ? 2 : 3
    columnSpacing: Theme.s12
    rowSpacing: Theme.s8

    AppButton {
        objectName: "orders.newer"
        Layout.fillWidth: pager.narrow
        Layout.preferredHeight: Theme.controlL
        enabled: pager.orders.canNewer
        symbol: "chevron-left"
        text: qsTr("최근 주문")
        onClicked: pager.orders.newer()
    }

    TextLine {
        Layout.row: pager.narrow ? 1 : 0
        Layout.column: pager.narrow ? 0 : 1
        Layout.columnSpan: pager.narrow ? 2 : 1
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: pager.orders.windowText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    AppButton {
        objectName: "orders.older"
        Layout.row: 0
        Layout.column: pager.narrow ? 1 : 2
        Layout.fillWidth: pager.narrow
        Layout.preferredHeight: Theme.controlL
        enabled: pager.orders.canOlder
        symbol: "chevron-right"
        text: qsTr("지난 주문")
        onClicked: pager.orders.older()
    }
}
