import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What was asked, to be changed here, and what the combination that is shown does. */
ColumnLayout {
    id: panel

    required property RecipeResultsViewModel results
    readonly property StockViewModel stock: results.stock as StockViewModel
    readonly property RecipeFacetsViewModel facets: results.facets as RecipeFacetsViewModel

    signal facetsWanted
    signal homeWanted

    spacing: Theme.s12

    SectionTitle {
        objectName: "results.heading"
        Layout.fillWidth: true
        text: panel.results.headingText
        visible: text !== ""
        wrapMode: Text.Wrap
        onTextChanged: Accessible.announce([panel.results.headingText, panel.results.noteText].join(" "), Accessible.Polite)
    }

    InfoNote {
        objectName: "results.note"
        Layout.fillWidth: true
        visible: title !== ""
        symbol: "info"
        title: panel.results.noteText
        help: ""
    }

    StockChips {
        Layout.fillWidth: true
        visible: panel.results.by === "use" && panel.stock.countText !== ""
        stock: panel.stock
    }

    PlanBox {
        Layout.fillWidth: true
        visible: panel.results.hasPlans
        results: panel.results
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8

        FacetsButton {
            objectName: "results.facets"
            visible: panel.results.by !== ""
            facets: panel.facets
            onClicked: panel.facetsWanted()
        }

        AppButton {
            objectName: "results.home"
            symbol: "bowl"
            text: panel.results.by === "use" ? qsTr("재료 더하기") : qsTr("다시 찾기")
            onClicked: panel.homeWanted()
        }

        AppButton {
            objectName: "results.link"
            visible: panel.results.by !== ""
            kind: "quiet"
            symbol: "link"
            text: qsTr("링크 복사")
            Accessible.description: qsTr("나중에 이 결과로 돌아올 수 있어요")
            onClicked: panel.results.copyLink()
        }
    }

    FacetChips {
        Layout.fillWidth: true
        facets: panel.facets
    }

    TextLine {
        objectName: "results.count"
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.results.isBusy && panel.results.state === "ready" ? qsTr("다시 찾는 중이에요") : panel.results.countText
        font.pixelSize: Theme.caption
        color: Theme.text2
    }
}
