import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What the chosen products cost together, and the button that puts them into the cart. */
GridLayout {
    id: foot

    required property MissingViewModel missing
    required property bool wide

    columns: wide ? 2 : 1
    columnSpacing: Theme.s16
    rowSpacing: Theme.s8

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        TextLine {
            objectName: "missing.sum"
            Layout.fillWidth: true
            text: foot.missing.sumText
            font.bold: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        TextLine {
            Layout.fillWidth: true
            visible: text !== ""
            text: foot.missing.noteText
            font.pixelSize: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
        }
    }

    AppButton {
        objectName: "missing.add"
        Layout.fillWidth: !foot.wide
        kind: "primary"
        symbol: "cart"
        text: qsTr("모두 담기")
        enabled: foot.missing.canAdd
        onClicked: foot.missing.add()
    }
}
