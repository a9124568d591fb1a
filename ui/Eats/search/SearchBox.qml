import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The search field with its list below: the focus stays in the field, the arrows walk the list. */
SearchField {
    id: box

    required property SuggestViewModel suggest
    required property string query
    property bool unfolded: false
    readonly property bool listed: list.count > 0 || box.displayText === ""

    function unfold() {
        box.suggest.write(box.displayText);
        box.unfolded = true;
    }

    function fold() {
        box.unfolded = false;
        list.currentIndex = -1;
    }

    /* Put words in place of what is written, a syllable under way included. */
    function fill(words: string) {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        box.text = words;
        box.cursorPosition = words.length;
    }

    function pick(words: string) {
        fill(words);
        fold();
        box.asked(words);
    }

    /* What a key does to the list; whether it did anything. */
    function act(key: int): bool {
        if (key === Qt.Key_Escape)
            return fold() ?? true;
        return list.act(key, box.displayText === "");
    }

    objectName: "top.search"
    Accessible.description: popup.visible && list.count > 0 ? qsTr("%1개가 있어요. 위아래 화살표로 고르세요.").arg(list.count) : ""
    onQueryChanged: {
        box.text = box.query;
        fold();
    }
    onActiveFocusChanged: box.activeFocus ? unfold() : fold()
    onDisplayTextChanged: if (box.activeFocus)
        unfold()
    onPressed: unfold()
    onAsked: fold()
    Keys.onShortcutOverride: event => event.accepted = popup.visible && event.key === Qt.Key_Escape
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Down && !popup.visible)
            unfold();
        event.accepted = popup.visible && act(event.key) || event.key === Qt.Key_Up || event.key === Qt.Key_Down;
    }

    Connections {
        target: box.suggest
        function onWanted(words) {
            box.forceActiveFocus();
            box.fill(words);
        }
    }

    Popup {
        id: popup

        objectName: "suggest.popup"
        y: box.height + Theme.s4
        width: Math.max(box.width, Theme.px(400))
        height: Math.min(list.contentHeight + hint.height + 2 * padding, (parent?.Window.height ?? 0) - Theme.px(84))
        margins: Theme.s8
        padding: Theme.s8
        closePolicy: Popup.CloseOnPressOutsideParent
        visible: box.unfolded && box.activeFocus && box.listed
        onClosed: if (box.activeFocus && box.listed)
            box.fold()

        background: Rectangle {
            radius: Theme.radiusXl
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.outline
        }
        contentItem: Item {
            TextLine {
                id: hint

                x: Theme.s12
                width: parent.width - 2 * Theme.s12
                height: list.count === 0 ? implicitHeight + 2 * Theme.s12 : 0
                visible: list.count === 0
                text: qsTr("먹고 싶은 것을 적어 보세요. 첫소리(ㄱㄷㅇ)만 적어도 찾아요.")
                wrapMode: Text.Wrap
                color: Theme.text2
            }

            SuggestList {
                id: list

                anchors.fill: parent
                suggest: box.suggest
                onPicked: words => box.pick(words)
                onTaken: words => box.fill(words)
            }
        }
    }
}
