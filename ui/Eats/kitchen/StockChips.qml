pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* All foods at hand as chips, to be changed and taken away. */
Flow {
    id: chips

    required property StockViewModel stock
    property bool clearable: false

    objectName: "stock.chips"
    spacing: Theme.s8
    Accessible.role: Accessible.List
    Accessible.name: stock.countText

    Repeater {
        id: rows

        model: chips.stock.rows

        delegate: StockChip {
            onEditWanted: chips.stock.edit(key)
            onMeantWanted: chips.stock.takeMeant(key)
            onRemoveWanted: chips.stock.remove(key)
        }
    }

    AppButton {
        objectName: "stock.clear"
        visible: chips.clearable && rows.count > 1
        kind: "quiet"
        text: qsTr("모두 빼기")
        onClicked: chips.stock.clear()
    }
}
