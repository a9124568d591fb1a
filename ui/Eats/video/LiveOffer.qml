import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Under the poster: the way to the live picture, where it is now, or why there is none. */
ColumnLayout {
    id: offer

    required property LivePlayer player
    required property bool isElsewhere

    visible: player.canWatch || isElsewhere || player.offerText !== ""
    spacing: Theme.s8

    AppButton {
        objectName: "video.watch"
        Layout.fillWidth: true
        visible: offer.player.canWatch
        symbol: offer.isElsewhere ? "full-screen" : "play"
        text: offer.isElsewhere ? qsTr("여기서 크게 보기") : qsTr("영상 보기")
        onClicked: offer.player.watch()
    }

    TextLine {
        objectName: "video.none"
        Layout.fillWidth: true
        visible: text !== ""
        text: offer.player.offerText
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
