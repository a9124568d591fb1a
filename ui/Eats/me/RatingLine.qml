pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A recipe with the stars it was given: other stars, or none. */
GridLayout {
    id: line

    required property string key
    required property string title
    required property int stars
    required property string starsText
    required property string whenText
    property bool narrow: false

    signal opened(string key)
    signal rated(string key, int stars)

    Layout.fillWidth: true
    columns: narrow ? 1 : 3
    columnSpacing: Theme.s12
    rowSpacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + starsText

    AppButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        kind: "quiet"
        text: line.title
        onClicked: line.opened(line.key)
    }

    Item {
        Layout.fillWidth: true
        visible: !line.narrow
    }

    RowLayout {
        Layout.alignment: line.narrow ? Qt.AlignLeft : Qt.AlignRight
        spacing: 0

        Repeater {
            model: 5

            delegate: IconButton {
                required property int index

                objectName: "me.star." + line.key + "." + (index + 1)
                symbol: index < line.stars ? "star-fill" : "star"
                tint: Theme.star
                name: qsTr("%1 별점 %2점").arg(line.title).arg(index + 1)
                onClicked: line.rated(line.key, index + 1)
            }
        }

        IconButton {
            objectName: "me.unrate." + line.key
            symbol: "x"
            name: qsTr("%1 별점 지우기").arg(line.title)
            onClicked: line.rated(line.key, 0)
        }
    }
}
