pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.controls

ColumnLayout {
    id: stack

    required property SyncViewModel sync

    signal detailsWanted

    spacing: 0

    Repeater {
        model: stack.sync.banners

        delegate: Banner {
            required property string key
            required property string action

            Layout.fillWidth: true
            actionText: action
            onActed: action === qsTr("자세히") ? stack.detailsWanted() : stack.sync.fetch()
            onDismissed: stack.sync.dismiss(key)
        }
    }
}
