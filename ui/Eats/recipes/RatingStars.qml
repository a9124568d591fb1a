pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The shopper's own stars: one press rates, the same again takes it back. */
ColumnLayout {
    id: view

    required property RecipeRatingViewModel rating

    spacing: Theme.s8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("내 별점. %1").arg(rating.text)

    SectionTitle {
        text: qsTr("내 별점")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s4

        Repeater {
            model: view.rating.most

            delegate: AbstractButton {
                id: star

                required property int index
                readonly property int worth: index + 1
                readonly property bool on: worth <= view.rating.stars

                objectName: "recipe.star." + worth
                Accessible.role: Accessible.RadioButton
                Accessible.name: qsTr("별점 %1점").arg(worth)
                Accessible.checkable: true
                Accessible.checked: worth === view.rating.stars
                Accessible.onPressAction: clicked()
                implicitWidth: Theme.control
                implicitHeight: Theme.control
                focusPolicy: Qt.StrongFocus
                onClicked: view.rating.rate(worth)
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                Keys.onRightPressed: if (worth < view.rating.most)
                    nextItemInFocusChain(true).forceActiveFocus()
                Keys.onLeftPressed: if (worth > 1)
                    nextItemInFocusChain(false).forceActiveFocus()

                background: Rectangle {
                    radius: Theme.radiusL
                    color: star.hovered || star.down ? Theme.surfaceAlt : "transparent"
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        size: Theme.iconL
                        symbol: star.on ? "star-fill" : "star"
                        tint: Theme.star
                    }
                }

                FocusRing {
                    target: star
                }
            }
        }

        Item {
            Layout.fillWidth: true
        }

        AppButton {
            objectName: "recipe.unrate"
            visible: view.rating.stars > 0
            kind: "quiet"
            text: qsTr("지우기")
            Accessible.name: qsTr("내 별점 지우기")
            onClicked: view.rating.remove()
        }
    }

    TextLine {
        objectName: "recipe.stars.text"
        Layout.fillWidth: true
        text: view.rating.text
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
