import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* One combination of as many as there are: what it uses up, what it leaves, what it costs. */
Rectangle {
    id: box

    required property RecipeResultsViewModel results

    objectName: "results.plan"
    implicitHeight: column.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.divider
    Accessible.role: Accessible.Grouping
    Accessible.name: [results.placeText, results.usedText, results.leftText, results.costText].join(", ")

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s16
        spacing: Theme.s8

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s8

            TextLine {
                objectName: "results.place"
                Layout.fillWidth: true
                text: box.results.placeText
                font.pixelSize: Theme.titleS
                font.bold: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
                onTextChanged: Accessible.announce(box.results.placeText, Accessible.Polite)
            }

            Turn {
                objectName: "results.before"
                visible: box.results.canGoBefore || box.results.canGoAfter
                enabled: box.results.canGoBefore
                symbol: "chevron-left"
                name: qsTr("앞 조합")
                onClicked: box.results.turn(-1)
            }

            Turn {
                objectName: "results.after"
                visible: box.results.canGoBefore || box.results.canGoAfter
                enabled: box.results.canGoAfter
                symbol: "chevron-right"
                name: qsTr("다음 조합")
                onClicked: box.results.turn(1)
            }
        }

        Fact {
            objectName: "results.used"
            symbol: "check"
            tint: Theme.ok
            words: box.results.usedText
            strong: true
        }

        Fact {
            objectName: "results.left"
            symbol: "bowl"
            words: box.results.leftText
        }

        Fact {
            symbol: "info"
            words: box.results.uncountedText
        }

        Fact {
            objectName: "results.cost"
            symbol: "cart"
            words: box.results.costText
        }

        Fact {
            symbol: "info"
            words: box.results.fewerText
        }
    }

    component Turn: IconButton {
        tint: Theme.primary
    }

    component Fact: RowLayout {
        id: fact

        required property string symbol
        required property string words
        property color tint: Theme.text2
        property bool strong: false

        Layout.fillWidth: true
        visible: words !== ""
        spacing: Theme.s8

        Icon {
            Layout.alignment: Qt.AlignTop
            size: Theme.px(20)
            symbol: fact.symbol
            tint: fact.tint
        }

        TextLine {
            Layout.fillWidth: true
            text: fact.words
            font.bold: fact.strong
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
