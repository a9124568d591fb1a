import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The black screen: the picture, and words in its place while there is none. */
Rectangle {
    id: screen

    required property LivePlayer player
    property bool small: false

    color: Theme.screen
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("방송 영상: %1").arg(player.title)
    Accessible.description: player.words

    FoodPicture {
        anchors.fill: parent
        visible: !screen.player.hasPicture
        radius: 0
        drawing: screen.player.drawing
        photo: screen.player.photoUrl
    }

    VideoSurface {
        anchors.fill: parent
        player: screen.player
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width, note.implicitWidth + 2 * Theme.s16)
        height: Math.min(parent.height, note.implicitHeight + 2 * Theme.s12)
        visible: screen.player.words !== ""
        radius: Theme.radiusL
        color: Theme.scrim

        TextLine {
            id: note

            objectName: "video.words"
            anchors.centerIn: parent
            width: Math.min(implicitWidth, screen.width - 2 * Theme.s16)
            horizontalAlignment: Text.AlignHCenter
            text: screen.player.words
            font.pixelSize: screen.small ? Theme.caption : Theme.body
            font.bold: true
            wrapMode: Text.Wrap
            maximumLineCount: screen.small ? 3 : 6
            color: Theme.screenInk
        }
    }
}
