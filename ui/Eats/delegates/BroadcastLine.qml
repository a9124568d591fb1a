import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A broadcast as one line of a list; in brief for one more airing of the line above. */
AbstractButton {
    id: line

    required property string key
    required property string title
    required property string channel
    required property string channelNo
    required property string timeText
    required property string stateKind
    required property string stateText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string unitPriceText
    required property string othersText
    required property string noteText
    required property string photoUrl
    required property string drawing
    required property bool isLive
    required property bool isOver
    required property bool isWished
    required property bool canWish
    required property string spokenText
    property bool selected: false
    property bool brief: false
    property string whyText: ""
    property bool marked: false
    readonly property bool narrow: width < Theme.px(620)

    signal opened
    signal wishToggled

    /* What a key does to this line when a list that holds it has the focus. */
    function act(key: int, letters: bool): bool {
        if (key === Qt.Key_Return || key === Qt.Key_Enter)
            return opened() ?? true;
        return letters && key === Qt.Key_W && canWish ? wishToggled() ?? true : false;
    }

    objectName: "line." + key
    Accessible.role: Accessible.Button
    Accessible.name: spokenText
    Accessible.selected: selected
    Accessible.onPressAction: clicked()
    implicitHeight: Math.max(Theme.px(brief ? 56 : narrow ? 164 : 124), row.implicitHeight + Theme.s16)
    focusPolicy: Qt.StrongFocus
    onClicked: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()

    background: Rectangle {
        radius: Theme.radiusL
        color: line.selected ? Theme.mode === "contrast" ? Theme.surface : Theme.primarySoft : line.isOver || line.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: line.isLive || line.selected ? 2 : Theme.hairline
        border.color: line.selected ? Theme.primary : line.isLive ? Theme.live : Theme.divider
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.s12

        FoodPicture {
            Layout.leftMargin: Theme.s12
            visible: !line.brief
            Layout.preferredWidth: Theme.px(line.narrow ? 84 : 100)
            Layout.preferredHeight: Layout.preferredWidth
            drawing: line.drawing
            photo: line.photoUrl
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: line.brief ? Theme.s12 : 0
            spacing: Theme.s4

            Flow {
                Layout.fillWidth: true
                spacing: Theme.s8

                TextLine {
                    text: line.timeText
                    font.bold: true
                    color: line.isOver ? Theme.text2 : Theme.text
                }

                TextLine {
                    text: line.channel + " " + line.channelNo
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    height: Math.round(Theme.body * 1.2)
                }

                StateBadge {
                    kind: line.stateKind
                    words: line.stateText
                }

                TextLine {
                    visible: line.brief && text !== ""
                    text: line.priceText
                    font.bold: true
                    color: line.isOver ? Theme.text2 : Theme.text
                }
            }

            TextLine {
                Layout.fillWidth: true
                visible: !line.brief
                text: line.title
                font.pixelSize: Theme.titleS
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: line.narrow ? 2 : 1
                color: line.isOver ? Theme.text2 : Theme.text
            }

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: line.whyText
                font.pixelSize: Theme.caption
                color: Theme.text2
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }

            Flow {
                Layout.fillWidth: true
                visible: !line.brief
                spacing: Theme.s12

                PriceLabel {
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                TextLine {
                    visible: text !== ""
                    text: line.unitPriceText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    height: Math.round(Theme.priceM * 1.2)
                }

                TextLine {
                    visible: text !== ""
                    text: line.othersText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    height: Math.round(Theme.priceM * 1.2)
                }

                TextLine {
                    visible: text !== ""
                    text: line.noteText
                    font.pixelSize: Theme.caption
                    color: Theme.warn
                    height: Math.round(Theme.priceM * 1.2)
                }
            }
        }

        HeartButton {
            Layout.rightMargin: Theme.s8
            opacity: line.canWish ? 1 : 0
            enabled: line.canWish
            on: line.isWished
            focusPolicy: line.focusPolicy === Qt.StrongFocus ? Qt.StrongFocus : Qt.ClickFocus
            onClicked: line.wishToggled()
        }
    }

    FocusRing {
        target: line
        visible: line.activeFocus || line.marked
    }
}
