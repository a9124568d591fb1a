pragma Singleton

import QtQuick

/* Where pictures ask for photos and hear that they came; the program answers once it serves. */
QtObject {
    property bool served: false

    signal asked(string wanted)
    signal dropped(string wanted)
    signal came(string wanted, string at)
}
