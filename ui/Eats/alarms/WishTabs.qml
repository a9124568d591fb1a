import QtQuick
import Eats.ViewModels
import Eats.controls

/* What is waited for: hearts on one page, standing alarms on the other. */
Segmented {
    id: tabs

    required property Navigator navigator

    objectName: "wish.tabs"
    name: qsTr("무엇을 볼지")
    current: navigator.page
    options: [
        {
            value: "wishes",
            label: qsTr("찜한 것")
        },
        {
            value: "alarms",
            label: qsTr("알림 조건")
        }
    ]
    onChosen: page => tabs.navigator.go(page)
}
