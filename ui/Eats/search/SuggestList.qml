pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Recent queries or suggestions, by kind; never has the focus itself. */
ListView {
    id: list

    required property SuggestViewModel suggest
    readonly property SuggestLine line: currentItem as SuggestLine

    signal picked(string words)
    signal taken(string words)

    function step(by: int): bool {
        currentIndex = currentIndex < 0 && by < 0 ? count - 1 : (currentIndex + by + count + 1) % (count + 1);
        currentIndex = currentIndex === count ? -1 : currentIndex;
        return true;
    }

    /* Arrows walk (and leave at the ends), Enter picks, Tab takes the words to write on, Delete forgets. */
    function act(key: int, empty: bool): bool {
        if (key === Qt.Key_Down || key === Qt.Key_Up)
            return step(key === Qt.Key_Down ? 1 : -1);
        return line !== null && line.act(key, empty);
    }

    objectName: "suggest.list"
    model: suggest.rows
    currentIndex: -1
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    keyNavigationEnabled: false
    Accessible.role: Accessible.List
    Accessible.name: qsTr("찾을 말 %1개").arg(count)
    ScrollBar.vertical: Scroll {
        id: bar
    }
    onLineChanged: line?.Accessible.announce(line.spokenText, Accessible.Polite)

    Connections {
        target: list.suggest
        function onChanged() {
            list.currentIndex = -1;
        }
    }

    section.property: "group"
    section.delegate: TextLine {
        required property string section

        width: ListView.view.width
        height: Theme.px(36)
        leftPadding: Theme.s12
        text: section
        font.pixelSize: Theme.caption
        font.bold: true
        color: Theme.text2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    delegate: SuggestLine {
        width: ListView.view.width - (bar.size < 1 ? Theme.s16 : 0)
        current: ListView.isCurrentItem
        onPicked: list.picked(text)
        onTaken: list.taken(text)
        onForgotten: list.suggest.forget(text)
        onCleared: list.suggest.forgetAll()
    }
}
