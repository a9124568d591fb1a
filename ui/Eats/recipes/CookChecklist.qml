pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The ingredients to lay out beside the step, ticked off one by one. */
ColumnLayout {
    id: view

    required property CookViewModel cook
    readonly property real wanted: title.implicitHeight + spacing + list.contentHeight

    spacing: Theme.s8

    SectionTitle {
        id: title

        text: qsTr("재료")
    }

    ListView {
        id: list

        objectName: "cook.checks"
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: view.cook.checks
        clip: true
        spacing: Theme.s4
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("재료 %1가지").arg(count)
        ScrollBar.vertical: Scroll {
            id: bar
        }

        delegate: AbstractButton {
            id: check

            required property string key
            required property string name
            required property string amountText
            required property bool isTicked
            required property string spokenText

            objectName: "cook.check." + key
            Accessible.role: Accessible.CheckBox
            Accessible.name: spokenText
            Accessible.checkable: true
            Accessible.checked: isTicked
            Accessible.onPressAction: clicked()
            Accessible.onToggleAction: clicked()
            width: list.width - (bar.size < 1 ? Theme.s16 : 0)
            implicitHeight: Math.max(Theme.control, words.implicitHeight + Theme.s8)
            focusPolicy: Qt.StrongFocus
            onClicked: view.cook.tickOff(key)
            onActiveFocusChanged: if (activeFocus)
                list.positionViewAtIndex(list.indexAt(0, y + height / 2), ListView.Contain)
            Keys.onReturnPressed: clicked()

            background: Rectangle {
                radius: Theme.radiusM
                color: check.hovered ? Theme.surfaceAlt : "transparent"
            }
            contentItem: RowLayout {
                id: words

                spacing: Theme.s8

                Rectangle {
                    Layout.leftMargin: Theme.s8
                    Layout.preferredWidth: Theme.iconM
                    Layout.preferredHeight: Theme.iconM
                    radius: Theme.radiusS
                    color: check.isTicked ? Theme.primary : Theme.surface
                    border.width: 2
                    border.color: check.isTicked ? Theme.primary : Theme.outline

                    Icon {
                        anchors.centerIn: parent
                        visible: check.isTicked
                        size: Theme.px(18)
                        symbol: "check"
                        tint: Theme.primaryInk
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: check.name
                    wrapMode: Text.Wrap
                    font.strikeout: check.isTicked
                    color: check.isTicked ? Theme.text2 : Theme.text
                }

                TextLine {
                    Layout.rightMargin: Theme.s8
                    Layout.maximumWidth: check.width * 0.42
                    text: check.amountText
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignRight
                    color: Theme.text2
                }
            }

            FocusRing {
                target: check
                around: Theme.radiusM
                anchors.margins: 0
            }
        }
    }
}
