pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The bounds that are chosen, to be taken back one by one. */
Flow {
    id: chips

    required property RecipeFacetsViewModel facets

    visible: facets.count > 0
    spacing: Theme.s8

    Repeater {
        model: chips.facets.chips

        delegate: AppButton {
            required property string key
            required text

            objectName: "facet.chip." + key
            symbol: "x"
            Accessible.name: qsTr("조건 빼기: %1").arg(text)
            onClicked: chips.facets.drop(key)
        }
    }
}
