import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A word to search for; the letters that were typed stand out by their weight. */
AbstractButton {
    id: line

    required property string key
    required property string kind
    required text
    required property string markedText
    required property string whyText
    required property string spokenText
    property bool current: false

    signal picked
    signal taken
    signal forgotten
    signal cleared

    function act(key: int, empty: bool): bool {
        if (key === Qt.Key_Return || key === Qt.Key_Enter)
            return clicked() ?? true;
        if (key === Qt.Key_Tab && kind !== "clear")
            return taken() ?? true;
        return key === Qt.Key_Delete && empty && kind === "history" ? forgotten() ?? true : false;
    }

    objectName: "suggest." + key
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    Accessible.selected: current
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    implicitHeight: Theme.px(48)
    focusPolicy: Qt.NoFocus
    onClicked: kind === "clear" ? cleared() : picked()

    background: Rectangle {
        radius: Theme.radiusM
        color: line.current ? Theme.mode === "contrast" ? Theme.surface : Theme.primarySoft : line.hovered ? Theme.surfaceAlt : "transparent"
        border.width: line.current ? 2 : 0
        border.color: Theme.primary
    }
    contentItem: RowLayout {
        spacing: Theme.s12

        Icon {
            Layout.leftMargin: Theme.s12
            symbol: line.kind === "history" ? "clock" : line.kind === "clear" ? "x" : line.kind === "food" ? "bowl" : "search"
            tint: words.color
        }

        TextLine {
            id: words

            Layout.fillWidth: true
            text: line.markedText
            textFormat: Text.StyledText
            color: line.current && Theme.mode !== "contrast" ? Theme.primarySoftInk : line.kind === "clear" ? Theme.text2 : Theme.text
        }

        TextLine {
            Layout.rightMargin: Theme.s12
            visible: text !== ""
            text: line.whyText
            font.pixelSize: Theme.caption
            color: line.current ? words.color : Theme.text2
        }

        IconButton {
            objectName: "suggest.forget." + line.text
            visible: line.kind === "history"
            focusPolicy: Qt.NoFocus
            symbol: "x"
            tint: words.color
            name: qsTr("최근 검색어 지우기: %1").arg(line.text)
            onClicked: line.forgotten()
        }
    }
}
