pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.search

/* Bounds on what is found; every answer says how many dishes it would leave. */
SheetPopup {
    id: popup

    required property RecipeFacetsViewModel facets

    name: "facets"
    widest: Theme.px(720)
    title: qsTr("조건")
    onOpened: facets.look()

    ChoiceGroup {
        objectName: "facets.category"
        several: true
        title: qsTr("종류 (고르지 않으면 모두)")
        answers: popup.facets.categories
        onChosen: key => popup.facets.toggle("category", key)
    }

    ChoiceGroup {
        objectName: "facets.occasion"
        several: true
        title: qsTr("상황")
        answers: popup.facets.occasions
        onChosen: key => popup.facets.toggle("occasion", key)
    }

    ChoiceGroup {
        objectName: "facets.method"
        several: true
        title: qsTr("방법")
        answers: popup.facets.methods
        onChosen: key => popup.facets.toggle("method", key)
    }

    ChoiceGroup {
        objectName: "facets.minutes"
        title: qsTr("시간")
        answers: popup.facets.minutes
        onChosen: key => popup.facets.chooseMinutes(key)
    }

    ChoiceGroup {
        objectName: "facets.difficulty"
        several: true
        title: qsTr("난이도")
        answers: popup.facets.difficulties
        onChosen: key => popup.facets.toggle("difficulty", key)
    }

    ChoiceGroup {
        objectName: "facets.servings"
        title: qsTr("인분")
        answers: popup.facets.servings
        onChosen: key => popup.facets.chooseServings(key)
    }

    TextLine {
        text: qsTr("이 재료는 빼고")
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        EntryField {
            id: unwanted

            function put() {
                Qt.inputMethod.commit(); // qmllint disable missing-property
                popup.facets.leaveOut(text);
                clear();
            }

            objectName: "facets.without"
            Layout.fillWidth: true
            placeholderText: qsTr("빼고 싶은 재료 (오이, 고수처럼)")
            maximumLength: 30
            onAccepted: put()
        }

        AppButton {
            objectName: "facets.without.put"
            Layout.preferredHeight: Theme.controlL
            text: qsTr("빼기")
            enabled: unwanted.displayText.trim() !== ""
            onClicked: unwanted.put()
        }
    }

    Flow {
        Layout.fillWidth: true
        visible: popup.facets.without.count > 0 // qmllint disable missing-property
        spacing: Theme.s8

        Repeater {
            model: popup.facets.without

            delegate: AppButton {
                required property string key
                required text

                objectName: "facets." + key
                symbol: "x"
                Accessible.name: qsTr("다시 넣기: %1").arg(text)
                onClicked: popup.facets.drop(key)
            }
        }
    }

    ChoiceGroup {
        objectName: "facets.allergen"
        several: true
        title: qsTr("알레르기: 들어 있거나 들어 있을 수 있어요")
        answers: popup.facets.allergens
        onChosen: key => popup.facets.toggle("allergen", key)
    }

    TextLine {
        Layout.fillWidth: true
        text: qsTr("고른 것이 들어 있거나 들어 있을 수 있는 요리를 모두 빼요. 모르는 재료가 하나라도 있는 요리도 빼요. 포장의 알레르기 표시를 꼭 확인해 주세요.")
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    actions: [
        Item {
            Layout.fillWidth: true
        },
        AppButton {
            objectName: "facets.clear"
            kind: "quiet"
            text: qsTr("초기화")
            onClicked: popup.facets.clear()
        },
        AppButton {
            objectName: "facets.done"
            kind: "primary"
            text: qsTr("확인")
            onClicked: popup.close()
        }
    ]
}
