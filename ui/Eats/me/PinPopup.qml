import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.controls
import Eats.kitchen
import Eats.settings

/* Setting, changing and taking away the PIN of the profile that is open. */
SheetPopup {
    id: popup

    required property PeopleViewModel people
    property bool hadPin: false

    function begin() {
        popup.hadPin = popup.people.hasPin;
        popup.people.forgetProblem();
        popup.open();
    }

    name: "me.pinning"
    title: hadPin ? qsTr("PIN 바꾸기") : qsTr("PIN 정하기")
    onOpened: (hadPin ? before : fresh).forceActiveFocus()
    onClosed: {
        before.clear();
        fresh.clear();
        again.clear();
    }

    Connections {
        target: popup.people
        enabled: popup.opened
        function onAccepted() {
            popup.close();
        }
    }

    Note {
        Layout.fillWidth: true
        text: qsTr("PIN은 창을 가리는 커튼이에요. 자료를 암호로 바꾸지는 않아서, 이 컴퓨터의 파일을 볼 수 있는 사람에게서는 지켜 주지 못해요.")
    }

    PinField {
        id: before

        objectName: "me.pinning.before"
        Layout.fillWidth: true
        visible: popup.hadPin
        placeholderText: qsTr("지금 PIN")
    }

    PinField {
        id: fresh

        objectName: "me.pinning.fresh"
        Layout.fillWidth: true
        placeholderText: qsTr("새 PIN (숫자 4~8자리)")
    }

    PinField {
        id: again

        objectName: "me.pinning.again"
        Layout.fillWidth: true
        placeholderText: qsTr("새 PIN 한 번 더")
    }

    Note {
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: popup.people.problem !== "" ? popup.people.problem : again.text !== "" && again.text !== fresh.text ? qsTr("두 번 적은 PIN이 달라요.") : ""
    }

    AppButton {
        objectName: "me.pinning.remove"
        visible: popup.hadPin
        enabled: before.text !== "" && !popup.people.isBusy
        text: qsTr("PIN 없애기")
        onClicked: popup.people.removePin(before.text)
    }

    actions: AppButton {
        objectName: "me.pinning.save"
        Layout.fillWidth: true
        kind: "primary"
        enabled: fresh.text.length >= 4 && fresh.text === again.text && (!popup.hadPin || before.text !== "") && !popup.people.isBusy
        text: qsTr("정하기")
        onClicked: popup.people.setPin(before.text, fresh.text)
    }
}
