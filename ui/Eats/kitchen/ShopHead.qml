import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What is put on the list by hand, and what is done with all of it. */
ColumnLayout {
    id: head

    required property ShoppingViewModel shopping

    function submit() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        head.shopping.add(field.text);
    }

    spacing: Theme.s12

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        EntryField {
            id: field

            objectName: "shopping.field"
            Layout.fillWidth: true
            placeholderText: qsTr("살 것 (두부 2모처럼)")
            maximumLength: 60
            onAccepted: head.submit()
        }

        AppButton {
            objectName: "shopping.put"
            Layout.preferredHeight: Theme.controlL
            symbol: "plus"
            text: qsTr("넣기")
            enabled: field.displayText.trim() !== ""
            onClicked: head.submit()
        }
    }

    Flow {
        Layout.fillWidth: true
        visible: head.shopping.state === "ready"
        spacing: Theme.s8

        AppButton {
            objectName: "shopping.copy"
            symbol: "list"
            text: qsTr("글로 복사")
            onClicked: head.shopping.copy()
        }

        AppButton {
            objectName: "shopping.clear"
            visible: head.shopping.hasDone
            symbol: "x"
            text: qsTr("산 것 지우기")
            onClicked: head.shopping.clearDone()
        }
    }

    Connections {
        target: head.shopping
        function onAdded() {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
