import QtQuick
import Eats.ViewModels
import Eats.controls

/* Opens the bounds and says how many are chosen. */
AppButton {
    id: button

    required property RecipeFacetsViewModel facets

    kind: facets.count > 0 ? "selected" : "plain"
    symbol: "filter"
    text: facets.count > 0 ? qsTr("조건 %1").arg(facets.count) : qsTr("조건")
    Accessible.description: qsTr("종류, 시간, 난이도, 알레르기로 좁혀요")
}
