import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* A food and how much there is of it; Enter puts it in and leaves the fields for the next one,
   unless that is being written already. */
GridLayout {
    id: entry

    required property SuggestViewModel suggest
    property string name: "recipes"
    readonly property bool narrow: width < Theme.px(560)

    property string sent: ""

    signal given(string words)

    function start() {
        food.forceActiveFocus();
    }

    function written(): string {
        return [food.text.trim(), amount.text.trim()].join(" ").trim();
    }

    function clear() {
        if (written() === sent)
            empty();
    }

    function empty() {
        food.clear();
        amount.clear();
        food.fold();
        if (amount.activeFocus)
            food.forceActiveFocus();
    }

    function submit() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        sent = written();
        if (food.text.trim() !== "")
            entry.given(sent);
    }

    columns: narrow ? 2 : 3
    columnSpacing: Theme.s8
    rowSpacing: Theme.s8

    FoodField {
        id: food

        objectName: entry.name + ".food"
        Layout.fillWidth: true
        Layout.columnSpan: entry.narrow ? 2 : 1
        Layout.preferredWidth: Theme.px(320)
        suggest: entry.suggest
        placeholderText: qsTr("재료 (양파, 두부처럼)")
        onAsked: entry.submit()
        onTaken: amount.forceActiveFocus()
    }

    EntryField {
        id: amount

        objectName: entry.name + ".amount"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.px(140)
        placeholderText: qsTr("양 (3개, 50g)")
        Accessible.name: qsTr("양, 몰라도 돼요")
        maximumLength: 30
        onAccepted: entry.submit()
    }

    AppButton {
        objectName: entry.name + ".put"
        Layout.preferredHeight: Theme.controlL
        symbol: "plus"
        text: qsTr("넣기")
        enabled: food.displayText.trim() !== ""
        onClicked: entry.submit()
    }
}
