import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The broadcast itself, made from its row: facts, and what to do with it. */
ColumnLayout {
    id: main

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
    required property string photoUrl
    required property string drawing
    required property bool isLive
    required property bool isOver
    required property bool isWished
    required property bool canWish
    required property real progress
    required property string spokenText
    required property BroadcastViewModel broadcast
    required property LivePlayer player
    required property Hearts hearts
    required property AlarmEditorViewModel editor
    required property real roof
    readonly property DetailViewModel detail: broadcast.detail as DetailViewModel
    readonly property bool leads: photoUrl === "" || detail.photos[0] === photoUrl
    required property bool sideBySide

    signal opened(string key)

    spacing: Theme.s20
    Accessible.role: Accessible.Grouping
    Accessible.name: spokenText

    BroadcastFacts {
        Layout.fillWidth: true
        broadcast: main.broadcast
        player: main.player
        key: main.key
        title: main.title
        channel: main.channel
        channelNo: main.channelNo
        timeText: main.timeText
        stateKind: main.stateKind
        stateText: main.stateText
        priceText: main.priceText
        listPriceText: main.listPriceText
        discountText: main.discountText
        unitPriceText: main.unitPriceText
        photos: main.leads ? main.detail.photos : [main.photoUrl]
        drawing: main.drawing
        isLive: main.isLive
        progress: main.progress
        dayText: main.broadcast.dayText
        countdownText: main.broadcast.countdownText
        roof: main.roof
        sideBySide: main.sideBySide
    }

    AppButton {
        objectName: "broadcast.next"
        Layout.fillWidth: true
        visible: main.isOver && main.broadcast.nextKey !== ""
        kind: "primary"
        symbol: "forward"
        text: main.broadcast.nextText
        onClicked: main.opened(main.broadcast.nextKey)
    }

    BroadcastActions {
        Layout.fillWidth: true
        broadcast: main.broadcast
        hearts: main.hearts
        editor: main.editor
        isLive: main.isLive
        isOver: main.isOver
        isWished: main.isWished
        canWish: main.canWish
    }
}
