import QtQuick
import QtMultimedia
import Eats.ViewModels

/* The frames on the graphics card; loaded only where there is one and pictures come. */
VideoOutput {
    id: output

    required property LivePlayer player

    Component.onCompleted: player.showOn(videoSink)
    Component.onDestruction: player.leave(videoSink)
}
