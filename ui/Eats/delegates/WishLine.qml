import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One heart: the broadcast it means now, its alarm, and taking it back. */
ListLine {
    id: line

    required property int wishId
    required property bool isProduct
    required property string broadcast
    required property string title
    required property string placeText
    required property string whenText
    required property string stateKind
    required property string stateText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string noteText
    required property string photoUrl
    required property string drawing
    required property bool alarmOn
    required property bool canAlarm
    required property bool isOver
    readonly property bool narrow: width < Theme.px(680)

    signal alarmSwitched(bool on)
    signal removed

    objectName: "wish." + key
    live: stateKind === "live"
    faded: isOver
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("W를 누르면 찜을 풀어요")
    Keys.onDeletePressed: removed()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_W;
        if (event.accepted)
            removed();
    }

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 3
            columnSpacing: Theme.s16
            rowSpacing: Theme.s8

            FoodPicture {
                Layout.preferredWidth: Theme.px(line.narrow ? 84 : 112)
                Layout.preferredHeight: Layout.preferredWidth
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    StateBadge {
                        kind: line.stateKind
                        words: line.stateText
                    }

                    TextLine {
                        width: Math.min(implicitWidth, parent.width)
                        visible: text !== ""
                        text: line.whenText
                        font.bold: true
                        wrapMode: Text.Wrap
                        color: line.isOver ? Theme.text2 : Theme.text
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.pixelSize: Theme.titleS
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    color: line.isOver ? Theme.text2 : Theme.text
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s12

                    PriceLabel {
                        visible: line.priceText !== ""
                        price: line.priceText
                        listPrice: line.listPriceText
                        discount: line.discountText
                    }

                    TextLine {
                        visible: text !== ""
                        text: line.placeText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                        height: Math.round(Theme.priceM * 1.2)
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.noteText
                    font.pixelSize: Theme.caption
                    color: line.isProduct ? Theme.info : Theme.warn
                    wrapMode: Text.Wrap
                }
            }

            GridLayout {
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.fillWidth: line.narrow
                columns: line.narrow && line.width > Theme.px(380) ? 2 : 1
                columnSpacing: Theme.s8
                rowSpacing: Theme.s4

                Toggle {
                    objectName: "alarm." + line.key
                    Layout.fillWidth: true
                    visible: line.canAlarm
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    text: qsTr("알림")
                    on: line.alarmOn
                    Accessible.name: qsTr("알림: %1").arg(line.title)
                    onClicked: line.alarmSwitched(!on)
                }

                AppButton {
                    objectName: "unwish." + line.key
                    Layout.fillWidth: !line.narrow
                    Layout.alignment: Qt.AlignRight
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: line.isOver ? "x" : "heart-fill"
                    text: line.isOver ? qsTr("지우기") : qsTr("찜 풀기")
                    Accessible.name: text + ": " + line.title
                    onClicked: line.removed()
                }
            }
        }
    }
}
