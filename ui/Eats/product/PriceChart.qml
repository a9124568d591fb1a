import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What we saw of a price over time: a sentence, a picture, and on demand the same as a table. */
ColumnLayout {
    id: section

    required property PriceChartViewModel chart
    property bool listed: false

    objectName: "price.chart"
    visible: chart.sentenceText !== ""
    spacing: Theme.s12

    SectionTitle {
        text: qsTr("값의 변화")
    }

    TextLine {
        objectName: "price.chart.sentence"
        Layout.fillWidth: true
        text: section.chart.sentenceText
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Segmented {
        objectName: "price.chart.reach"
        Layout.fillWidth: true
        visible: section.chart.hasMore
        name: qsTr("얼마 동안의 값을 볼지")
        current: section.chart.reach
        options: [
            {
                value: "90",
                label: qsTr("석 달")
            },
            {
                value: "365",
                label: qsTr("한 해")
            }
        ]
        onChosen: value => section.chart.look(value)
    }

    Rectangle {
        Layout.fillWidth: true
        visible: section.chart.isDrawn
        implicitHeight: picture.height + 2 * Theme.s12
        radius: Theme.radiusL
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline

        PriceChartItem {
            id: picture

            objectName: "price.chart.picture"
            x: Theme.s12
            y: Theme.s12
            width: parent.width - 2 * Theme.s12
            height: Theme.px(260)
            chart: section.chart
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("값 그림. %1").arg(section.chart.sentenceText)
            style: TimelineStyle {
                colours: ({
                        table: Theme.surface,
                        line: Theme.divider,
                        blank: Theme.surfaceAlt,
                        ink: Theme.text,
                        quietInk: Theme.text2,
                        primary: Theme.primary,
                        low: Theme.ok
                    })
                sizes: ({
                        caption: Theme.caption,
                        body: Theme.body,
                        hairline: Theme.hairline,
                        padding: Theme.s8
                    })
            }
        }
    }

    AppButton {
        objectName: "price.chart.list"
        visible: section.chart.isDrawn
        symbol: "list"
        text: section.listed ? qsTr("표 접기") : qsTr("표로 보기")
        onClicked: section.listed = !section.listed
    }

    PriceTable {
        Layout.fillWidth: true
        visible: section.listed && section.chart.isDrawn
        lines: section.chart.lines
    }
}
