pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.delegates

/* Broadcasts by product: the airing that matters first in full, its other airings below in brief. */
LineList {
    id: list

    required property SearchViewModel search
    required property Hearts hearts
    readonly property int step: Theme.px(28)

    signal opened(string key)

    objectName: "search.broadcasts"
    spacing: Theme.s8
    model: search.broadcasts
    Accessible.name: qsTr("방송 %1개").arg(search.broadcastCount)
    Keys.onPressed: event => event.accepted = (currentItem as BroadcastLine)?.act(event.key, true) ?? false

    delegate: BroadcastLine {
        id: line

        required property int index
        required property bool isLead
        required whyText

        width: list.lineWidth - indent.x
        brief: !isLead
        transform: Translate {
            id: indent

            x: line.isLead ? 0 : list.step
        }
        focusPolicy: Qt.ClickFocus
        onPressed: list.currentIndex = index
        onOpened: list.opened(key)
        onWishToggled: list.hearts.toggle(key)
    }
}
