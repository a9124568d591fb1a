import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* A code for a telephone's camera, with what it is good for. */
RowLayout {
    id: panel

    required property string code
    property string words: qsTr("휴대전화 카메라로 비추면 이어서 볼 수 있어요.")

    spacing: Theme.s16

    QrCode {
        objectName: "qr"
        Layout.preferredWidth: Theme.px(168)
        Layout.preferredHeight: Theme.px(168)
        text: panel.code
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR 코드. %1").arg(panel.words)
    }

    TextLine {
        Layout.fillWidth: true
        text: panel.words
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
