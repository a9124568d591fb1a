import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The step that is cooked now, as large as can be read from the stove, and its clock. */
FocusScope {
    id: step

    required property CookViewModel cook
    readonly property string words: cook.text
    readonly property bool low: height < Theme.px(300)

    function scroll(by: real) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by));
    }

    onWordsChanged: {
        flick.contentY = 0;
        Accessible.announce(cook.spokenText, Accessible.Polite);
    }

    Flickable {
        id: flick

        objectName: "cook.step"
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * column.y
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.StaticText
        Accessible.name: step.cook.spokenText
        ScrollBar.vertical: Scroll {}

        ColumnLayout {
            id: column

            x: Theme.s8
            y: Math.max(Theme.s8, (flick.height - implicitHeight) / 2)
            width: flick.width - Theme.s24
            spacing: step.low ? Theme.s8 : Theme.s32

            TextLine {
                objectName: "cook.text"
                Layout.fillWidth: true
                text: step.words
                font.pixelSize: Theme.px(step.low ? 28 : 36)
                font.bold: true
                lineHeight: step.low ? 1.25 : 1.4
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            CookClock {
                Layout.fillWidth: true
                visible: step.cook.timerMinutes > 0
                cook: step.cook
                low: step.low
            }
        }
    }

    FocusRing {
        target: flick
    }
}
