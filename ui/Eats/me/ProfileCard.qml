import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* Who this window is for, and the curtain before it. */
Panel {
    id: card

    required property PeopleViewModel people

    signal renameWanted
    signal pinWanted

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        spacing: Theme.s16

        Avatar {
            Layout.alignment: Qt.AlignTop
            initial: card.people.initial
            size: Theme.px(72)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            TextLine {
                objectName: "me.name"
                Layout.fillWidth: true
                text: card.people.name
                wrapMode: Text.Wrap
                font.pixelSize: Theme.titleM
                font.bold: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            Note {
                Layout.fillWidth: true
                text: card.people.hasPin ? qsTr("PIN으로 가려 둔 프로필이에요.") : qsTr("찜과 장바구니, 주문은 이 컴퓨터에만 있어요. 로그인은 필요 없어요.")
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        spacing: Theme.s8

        AppButton {
            objectName: "me.rename"
            text: qsTr("이름 바꾸기")
            onClicked: card.renameWanted()
        }

        AppButton {
            objectName: "me.pin"
            text: card.people.hasPin ? qsTr("PIN 바꾸기") : qsTr("PIN 정하기")
            onClicked: card.pinWanted()
        }

        AppButton {
            objectName: "me.lock"
            visible: card.people.hasPin
            text: qsTr("지금 잠그기")
            onClicked: card.people.lock()
        }
    }
}
