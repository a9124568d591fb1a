import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* How much there is of one food at home, and until when it keeps. */
SheetPopup {
    id: popup

    required property PantryViewModel pantry

    function save() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.pantry.save(amount.text, day.text);
    }

    name: "pantry.editor"
    widest: Theme.px(520)
    title: pantry.editName
    visible: pantry.isEditing
    onOpened: {
        amount.text = pantry.editAmount;
        day.text = pantry.editDay;
        amount.forceActiveFocus();
    }
    onClosed: pantry.leave()

    Label_ {
        text: qsTr("얼마나 있나요?")
    }

    EntryField {
        id: amount

        objectName: "pantry.edit.amount"
        Layout.fillWidth: true
        placeholderText: qsTr("양 (3개, 50g)")
        Accessible.name: qsTr("양, 비워 두면 몰라요")
        maximumLength: 30
        onAccepted: popup.save()
    }

    Label_ {
        text: qsTr("언제까지 먹나요?")
    }

    EntryField {
        id: day

        objectName: "pantry.edit.day"
        Layout.fillWidth: true
        placeholderText: qsTr("기한 (11/27, 내일)")
        Accessible.name: qsTr("기한, 비워 두면 몰라요")
        maximumLength: 20
        onAccepted: popup.save()
    }

    AppButton {
        objectName: "pantry.edit.suggest"
        visible: popup.pantry.editSuggestText !== ""
        symbol: "clock"
        text: popup.pantry.editSuggestText
        Accessible.description: qsTr("누르면 이 날을 적어요. 포장의 날짜가 있으면 그 날을 적어 주세요.")
        onClicked: day.text = popup.pantry.editSuggested
    }

    Note {
        objectName: "pantry.edit.problem"
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: popup.pantry.problem
    }

    actions: [
        Item {
            Layout.fillWidth: true
        },
        AppButton {
            objectName: "pantry.edit.save"
            kind: "primary"
            text: qsTr("저장")
            onClicked: popup.save()
        }
    ]

    component Label_: TextLine {
        Layout.fillWidth: true
        font.bold: true
    }
}
