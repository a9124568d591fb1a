pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Section {
    id: section

    required property LookViewModel look
    required property SettingsViewModel settings
    property bool open: false

    title: qsTr("정보")
    symbol: "info"

    GridLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        columns: section.width < Theme.px(520) ? 1 : 2
        columnSpacing: Theme.s16
        rowSpacing: Theme.s12

        TextLine {
            Layout.fillWidth: true
            text: qsTr("Eat's 유혹 %1판").arg(section.settings.versionText)
            wrapMode: Text.Wrap
            font.pixelSize: Theme.titleS
            font.bold: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        AppButton {
            objectName: "settings.again"
            symbol: "refresh"
            text: qsTr("처음 안내 다시 보기")
            onClicked: section.look.restartSetup()
        }
    }

    Line {}

    Field {
        title: qsTr("꼭 알아 두세요")

        Note {
            Layout.fillWidth: true
            text: qsTr("여기 나오는 방송과 상품은 판매하는 곳이 공개한 정보를 모은 것이에요. 이 프로그램은 물건을 팔지 않고, 사고파는 약속은 판매하는 곳과 손님 사이에서 이뤄져요.")
        }

        Note {
            Layout.fillWidth: true
            text: qsTr("가격과 재고, 방송 시간은 바뀔 수 있어요. 주문하실 때 판매하는 곳이 알려 주는 것이 맞는 정보예요.")
        }
    }

    Line {}

    Field {
        title: qsTr("함께 쓰인 프로그램과 글꼴")
        help: qsTr("고마운 분들이 공개해 주신 것을 각자의 이용 조건에 따라 썼어요.")

        AppButton {
            objectName: "settings.licences"
            Accessible.description: section.open ? qsTr("누르면 접어요") : qsTr("누르면 펼쳐요")
            symbol: section.open ? "minus" : "plus"
            text: section.open ? qsTr("이용 조건 접기") : qsTr("이용 조건 보기")
            onClicked: section.open = !section.open
        }

        LicenceList {
            Layout.fillWidth: true
            visible: section.open
        }
    }
}
