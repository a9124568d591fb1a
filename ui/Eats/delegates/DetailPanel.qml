import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What the seller's page says of a product: delivery, seller, rating, the statutory notice. */
ColumnLayout {
    id: panel

    required property DetailViewModel detail
    property string of: ""

    visible: detail.state !== "waiting"
    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("배송과 표기정보")
        wrapMode: Text.Wrap
    }

    Words {
        text: panel.of
    }

    InfoNote {
        objectName: "detail.state"
        Layout.fillWidth: true
        visible: panel.detail.state !== "ready"
        symbol: ({
                loading: "refresh",
                error: "warning"
            })[panel.detail.state] ?? "info"
        title: panel.detail.stateTitle
        help: panel.detail.stateHelp
    }

    AppButton {
        objectName: "detail.ask"
        Layout.fillWidth: true
        visible: panel.detail.stateAction !== ""
        symbol: "refresh"
        text: panel.detail.stateAction
        onClicked: panel.detail.retry()
    }

    InfoNote {
        objectName: "detail.ended"
        Layout.fillWidth: true
        visible: panel.detail.state === "ready" && panel.detail.isEnded
        symbol: "cancelled"
        title: qsTr("판매처에서 판매가 끝났다고 해요.")
        help: panel.detail.isBare ? qsTr("다시 팔 수도 있어요.") : qsTr("아래는 끝나기 전에 알려 준 정보예요. 다시 팔 수도 있어요.")
    }

    FactTable {
        objectName: "detail.terms"
        Layout.fillWidth: true
        visible: panel.detail.state === "ready" && !panel.detail.isBare
        rows: panel.detail.terms
    }

    TextLine {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
        visible: panel.detail.state === "ready" && !panel.detail.isBare
        text: panel.detail.factCount > 0 ? qsTr("필수 표기정보 %1가지").arg(panel.detail.factCount) : qsTr("필수 표기정보는 판매처 화면에서 확인해 주세요.")
        font.bold: panel.detail.factCount > 0
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    FactTable {
        objectName: "detail.facts"
        Layout.fillWidth: true
        visible: panel.detail.state === "ready" && panel.detail.factCount > 0
        rows: panel.detail.facts
    }

    AppButton {
        objectName: "detail.fold"
        Layout.fillWidth: true
        visible: panel.detail.state === "ready" && panel.detail.isLong
        text: panel.detail.isOpen ? qsTr("표기정보 접기") : qsTr("표기정보 모두 보기")
        onClicked: panel.detail.toggle()
    }

    Words {
        objectName: "detail.checked"
        text: panel.detail.state === "ready" ? panel.detail.checkedText : ""
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
