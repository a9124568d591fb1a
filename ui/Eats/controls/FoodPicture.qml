import QtQuick
import Eats.theme

/* A product's picture: a drawing of its kind until there is a photo. */
Rectangle {
    id: picture

    required property string drawing
    required property string photo

    Accessible.ignored: true
    radius: Theme.radiusL
    color: Theme.picture

    Icon {
        anchors.centerIn: parent
        symbol: "bowl"
        size: Math.round(Math.min(picture.width, picture.height) * 0.42)
        tint: Theme.pictureInk
    }
}
