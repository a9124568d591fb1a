import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Choosing all, how many are chosen, and taking the chosen ones out. */
Flow {
    id: head

    required property CartViewModel cart

    signal removeWanted

    spacing: Theme.s12

    CheckSquare {
        objectName: "cart.checkAll"
        text: qsTr("전체 선택")
        kind: head.cart.chosenKind
        onClicked: head.cart.checkAll()
    }

    TextLine {
        objectName: "cart.chosen"
        height: Theme.control
        text: head.cart.chosenText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    AppButton {
        objectName: "cart.removeChosen"
        enabled: head.cart.chosenCount > 0
        symbol: "x"
        text: qsTr("선택 빼기")
        onClicked: head.removeWanted()
    }
}
