import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.controls
import Eats.kitchen
import Eats.settings

/* A name for a new profile, or another one for this. */
SheetPopup {
    id: popup

    required property PeopleViewModel people
    property bool adding: true

    function begin(adds: bool) {
        popup.adding = adds;
        popup.people.forgetProblem();
        field.text = adds ? "" : popup.people.name;
        popup.open();
    }

    function save() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.adding ? popup.people.add(field.text) : popup.people.rename(field.text);
    }

    name: "me.naming"
    title: adding ? qsTr("프로필 추가") : qsTr("이름 바꾸기")
    onOpened: field.forceActiveFocus()

    Connections {
        target: popup.people
        enabled: popup.opened
        function onAccepted() {
            popup.close();
        }
    }

    EntryField {
        id: field

        objectName: "me.naming.field"
        Layout.fillWidth: true
        placeholderText: qsTr("부르는 이름")
        maximumLength: 20
        onAccepted: popup.save()
    }

    Note {
        Layout.fillWidth: true
        visible: popup.people.problem !== ""
        kind: "error"
        text: popup.people.problem
    }

    actions: AppButton {
        objectName: "me.naming.save"
        Layout.fillWidth: true
        kind: "primary"
        enabled: field.text !== "" && !popup.people.isBusy
        text: popup.adding ? qsTr("만들기") : qsTr("바꾸기")
        onClicked: popup.save()
    }
}
