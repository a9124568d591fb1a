pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Up to five counterparts under a heading; loading, nothing and failure are told in its place. */
ColumnLayout {
    id: view

    required property ShelfViewModel shelf
    required property string title
    property string detail: ""

    signal opened(string key)

    visible: shelf.state !== "waiting"
    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        text: view.title
        wrapMode: Text.Wrap
    }

    TextLine {
        Layout.fillWidth: true
        visible: text !== "" && view.shelf.state === "ready"
        text: view.detail
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    InfoNote {
        Layout.fillWidth: true
        visible: view.shelf.state !== "ready"
        symbol: ({
                loading: "refresh",
                error: "warning"
            })[view.shelf.state] ?? "info"
        title: view.shelf.stateTitle
        help: view.shelf.stateHelp
    }

    AppButton {
        objectName: view.objectName + ".retry"
        visible: view.shelf.stateAction !== ""
        symbol: "refresh"
        text: view.shelf.stateAction
        onClicked: view.shelf.retry()
    }

    Repeater {
        model: view.shelf.rows

        delegate: ShelfLine {
            Layout.fillWidth: true
            onOpened: view.opened(key)
        }
    }
}
