pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* The curtain before a profile with a PIN: over the whole window until the PIN is right. */
Popup {
    id: curtain

    required property PeopleViewModel people

    parent: Overlay.overlay
    width: parent?.width ?? 0
    height: parent?.height ?? 0
    padding: 0
    modal: true
    dim: false
    focus: true
    visible: true
    closePolicy: Popup.NoAutoClose

    background: Rectangle {
        color: Theme.bg
    }
    contentItem: ScrollPage {
        objectName: "lock"
        focus: true
        centred: true
        widest: Theme.px(420)
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("잠긴 프로필 %1").arg(curtain.people.name)

        Avatar {
            Layout.alignment: Qt.AlignHCenter
            initial: curtain.people.initial
            size: Theme.px(72)
        }

        TextLine {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: curtain.people.name
            wrapMode: Text.Wrap
            font.pixelSize: Theme.titleL
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        TextLine {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("PIN 숫자를 적어 주세요.")
            wrapMode: Text.Wrap
            color: Theme.text2
        }

        PinField {
            id: field

            function unlock() {
                curtain.people.unlock(text);
                clear();
            }

            objectName: "lock.pin"
            Layout.fillWidth: true
            focus: true
            horizontalAlignment: TextInput.AlignHCenter
            placeholderText: qsTr("PIN")
            onAccepted: unlock()
            Component.onCompleted: forceActiveFocus()
        }

        Note {
            objectName: "lock.problem"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            kind: "error"
            text: curtain.people.problem
        }

        AppButton {
            objectName: "lock.open"
            Layout.fillWidth: true
            kind: "primary"
            enabled: field.text.length >= 4 && !curtain.people.isBusy
            text: qsTr("열기")
            onClicked: field.unlock()
        }

        Line {
            visible: curtain.people.hasOthers
        }

        Repeater {
            model: curtain.people.rows

            delegate: PersonLine {
                visible: !isActive
                onChosen: key => curtain.people.switchTo(key)
            }
        }
    }
}
