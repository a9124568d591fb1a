pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* What is known beyond the head: prices over time, reviews in figures, the seller's page. */
ColumnLayout {
    id: tabs

    required property ProductViewModel product
    readonly property DetailViewModel detail: product.detail as DetailViewModel
    readonly property PriceChartViewModel chart: product.chart as PriceChartViewModel

    spacing: Theme.s16

    Segmented {
        objectName: "product.tab"
        Layout.fillWidth: true
        name: qsTr("상품에 대해 볼 것")
        current: tabs.product.tab
        options: [
            {
                value: "info",
                label: qsTr("상품정보")
            },
            {
                value: "reviews",
                label: tabs.detail.reviewCount > 0 ? qsTr("리뷰 (%L1)").arg(tabs.detail.reviewCount) : qsTr("리뷰")
            },
            {
                value: "seller",
                label: qsTr("판매자·고시 정보")
            }
        ]
        onChosen: value => tabs.product.chooseTab(value)
    }

    PriceChart {
        Layout.fillWidth: true
        visible: tabs.product.tab === "info" && tabs.chart.sentenceText !== ""
        chart: tabs.chart
    }

    InfoNote {
        Layout.fillWidth: true
        visible: tabs.product.tab === "info" && tabs.chart.sentenceText === ""
        symbol: "info"
        title: qsTr("값의 변화를 지켜보는 중이에요.")
        help: qsTr("값을 다시 볼 때마다 여기에 쌓여요.")
    }

    ProductReviews {
        Layout.fillWidth: true
        visible: tabs.product.tab === "reviews"
        detail: tabs.detail
    }

    DetailPanel {
        objectName: "product.detail"
        Layout.fillWidth: true
        visible: tabs.product.tab === "seller" && tabs.detail.state !== "waiting"
        detail: tabs.detail
    }
}
