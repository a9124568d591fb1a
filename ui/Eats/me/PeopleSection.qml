pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

Section {
    id: section

    required property PeopleViewModel people

    signal addWanted

    title: qsTr("함께 쓰는 사람")
    symbol: "person"
    intro: qsTr("사람마다 찜과 알림, 장바구니, 주문, 냉장고가 따로예요. 화면 색 같은 설정은 함께 써요.")

    Repeater {
        model: section.people.rows

        delegate: PersonLine {
            Layout.margins: Theme.s8
            onChosen: key => section.people.switchTo(key)
        }
    }

    Line {}

    AppButton {
        objectName: "me.add"
        Layout.margins: Theme.s8
        symbol: "plus"
        text: qsTr("프로필 추가")
        onClicked: section.addWanted()
    }
}
