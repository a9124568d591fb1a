import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* How much there is of one food: asked for a chip, and for a food that is typed a second time. */
SheetPopup {
    id: popup

    required property StockViewModel stock

    function save() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.stock.save(amount.text);
    }

    name: "amount"
    widest: Theme.px(480)
    title: stock.editTitle
    visible: stock.isEditing
    onOpened: {
        amount.text = stock.editAmount;
        amount.forceActiveFocus();
        amount.selectAll();
    }
    onClosed: stock.leave()

    TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        text: popup.stock.editHelp
        color: Theme.text2
        wrapMode: Text.Wrap
    }

    EntryField {
        id: amount

        objectName: "amount.field"
        Layout.fillWidth: true
        placeholderText: qsTr("양 (3개, 50g)")
        Accessible.name: qsTr("%1 양, 비워 두면 몰라요").arg(popup.stock.editName)
        maximumLength: 30
        onAccepted: popup.save()
    }

    Note {
        objectName: "amount.problem"
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: popup.stock.problem
    }

    actions: [
        Item {
            Layout.fillWidth: true
        },
        AppButton {
            objectName: "amount.leave"
            Layout.preferredHeight: Theme.controlL
            text: qsTr("그대로 두기")
            onClicked: popup.stock.leave()
        },
        AppButton {
            objectName: "amount.save"
            kind: "primary"
            text: qsTr("바꾸기")
            onClicked: popup.save()
        }
    ]
}
