import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.kitchen
import Eats.settings

/* Nothing is erased by one press: the name and the words are typed by who means it. */
SheetPopup {
    id: popup

    required property PeopleViewModel people
    required property MyDataViewModel data_

    function begin() {
        popup.data_.forgetProblem();
        popup.open();
    }

    function erase() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.data_.erase(whose.text, words.text);
    }

    name: "me.erasing"
    title: qsTr("이 컴퓨터에 저장된 내 정보를 모두 지울까요?")
    onOpened: whose.forceActiveFocus()
    onClosed: {
        whose.clear();
        words.clear();
    }

    Note {
        Layout.fillWidth: true
        kind: "error"
        text: qsTr("되돌릴 수 없어요. 찜, 알림, 장바구니, 주문 기록, 냉장고, 별점, 검색어와 백업까지 모두 없어져요. 필요하면 먼저 내보내기를 해 주세요.")
    }

    Note {
        Layout.fillWidth: true
        text: qsTr("1. 프로필 이름을 적어 주세요: %1").arg(popup.people.name)
    }

    EntryField {
        id: whose

        objectName: "me.erasing.name"
        Layout.fillWidth: true
        placeholderText: qsTr("프로필 이름")
        maximumLength: 20
    }

    Note {
        Layout.fillWidth: true
        text: qsTr("2. 이 말을 적어 주세요: %1").arg(popup.data_.eraseWords)
    }

    EntryField {
        id: words

        objectName: "me.erasing.words"
        Layout.fillWidth: true
        placeholderText: qsTr("확인하는 말")
        maximumLength: 20
    }

    Note {
        objectName: "me.erasing.problem"
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: popup.data_.problem
    }

    actions: [
        AppButton {
            objectName: "me.erasing.no"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.controlL
            text: qsTr("그만두기")
            onClicked: popup.close()
        },
        AppButton {
            objectName: "me.erasing.yes"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            kind: "primary"
            enabled: whose.text !== "" && words.text !== ""
            text: qsTr("모두 지우기")
            onClicked: popup.erase()
        }
    ]
}
