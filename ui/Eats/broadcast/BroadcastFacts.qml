pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.video

/* What a broadcast is: picture, state, channel, hours, name, price. */
GridLayout {
    id: facts

    required property BroadcastViewModel broadcast
    required property LivePlayer player
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
    required property var photos
    required property string drawing
    required property bool isLive
    required property real progress
    required property string dayText
    required property string countdownText
    required property real roof
    required property bool sideBySide
    readonly property bool isOpen: player.key === key
    readonly property bool plays: isOpen && player.where === "page"

    columns: sideBySide ? 2 : 1
    columnSpacing: Theme.s24
    rowSpacing: Theme.s16

    ColumnLayout {
        id: pictures

        readonly property int tall: Math.min(Math.round(width * 9 / 16), facts.roof)

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.horizontalStretchFactor: 42
        Layout.alignment: Qt.AlignTop
        spacing: Theme.s8

        PhotoGallery {
            Layout.fillWidth: true
            visible: !facts.plays
            tall: pictures.tall
            drawing: facts.drawing
            photos: facts.photos
        }

        Loader {
            Layout.fillWidth: true
            active: facts.plays
            visible: active
            sourceComponent: LiveStage {
                player: facts.player
                tall: pictures.tall
                phone: facts.broadcast.phoneText
                hasLink: facts.broadcast.hasLink
                onSellerWanted: facts.broadcast.openSeller()
            }
        }

        LiveOffer {
            Layout.fillWidth: true
            player: facts.player
            isElsewhere: facts.isOpen && !facts.plays
        }

        Rectangle {
            Layout.fillWidth: true
            visible: facts.isLive
            implicitHeight: Theme.s8
            radius: Theme.s4
            color: Theme.surfaceAlt
            border.width: Theme.hairline
            border.color: Theme.outline

            Rectangle {
                height: parent.height
                width: Math.max(height, parent.width * facts.progress)
                radius: parent.radius
                color: Theme.live
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.horizontalStretchFactor: 58
        Layout.alignment: Qt.AlignTop
        spacing: Theme.s8

        Flow {
            Layout.fillWidth: true
            spacing: Theme.s12

            StateBadge {
                kind: facts.stateKind
                words: facts.stateText
            }

            TextLine {
                visible: text !== "" && facts.stateKind === "upcoming"
                text: facts.countdownText
                font.bold: true
                color: Theme.tone(facts.stateKind)
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
            spacing: Theme.s12

            Rectangle {
                implicitWidth: channel.implicitWidth + 2 * Theme.s12
                implicitHeight: channel.implicitHeight + Theme.s8
                radius: Theme.radiusM
                color: Theme.surfaceAlt
                border.width: Theme.hairline
                border.color: Theme.divider

                TextLine {
                    id: channel

                    anchors.centerIn: parent
                    text: qsTr("%1 %2번").arg(facts.channel).arg(facts.channelNo)
                    font.bold: true
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }

            TextLine {
                height: channel.implicitHeight + Theme.s8
                text: facts.dayText + " " + facts.timeText
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }

        TextLine {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
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
            text: facts.unitPriceText
            color: Theme.text2
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
