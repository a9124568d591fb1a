import QtQuick
import QtQuick.Layouts

/* A page, made when it is first looked at; then it keeps its place. */
Loader {
    required property string page
    required property bool current
    property bool seen: false

    Layout.fillWidth: true
    Layout.fillHeight: true
    active: seen || current
    onCurrentChanged: seen = seen || current
    Component.onCompleted: seen = current
}
