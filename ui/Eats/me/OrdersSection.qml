pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.settings

/* What was ordered in the last seven days. */
Section {
    id: section

    required property MeViewModel me

    signal opened(string order)
    signal allWanted

    title: qsTr("최근 7일 동안 주문한 상품")
    symbol: "receipt"
    intro: rows.count === 0 ? "" : qsTr("주문을 누르면 그 재료로 만들 수 있는 요리도 볼 수 있어요.")

    Note {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        visible: rows.count === 0
        text: qsTr("지난 7일 동안 주문한 상품이 없어요.")
    }

    Repeater {
        id: rows

        model: section.me.orders

        delegate: ListLine {
            id: line

            required property string title
            required property string stateText
            required property string detailText

            objectName: "me.order." + key
            Layout.fillWidth: true
            padding: Theme.s12
            onOpened: section.opened(key)

            contentItem: ColumnLayout {
                spacing: Theme.s4

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s12

                    TextLine {
                        Layout.fillWidth: true
                        text: line.title
                        wrapMode: Text.Wrap
                        font.bold: true
                    }

                    TextLine {
                        text: line.stateText
                        font.pixelSize: Theme.caption
                        font.bold: true
                        color: Theme.primary
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.detailText
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }
            }
        }
    }

    AppButton {
        objectName: "me.orders"
        Layout.margins: Theme.s8
        symbol: "receipt"
        text: section.me.allOrdersText
        onClicked: section.allWanted()
    }
}
