import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.settings

/* A sheet over the page: a title with a way out, content that scrolls, buttons at its end. */
Popup {
    id: popup

    required property string title
    property string name: "sheet"
    property int widest: Theme.px(560)
    default property alias content: body.data
    property alias actions: foot.data

    width: Math.min(widest, (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(head.implicitHeight + page.wanted + (foot.visible ? foot.implicitHeight + 2 * Theme.s16 : Theme.s16), (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape

    Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusXl
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            id: head

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: popup.title
                wrapMode: Text.Wrap
            }

            IconButton {
                objectName: popup.name + ".close"
                Layout.alignment: Qt.AlignTop
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.close()
            }
        }

        ScrollPage {
            id: page

            readonly property real wanted: body.implicitHeight + 2 * edge

            objectName: popup.name + ".page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.bottomMargin: foot.visible ? 0 : Theme.s8
            edge: Theme.s16
            widest: popup.width

            ColumnLayout {
                id: body

                Layout.fillWidth: true
                Layout.leftMargin: Theme.s8
                Layout.rightMargin: Theme.s8
                spacing: Theme.s12
            }
        }

        RowLayout {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            Layout.topMargin: 0
            visible: children.length > 0
            spacing: Theme.s8
        }
    }
}
