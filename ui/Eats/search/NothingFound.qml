pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Every state that is not a list of results; where nothing was found, words to try instead. */
ColumnLayout {
    id: nothing

    required property SearchViewModel search

    signal alarmWanted
    signal asked(string words)

    spacing: 0

    StateView {
        Layout.fillWidth: true
        state_: nothing.search.state
        emptySymbol: "search"
        title: nothing.search.stateTitle
        help: nothing.search.stateHelp
        actionText: nothing.search.stateAction
        onActed: ({
                none: nothing.alarmWanted,
                filtered: nothing.search.clearConditions
            }[nothing.search.state] ?? nothing.search.retry)()
    }

    TextLine {
        Layout.fillWidth: true
        visible: words.count > 0
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("혹시 이런 말을 찾으셨나요?")
        wrapMode: Text.Wrap
        color: Theme.text2
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.s12
        visible: words.count > 0
        spacing: Theme.s8

        Repeater {
            id: words

            model: nothing.search.nearest

            delegate: AppButton {
                required property string key

                objectName: "search.nearest." + key
                symbol: "search"
                text: key
                onClicked: nothing.asked(key)
            }
        }
    }
}
