pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.broadcast

/* One broadcast in full: beside the page where there is room, else over it. */
Rectangle {
    id: screen

    required property BroadcastViewModel broadcast
    required property Hearts hearts
    required property bool beside
    readonly property bool twoColumns: width > Theme.px(900)

    signal closed
    signal opened(string key)

    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("방송 상세")

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.broadcast.state
        title: screen.broadcast.stateTitle
        help: screen.broadcast.stateHelp
        actionText: screen.broadcast.stateAction
        onActed: screen.broadcast.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s20
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8
            spacing: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("방송 상세")
            }

            IconButton {
                objectName: "broadcast.close"
                symbol: "x"
                name: qsTr("상세 닫기")
                onClicked: screen.closed()
            }
        }

        Banner {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            visible: screen.broadcast.bannerText !== ""
            dismissable: false
            kind: screen.broadcast.bannerKind
            title: screen.broadcast.bannerText
            help: ""
            actionText: screen.broadcast.movedTo !== "" ? qsTr("바뀐 방송 보기") : ""
            onActed: screen.opened(screen.broadcast.movedTo)
        }

        Flickable {
            id: flick

            objectName: "broadcast.scroll"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: screen.broadcast.state === "ready"
            contentHeight: grid.implicitHeight + Theme.s32
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: Scroll {}

            GridLayout {
                id: grid

                x: Theme.s20
                y: Theme.s8
                width: flick.width - 2 * Theme.s20
                columns: screen.twoColumns ? 2 : 1
                columnSpacing: Theme.s24
                rowSpacing: Theme.s16

                Repeater {
                    model: screen.broadcast.card

                    delegate: ColumnLayout {
                        id: left

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
                        required property bool isWished
                        required property bool canWish
                        required property real progress

                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        spacing: Theme.s16

                        BroadcastFacts {
                            Layout.fillWidth: true
                            key: left.key
                            title: left.title
                            channel: left.channel
                            channelNo: left.channelNo
                            timeText: left.timeText
                            stateKind: left.stateKind
                            stateText: left.stateText
                            priceText: left.priceText
                            listPriceText: left.listPriceText
                            discountText: left.discountText
                            noteText: left.noteText
                            photoUrl: left.photoUrl
                            drawing: left.drawing
                            isLive: left.isLive
                            progress: left.progress
                            dayText: screen.broadcast.dayText
                            countdownText: screen.broadcast.countdownText
                        }

                        BroadcastActions {
                            Layout.fillWidth: true
                            broadcast: screen.broadcast
                            hearts: screen.hearts
                            isWished: left.isWished
                            canWish: left.canWish
                        }
                    }
                }

                BroadcastParts {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    broadcast: screen.broadcast
                    hearts: screen.hearts
                    onOpened: key => screen.opened(key)
                }
            }
        }
    }

    Rectangle {
        visible: screen.beside
        height: parent.height
        width: Theme.hairline
        color: Theme.divider
    }
}
