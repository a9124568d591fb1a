pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme

/* Cards side by side, as many as fit, all of one width. */
GridLayout {
    id: grid

    required property var model
    property int least: Theme.px(248)

    signal opened(string key)
    signal wishToggled(string key)

    columns: Math.max(1, Math.floor((width + columnSpacing) / (least + columnSpacing)))
    columnSpacing: Theme.s16
    rowSpacing: Theme.s16

    Repeater {
        model: grid.model

        delegate: BroadcastCard {
            Layout.preferredWidth: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
            Layout.alignment: Qt.AlignTop
            onOpened: grid.opened(key)
            onWishToggled: grid.wishToggled(key)
        }
    }
}
