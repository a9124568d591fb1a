import QtQuick
import QtQuick.Controls.Basic
import Eats.theme
import Eats.controls

/* A list of lines: one stop of the Tab key, arrows walk it, the buttons of its current line follow. */
ListView {
    id: list

    property int side: Theme.s24
    readonly property real lineWidth: width - 2 * side

    leftMargin: side
    rightMargin: side
    bottomMargin: Theme.s24
    topMargin: Theme.s4
    spacing: Theme.s12
    clip: true
    reuseItems: true
    cacheBuffer: 0 // a line made ahead, then removed, makes Qt warn "DelegateModel::cancel: index out range"
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightFollowsCurrentItem: false
    Accessible.role: Accessible.List
    ScrollBar.vertical: Scroll {}
    onCurrentIndexChanged: if (activeFocus)
        positionViewAtIndex(currentIndex, ListView.Contain)
}
