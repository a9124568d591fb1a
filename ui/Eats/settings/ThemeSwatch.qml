pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* A little window in the colours of a theme, made of the tokens that every theme has. */
Item {
    id: swatch

    required property string theme
    readonly property bool dark: theme === "dark" || theme === "contrast"
    readonly property color pale: Theme.mode === "light" ? Theme.bg : Theme.text
    readonly property color deep: Theme.mode === "light" ? Theme.text : Theme.bg
    readonly property color glow: Theme.mode === "light" ? Theme.warnSoft : Theme.warn
    readonly property color paper: dark ? deep : pale
    readonly property color ink: dark ? pale : deep
    readonly property bool strong: theme === "contrast"

    anchors.centerIn: parent
    implicitWidth: Theme.px(104)
    implicitHeight: Theme.px(64)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM
        color: swatch.paper
        border.width: swatch.strong ? 3 : 1
        border.color: swatch.strong ? swatch.glow : Theme.outline
    }

    Rectangle {
        visible: swatch.theme === "system"
        anchors.right: parent.right
        width: parent.width / 2
        height: parent.height
        radius: Theme.radiusM
        color: swatch.deep
        border.width: 1
        border.color: Theme.outline
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.px(12)
        spacing: Theme.px(8)

        Repeater {
            model: [56, 36, 48]

            delegate: Rectangle {
                required property int modelData
                required property int index

                width: swatch.theme === "system" ? Theme.px(modelData / 2) : Theme.px(modelData)
                height: swatch.strong ? Theme.px(7) : Theme.px(5)
                radius: height / 2
                color: index === 1 && swatch.strong ? swatch.glow : swatch.ink
            }
        }
    }
}
