pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* The products that were looked at last. */
Section {
    id: section

    required property MeViewModel me

    signal opened(string product)

    title: qsTr("최근 본 상품")
    symbol: "clock"
    visible: rows.count > 0

    Repeater {
        id: rows

        model: section.me.seen

        delegate: AppButton {
            required property string key
            required property string name

            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            kind: "quiet"
            text: name
            onClicked: section.opened(key)
        }
    }

    AppButton {
        objectName: "me.forgetSeen"
        Layout.margins: Theme.s8
        text: qsTr("모두 지우기")
        Accessible.name: qsTr("최근 본 상품 모두 지우기")
        onClicked: section.me.forgetSeen()
    }
}
