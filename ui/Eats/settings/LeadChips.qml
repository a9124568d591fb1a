pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How long before a broadcast to tell, up to four. */
Flow {
    id: chips

    required property SettingsViewModel settings

    spacing: Theme.s8

    Repeater {
        model: chips.settings.leads

        delegate: Option {
            required property string key
            required text
            required property bool isOn

            objectName: chips.objectName + "." + key
            on: isOn
            onClicked: chips.settings.toggleLead(key)
        }
    }
}
