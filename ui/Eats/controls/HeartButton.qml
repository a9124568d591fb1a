import Eats.theme

IconButton {
    id: heart

    required property bool on

    checkable: false
    symbol: on ? "heart-fill" : "heart"
    name: on ? qsTr("찜 풀기") : qsTr("찜하기")
    tint: Theme.primary
}
