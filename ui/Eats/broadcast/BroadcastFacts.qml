import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* What a broadcast is: picture, state, channel, hours, name, price. */
ColumnLayout {
    id: facts

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
    required property string noteText
    required property string photoUrl
    required property string drawing
    required property bool isLive
    required property real progress
    required property string dayText
    required property string countdownText

    spacing: Theme.s8

    FoodPicture {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.round(facts.width * 0.5), Theme.px(300))
        drawing: facts.drawing
        photo: facts.photoUrl

        Rectangle {
            visible: facts.isLive
            anchors.bottom: parent.bottom
            height: Theme.s8
            width: parent.width * facts.progress
            color: Theme.live
        }
    }

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
        spacing: Theme.s12

        StateBadge {
            kind: facts.stateKind
            words: facts.stateText
        }

        TextLine {
            visible: text !== ""
            text: facts.countdownText
            font.bold: true
            color: Theme.tone(facts.stateKind)
        }
    }

    TextLine {
        Layout.fillWidth: true
        text: qsTr("%1 %2번").arg(facts.channel).arg(facts.channelNo)
        font.bold: true
        color: Theme.text2
    }

    TextLine {
        Layout.fillWidth: true
        text: facts.dayText + " " + facts.timeText
        font.pixelSize: Theme.titleS
        wrapMode: Text.Wrap
    }

    TextLine {
        Layout.fillWidth: true
        text: facts.title
        font.pixelSize: Theme.titleM
        font.bold: true
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    PriceLabel {
        Layout.fillWidth: true
        visible: facts.priceText !== ""
        large: true
        price: facts.priceText
        listPrice: facts.listPriceText
        discount: facts.discountText
    }

    TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        text: facts.noteText
        color: Theme.warn
        wrapMode: Text.Wrap
    }
}
