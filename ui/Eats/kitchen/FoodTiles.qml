pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Foods that many have at home: put in by one press, taken away by the next. */
ColumnLayout {
    id: tiles

    required property StockViewModel stock

    spacing: Theme.s8

    TextLine {
        text: qsTr("자주 쓰는 재료")
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("자주 쓰는 재료")

        Repeater {
            model: tiles.stock.tiles

            delegate: Option {
                required property string key
                required property bool isOn

                objectName: "tile." + key
                text: key
                on: isOn
                onClicked: tiles.stock.toggle(key)
            }
        }
    }
}
