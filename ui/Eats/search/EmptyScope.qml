import QtQuick
import Eats.ViewModels
import Eats.controls

/* Where only the other kind was found: why, and what to do about it. */
Item {
    id: empty

    required property SearchViewModel search
    readonly property bool narrowed: search.chips.count > 0 // qmllint disable missing-property
    readonly property bool aired: search.scope === "broadcasts"

    signal alarmWanted

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: empty.narrowed ? "filtered" : "none"
        emptySymbol: empty.aired ? "calendar" : "cart"
        title: (empty.narrowed ? qsTr("조건에 맞는 %1 없어요.") : qsTr("이 말로 찾은 %1 없어요.")).arg(empty.aired ? qsTr("방송이") : qsTr("콕 상품이"))
        help: ""
        actionText: empty.narrowed ? qsTr("조건 지우기") : empty.aired ? qsTr("방송되면 알려 주기") : ""
        onActed: empty.narrowed ? empty.search.clearConditions() : empty.alarmWanted()
    }
}
