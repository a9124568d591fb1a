pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme

/* The part that scrolls: painted tiles, and over them an empty item for each broadcast in sight. */
Flickable {
    id: table

    required property TimelineViewModel timeline
    required property string selected
    required property bool focused
    readonly property int tile: 480
    readonly property int columns: Math.ceil(width / tile) + 1
    readonly property int rows: Math.ceil(height / tile) + 1
    readonly property int firstColumn: Math.floor(contentX / tile)
    readonly property int firstRow: Math.floor(contentY / tile)

    signal tapped

    objectName: "timeline.table"
    contentWidth: timeline.contentWidth
    contentHeight: timeline.contentHeight
    boundsBehavior: Flickable.StopAtBounds
    pixelAligned: true
    clip: true
    onContentXChanged: look()
    onContentYChanged: look()
    onWidthChanged: look()
    onHeightChanged: look()

    function look() {
        table.timeline.see(contentX, contentY, width, height);
    }

    Connections {
        target: table.timeline
        function onPlaceWanted(x, y) {
            table.cancelFlick();
            table.contentX = x;
            table.contentY = y;
        }
    }

    TimelineStyle {
        id: paint

        colours: ({
                table: Theme.bg,
                line: Theme.divider,
                card: Theme.surface,
                over: Theme.surfaceAlt,
                selected: Theme.mode === "contrast" ? Theme.surface : Theme.primarySoft,
                selectedInk: Theme.mode === "contrast" ? Theme.primary : Theme.primarySoftInk,
                edge: Theme.outline,
                ink: Theme.text,
                quietInk: Theme.text2,
                primary: Theme.primary,
                live: Theme.live,
                liveInk: Theme.liveInk,
                upcoming: Theme.upcoming,
                ended: Theme.ended,
                cancelled: Theme.tone("cancelled"),
                moved: Theme.tone("moved")
            })
        sizes: ({
                caption: Theme.caption,
                body: Theme.body,
                icon: Theme.px(18),
                hairline: Theme.hairline,
                gap: Theme.s4,
                padding: Theme.s8,
                radius: Theme.radiusM
            })
    }

    Repeater {
        model: table.columns * table.rows

        TimelineTile {
            required property int index
            readonly property int spareColumns: (index % table.columns - table.firstColumn % table.columns + table.columns) % table.columns
            readonly property int spareRows: (Math.floor(index / table.columns) - table.firstRow % table.rows + table.rows) % table.rows

            Accessible.ignored: true
            x: (table.firstColumn + spareColumns) * table.tile
            y: (table.firstRow + spareRows) * table.tile
            width: table.tile
            height: table.tile
            timeline: table.timeline
            style: paint
            selected: table.selected
        }
    }

    Rectangle {
        readonly property rect place: table.timeline.hoveredPlace

        visible: table.timeline.hoveredKey !== "" && !table.moving
        x: place.x + Theme.s2
        y: place.y + Theme.s4
        width: place.width - Theme.s4
        height: place.height - 2 * Theme.s4
        radius: Theme.radiusM
        color: "transparent"
        border.width: Theme.ring
        border.color: Theme.outline
    }

    Repeater {
        model: table.timeline.cells

        Item {
            required property string key
            required property rect place
            required property string spokenText
            required property bool isCurrent

            objectName: "slot." + key
            Accessible.role: Accessible.Button
            Accessible.name: spokenText
            Accessible.focusable: true
            Accessible.selected: key === table.selected
            Accessible.onPressAction: table.timeline.pressCell(key)
            x: place.x
            y: place.y
            width: place.width
            height: place.height
            focus: isCurrent
            activeFocusOnTab: isCurrent
        }
    }

    TimelineTip {
        timeline: table.timeline
        parent: table.contentItem
        shown: pointer.hovered && !table.moving
    }

    HoverHandler {
        id: pointer

        cursorShape: table.timeline.hoveredKey === "" ? Qt.ArrowCursor : Qt.PointingHandCursor
        onPointChanged: table.timeline.hover(point.position.x, point.position.y)
        onHoveredChanged: hovered || table.timeline.leave()
    }

    TapHandler {
        onTapped: event => {
            table.tapped();
            table.timeline.tap(event.position.x, event.position.y);
        }
    }

    WheelHandler {
        acceptedModifiers: Qt.ControlModifier
        onWheel: event => table.timeline.zoom(event.angleDelta.y / 120, event.x - table.contentX)
    }

    WheelHandler {
        acceptedModifiers: Qt.ShiftModifier
        onWheel: event => table.timeline.scroll(-event.angleDelta.y - event.angleDelta.x, 0)
    }

    TimelineRing {
        timeline: table.timeline
        shown: table.focused
    }
}
