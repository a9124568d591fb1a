import QtQuick
import Eats.theme

/* A product's picture: a drawing of its kind, and over it the seller's photo once it came. */
Rectangle {
    id: picture

    required property string drawing
    required property string photo
    readonly property bool hasPhoto: shot.source.toString() !== ""
    readonly property real dpr: Math.max(1, Screen.devicePixelRatio)
    readonly property string wanted: photo === "" || width < 1 || height < 1 ? "" : photo + "/" + Math.ceil(width * dpr) + "x" + Math.ceil(height * dpr) + "r" + Math.round(radius * dpr)
    property string asked

    function ask(wanted: string) {
        if (asked === wanted)
            return;
        Pictures.dropped(asked);
        asked = wanted;
        Pictures.asked(asked);
    }

    Accessible.ignored: true
    radius: Theme.radiusL
    color: Theme.picture
    onPhotoChanged: shot.source = ""
    onWantedChanged: calm.restart()
    Component.onCompleted: ask(wanted)
    Component.onDestruction: ask("")

    /* Sizes change many times while a window is dragged, and photos while a list flies past. */
    Timer {
        id: calm

        interval: 60
        onTriggered: picture.ask(picture.wanted)
    }

    Connections {
        function onCame(wanted: string, at: string) {
            if (wanted === picture.asked && wanted === picture.wanted)
                shot.source = at;
        }

        target: Pictures
    }

    Image {
        readonly property int side: Math.round(Math.min(picture.width, picture.height) * 0.76)

        Accessible.ignored: true
        anchors.centerIn: parent
        width: side
        height: side
        sourceSize: Qt.size(side * picture.dpr, side * picture.dpr)
        source: Pictures.served && picture.drawing !== "" && side > 0 ? "image://drawing/" + picture.drawing : ""
    }

    Image {
        id: shot

        Accessible.ignored: true
        anchors.fill: parent
        fillMode: Image.PreserveAspectCrop
        opacity: 0
        states: State {
            name: "arrived"
            when: picture.hasPhoto

            PropertyChanges {
                shot.opacity: 1
            }
        }
        transitions: Transition {
            enabled: Theme.base > 0
            to: "arrived"

            NumberAnimation {
                property: "opacity"
                duration: Theme.base
            }
        }
    }
}
