import QtQuick
import Eats.ViewModels
import Eats.theme

/* Puts the chosen colours, size of text and motion in force. */
Item {
    id: looks

    required property LookViewModel look

    Binding {
        target: Theme
        property: "mode"
        value: looks.look.mode
    }
    Binding {
        target: Theme
        property: "scale"
        value: looks.look.textScale / 100
    }
    Binding {
        target: Theme
        property: "still"
        value: looks.look.reduceMotion
    }
}
