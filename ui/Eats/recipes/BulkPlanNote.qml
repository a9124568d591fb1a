pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* How many meals a big pack makes, week by week, and what one of them costs. */
Rectangle {
    id: note

    required property ProductRecipesViewModel recipes

    implicitHeight: lines.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: recipes.mealsText

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.hairline
        anchors.rightMargin: Theme.hairline
        spacing: Theme.s8

        Words {
            text: note.recipes.mealsText
            font.pixelSize: Theme.body
            font.bold: true
        }

        Words {
            text: note.recipes.paceText
        }

        Words {
            text: note.recipes.keepingText
        }

        Words {
            text: note.recipes.costText
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: weeks.count > 0
            spacing: 0

            Repeater {
                id: weeks

                model: note.recipes.weeks

                delegate: Week {
                    Layout.fillWidth: true
                }
            }
        }
    }

    component Week: FactLine {
        required property string key
        required property string title
        required property string dishesText
        required property int index

        label: title
        value: dishesText
        ruled: index < weeks.count - 1
    }

    component Words: TextLine {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s16
        Layout.rightMargin: Theme.s16
        visible: text !== ""
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
