import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.search

/* A field for a food: what goes on from it lies below, the focus stays in the field. */
SearchField {
    id: field

    required property SuggestViewModel suggest
    property bool unfolded: false

    signal taken(string words)

    function fill(words: string) {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        field.text = words;
        field.cursorPosition = words.length;
    }

    function take(words: string) {
        fill(words);
        fold();
        field.taken(words);
    }

    function fold() {
        field.unfolded = false;
        list.currentIndex = -1;
    }

    /* What a key does to the list; whether it did anything. */
    function act(key: int): bool {
        if (key === Qt.Key_Escape)
            return fold() ?? true;
        return list.act(key, false);
    }

    implicitHeight: Theme.controlL
    Accessible.description: popup.visible ? qsTr("%1개가 있어요. 위아래 화살표로 고르세요.").arg(list.count) : ""
    onActiveFocusChanged: if (!activeFocus)
        fold()
    onDisplayTextChanged: if (activeFocus) {
        suggest.write(displayText);
        unfolded = displayText !== "";
    }
    onAsked: fold()
    Keys.onShortcutOverride: event => event.accepted = popup.visible && event.key === Qt.Key_Escape
    Keys.onPressed: event => event.accepted = popup.visible && act(event.key)

    Popup {
        id: popup

        objectName: field.objectName + ".popup"
        y: field.height + Theme.s4
        width: Math.max(field.width, Theme.px(280))
        height: Math.min(list.contentHeight + 2 * padding, Theme.px(360))
        margins: Theme.s8
        padding: Theme.s8
        closePolicy: Popup.CloseOnPressOutsideParent
        visible: field.unfolded && field.activeFocus && list.count > 0 && field.displayText !== ""
        onClosed: if (field.activeFocus && list.count > 0 && field.displayText !== "")
            field.fold()

        background: Rectangle {
            radius: Theme.radiusXl
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.outline
        }
        contentItem: SuggestList {
            id: list

            objectName: field.objectName + ".list"
            suggest: field.suggest
            onPicked: words => field.take(words)
            onTaken: words => field.take(words)
        }
    }
}
