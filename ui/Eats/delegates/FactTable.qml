pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* Lines of facts in a frame. */
Rectangle {
    id: table

    required property var rows

    implicitHeight: column.implicitHeight + 2 * Theme.hairline
    radius: Theme.radiusL
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline

    Column {
        id: column

        x: Theme.hairline
        y: Theme.hairline
        width: parent.width - 2 * Theme.hairline

        Repeater {
            model: table.rows

            delegate: FactLine {
                required property int index

                width: column.width
                ruled: index < table.rows.count - 1
            }
        }
    }
}
