import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Sound on or off, softer, louder; on a machine without a loudspeaker that is said instead. */
RowLayout {
    id: keys

    required property LivePlayer player
    property bool wide: true
    property color tint: Theme.text

    spacing: Theme.s4

    IconButton {
        objectName: "video.mute"
        visible: keys.player.hasSound
        symbol: keys.player.muted ? "sound-off" : "sound"
        name: keys.player.muted ? qsTr("소리 켜기") : qsTr("음소거")
        tint: keys.tint
        onClicked: keys.player.toggleMuted()
    }

    IconButton {
        objectName: "video.softer"
        visible: keys.wide && keys.player.hasSound
        symbol: "minus"
        name: qsTr("소리 작게")
        tint: keys.tint
        onClicked: keys.player.setVolume(keys.player.volume - 10)
    }

    TextLine {
        visible: keys.wide && keys.player.hasSound
        text: keys.player.muted ? qsTr("음소거") : qsTr("%1%").arg(keys.player.volume)
        font.pixelSize: Theme.caption
        color: keys.tint
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("소리 크기 %1").arg(text)
    }

    IconButton {
        objectName: "video.louder"
        visible: keys.wide && keys.player.hasSound
        symbol: "plus"
        name: qsTr("소리 크게")
        tint: keys.tint
        onClicked: keys.player.setVolume(keys.player.volume + 10)
    }

    TextLine {
        visible: keys.wide && !keys.player.hasSound
        text: qsTr("소리 장치 없음")
        font.pixelSize: Theme.caption
        color: keys.tint
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
