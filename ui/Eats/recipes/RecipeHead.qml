import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The dish: its drawing, its name, what is known of it, and the way to the stove. */
GridLayout {
    id: head

    required property RecipeViewModel recipe
    required property bool sideBySide
    required property real roof

    signal leaveWanted

    columns: sideBySide ? 2 : 1
    columnSpacing: Theme.s24
    rowSpacing: Theme.s16

    FoodPicture {
        objectName: "recipe.picture"
        Layout.fillWidth: !head.sideBySide
        Layout.preferredWidth: Theme.px(240)
        Layout.preferredHeight: head.sideBySide ? Theme.px(180) : Math.min(Theme.px(150), head.roof)
        Layout.alignment: Qt.AlignTop
        drawing: head.recipe.drawing
        photo: head.recipe.photoUrl
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Theme.s12

        TextLine {
            Layout.fillWidth: true
            visible: text !== ""
            text: head.recipe.originText
            font.pixelSize: Theme.caption
            color: Theme.text2
        }

        TextLine {
            objectName: "recipe.title"
            Layout.fillWidth: true
            text: head.recipe.title
            font.pixelSize: Theme.titleL
            font.bold: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        RecipeFacts {
            Layout.fillWidth: true
            facts: head.recipe.facts
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.s8

            AppButton {
                objectName: "recipe.cook"
                visible: head.recipe.steps.count > 0 // qmllint disable missing-property
                kind: "primary"
                symbol: "bowl"
                text: qsTr("요리 시작")
                Accessible.description: qsTr("큰 글씨로 한 단계씩 보여 드려요")
                onClicked: head.recipe.cook()
            }

            AppButton {
                objectName: "recipe.source"
                height: Theme.controlL
                visible: head.recipe.hasLink
                symbol: "link"
                text: qsTr("원래 페이지 보기")
                onClicked: head.leaveWanted()
            }
        }
    }
}
