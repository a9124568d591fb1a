import QtQuick
import Eats.theme
import Eats.controls

/* A sentence that explains; a `kind` colours it. */
TextLine {
    property string kind: ""

    wrapMode: Text.Wrap
    font.pixelSize: Theme.caption
    font.bold: kind !== ""
    color: kind === "" ? Theme.text2 : Theme.tone(kind)
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
