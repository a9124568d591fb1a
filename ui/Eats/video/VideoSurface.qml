pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels

/* The moving picture by the way that this machine can draw it. */
Item {
    id: surface

    required property LivePlayer player
    readonly property bool software: GraphicsInfo.api === GraphicsInfo.Software

    Loader {
        anchors.fill: parent
        active: surface.player.hasPicture && surface.software
        sourceComponent: VideoPicture {
            objectName: "video.picture"
            player: surface.player
        }
    }

    Loader {
        readonly property bool wanted: surface.player.hasPicture && !surface.software && GraphicsInfo.api !== GraphicsInfo.Unknown

        anchors.fill: parent
        active: wanted
        onWantedChanged: if (wanted)
            setSource("OutputVideo.qml", {
                player: surface.player
            })
        Component.onCompleted: if (wanted)
            setSource("OutputVideo.qml", {
                player: surface.player
            })
    }
}
