pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* Cards side by side, as many as fit, all of one width. */
Grid {
    id: grid

    required property var model
    property int least: Theme.px(232)
    readonly property real cardWidth: (width - (columns - 1) * columnSpacing) / columns

    signal opened(string key)
    signal wishToggled(string key)

    columns: Math.max(1, Math.floor((width + columnSpacing) / (least + columnSpacing)))
    columnSpacing: Theme.s16
    rowSpacing: Theme.s16

    Repeater {
        model: grid.model

        delegate: BroadcastCard {
            width: grid.cardWidth
            onOpened: grid.opened(key)
            onWishToggled: grid.wishToggled(key)
        }
    }
}
