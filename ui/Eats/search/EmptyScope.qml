import QtQuick
import Eats.ViewModels
import Eats.controls

/* Where only the other kinds were found: why, and what to do about it. */
Item {
    id: empty

    required property SearchViewModel search
    readonly property bool narrowed: search.chips.count > 0 // qmllint disable missing-property
    readonly property bool aired: search.scope === "broadcasts"
    readonly property string wanted: ({
            broadcasts: qsTr("방송이"),
            recipes: qsTr("레시피가")
        })[search.scope] ?? qsTr("콕 상품이")

    signal alarmWanted

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: empty.narrowed ? "filtered" : "none"
        emptySymbol: ({
                broadcasts: "calendar",
                recipes: "bowl"
            })[empty.search.scope] ?? "cart"
        title: (empty.narrowed ? qsTr("조건에 맞는 %1 없어요.") : qsTr("이 말로 찾은 %1 없어요.")).arg(empty.wanted)
        help: ""
        actionText: empty.narrowed ? qsTr("조건 지우기") : empty.aired ? qsTr("방송되면 알려 주기") : ""
        onActed: empty.narrowed ? empty.search.clearConditions() : empty.alarmWanted()
    }
}
