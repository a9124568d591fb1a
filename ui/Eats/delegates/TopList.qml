pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* A list with room for a TopHead: while it rests at its beginning it stays there, whatever grows. */
LineList {
    id: list

    property real room: Theme.s24
    property bool resting: true

    function begin() {
        Qt.callLater(list.settle);
    }

    function stay() {
        if (resting)
            begin();
    }

    function settle() {
        forceLayout();
        positionViewAtBeginning();
        resting = true;
    }

    topMargin: 0
    header: Item {
        implicitHeight: list.room
    }
    onContentYChanged: resting = contentY - originY < Theme.s8
    onCountChanged: stay()
    onRoomChanged: stay()
    onLeftMarginChanged: contentX = -leftMargin
}
