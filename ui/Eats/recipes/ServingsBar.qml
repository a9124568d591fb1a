import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* For how many: a stepper, what that is of the recipe, and the way by what there is. */
Flow {
    id: bar

    required property RecipeScaleViewModel portions

    signal leftoverWanted

    spacing: Theme.s12

    Stepper {
        objectName: "recipe.servings"
        name: qsTr("양")
        text: bar.portions.text
        lessName: qsTr("양 줄이기")
        moreName: qsTr("양 늘리기")
        onMoved: steps => bar.portions.step(steps)
    }

    AppButton {
        objectName: "recipe.leftover"
        visible: bar.portions.canFit
        text: qsTr("이만큼 있어요")
        Accessible.description: qsTr("가진 재료의 양에 맞춰 모든 양을 바꿔요")
        onClicked: bar.leftoverWanted()
    }

    AppButton {
        objectName: "recipe.unscale"
        visible: bar.portions.isScaled
        kind: "quiet"
        symbol: "refresh"
        text: qsTr("원래대로")
        onClicked: bar.portions.reset()
    }

    TextLine {
        objectName: "recipe.scale.text"
        width: Math.min(implicitWidth, bar.width)
        height: Theme.control
        visible: text !== ""
        text: bar.portions.detailText
        color: Theme.text2
    }
}
