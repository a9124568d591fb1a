import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How far an import is, the way to stop it, and how the last one went. */
ColumnLayout {
    id: view

    required property RecipeImportViewModel imports

    visible: imports.running || imports.resultText !== ""
    spacing: Theme.s12

    TextLine {
        objectName: "settings.import.progress"
        Layout.fillWidth: true
        visible: view.imports.running
        text: view.imports.progressText
        wrapMode: Text.Wrap
        font.bold: true
        color: Theme.info
    }

    ProgressLine {
        visible: view.imports.running && view.imports.progress >= 0
        value: view.imports.progress
        words: view.imports.progressText
    }

    AppButton {
        objectName: "settings.import.stop"
        visible: view.imports.running
        enabled: !view.imports.stopping
        symbol: "x"
        text: qsTr("멈추기")
        onClicked: view.imports.cancel()
    }

    Note {
        objectName: "settings.import.result"
        Layout.fillWidth: true
        visible: !view.imports.running && text !== ""
        kind: view.imports.resultKind
        text: view.imports.resultText
    }

    AppButton {
        objectName: "settings.import.report"
        visible: !view.imports.running && view.imports.hasReport
        symbol: "list"
        text: qsTr("빠진 줄 보기")
        onClicked: view.imports.openReport()
    }
}
