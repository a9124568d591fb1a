pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* The pictures of a product, one at a time; arrows, dots and the keys ← → lead to the others. */
FocusScope {
    id: gallery

    required property var photos
    required property string drawing
    readonly property int count: photos.length
    readonly property int shown: Math.max(0, Math.min(place, count - 1))
    readonly property bool many: count > 1
    property int place: 0
    property real tall: width

    function go(step: int) {
        place = (shown + step + count) % count;
    }

    objectName: "gallery"
    implicitHeight: tall + (many ? foot.implicitHeight + Theme.s4 : 0)
    activeFocusOnTab: many
    Accessible.role: Accessible.Graphic
    Accessible.ignored: !many
    Accessible.name: qsTr("상품 사진 %1장 가운데 %2번째").arg(count).arg(shown + 1)
    Accessible.description: qsTr("왼쪽, 오른쪽 화살표 키로 넘겨요")
    onPhotosChanged: if (place >= count)
        place = 0
    Keys.onLeftPressed: event => {
        event.accepted = many;
        if (many)
            go(-1);
    }
    Keys.onRightPressed: event => {
        event.accepted = many;
        if (many)
            go(1);
    }

    FoodPicture {
        id: picture

        width: parent.width
        height: gallery.tall
        drawing: gallery.drawing
        photo: gallery.count > 0 ? gallery.photos[gallery.shown] : ""
    }

    RowLayout {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: gallery.many
        spacing: Theme.s8

        IconButton {
            objectName: "gallery.back"
            focusPolicy: Qt.NoFocus
            symbol: "chevron-left"
            name: qsTr("앞 사진")
            onClicked: gallery.go(-1)
        }

        Item {
            Layout.fillWidth: true
        }

        Row {
            id: dots

            visible: gallery.count * (Theme.px(12) + spacing) < gallery.width - 2 * Theme.control - number.implicitWidth - Theme.s32
            spacing: Theme.s8

            Repeater {
                model: gallery.count

                Rectangle {
                    id: dot

                    required property int index

                    width: Theme.px(12)
                    height: width
                    radius: width / 2
                    color: index === gallery.shown ? Theme.primary : "transparent"
                    border.width: 2
                    border.color: index === gallery.shown ? Theme.primary : Theme.outline

                    TapHandler {
                        onTapped: gallery.place = dot.index
                    }
                }
            }
        }

        TextLine {
            id: number

            text: qsTr("%1 / %2").arg(gallery.shown + 1).arg(gallery.count)
            font.pixelSize: Theme.caption
            color: Theme.text2
        }

        Item {
            Layout.fillWidth: true
        }

        IconButton {
            objectName: "gallery.forward"
            focusPolicy: Qt.NoFocus
            symbol: "chevron-right"
            name: qsTr("다음 사진")
            onClicked: gallery.go(1)
        }
    }

    FocusRing {
        target: gallery
    }
}
