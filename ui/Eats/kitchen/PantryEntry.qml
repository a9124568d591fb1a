import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* What is put into the pantry by hand: the food with its amount, and until when it keeps. The
   fields are left for the next food, unless that is being written already. */
ColumnLayout {
    id: entry

    required property PantryViewModel pantry
    readonly property bool narrow: width < Theme.px(560)
    property string sent: ""

    function submit() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        sent = food.text;
        if (food.text.trim() !== "")
            entry.pantry.add(food.text, day.text);
    }

    function clear() {
        if (food.text !== sent)
            return;
        food.clear();
        day.clear();
        food.forceActiveFocus();
    }

    spacing: Theme.s8

    GridLayout {
        Layout.fillWidth: true
        columns: entry.narrow ? 2 : 3
        columnSpacing: Theme.s8
        rowSpacing: Theme.s8

        EntryField {
            id: food

            objectName: "pantry.food"
            Layout.fillWidth: true
            Layout.columnSpan: entry.narrow ? 2 : 1
            Layout.preferredWidth: Theme.px(320)
            placeholderText: qsTr("재료와 양 (두부 2모처럼)")
            maximumLength: 60
            onAccepted: entry.submit()
        }

        EntryField {
            id: day

            objectName: "pantry.day"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.px(180)
            placeholderText: qsTr("기한 (11/27, 내일)")
            Accessible.name: qsTr("기한, 몰라도 돼요")
            maximumLength: 20
            onAccepted: entry.submit()
        }

        AppButton {
            objectName: "pantry.put"
            Layout.preferredHeight: Theme.controlL
            symbol: "plus"
            text: qsTr("넣기")
            enabled: food.displayText.trim() !== ""
            onClicked: entry.submit()
        }
    }

    Note {
        objectName: "pantry.problem"
        Layout.fillWidth: true
        visible: text !== "" && !entry.pantry.isEditing
        kind: "error"
        text: entry.pantry.problem
    }

    Connections {
        target: entry.pantry
        function onAdded() {
            entry.clear();
        }
    }
}
