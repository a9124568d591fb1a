import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Reviews in figures: the mean and how many; what people wrote is never stored. */
ColumnLayout {
    id: view

    required property DetailViewModel detail

    objectName: "product.reviews"
    spacing: Theme.s12

    RowLayout {
        Layout.fillWidth: true
        visible: view.detail.ratingText !== ""
        spacing: Theme.s8
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("별점 5점 만점에 %1점, 리뷰 %L2개").arg(view.detail.ratingText).arg(view.detail.reviewCount)

        Icon {
            size: Theme.iconL
            symbol: "star-fill"
            tint: Theme.star
        }

        TextLine {
            text: view.detail.ratingText
            font.pixelSize: Theme.titleL
            font.bold: true
        }

        TextLine {
            Layout.fillWidth: true
            text: qsTr("리뷰 %L1개").arg(view.detail.reviewCount)
            color: Theme.text2
        }
    }

    InfoNote {
        Layout.fillWidth: true
        visible: view.detail.ratingText === ""
        symbol: "info"
        title: view.detail.state === "ready" ? qsTr("아직 리뷰가 없어요.") : view.detail.stateTitle
        help: view.detail.state === "ready" ? "" : view.detail.stateHelp
    }

    ShareBars {
        objectName: "product.reviews.stars"
        Layout.fillWidth: true
        visible: view.detail.ratingText !== "" && count > 0
        name: qsTr("별점마다 몇 퍼센트")
        rows: view.detail.stars
    }

    TextLine {
        visible: aspects.visible
        text: qsTr("항목별 평가")
        font.bold: true
    }

    ShareBars {
        id: aspects

        objectName: "product.reviews.aspects"
        Layout.fillWidth: true
        visible: view.detail.ratingText !== "" && count > 0
        name: qsTr("항목별 평가")
        rows: view.detail.aspects
    }

    TextLine {
        Layout.fillWidth: true
        visible: view.detail.ratingText !== ""
        text: qsTr("판매처 화면에 적힌 평점이에요. 사람들이 쓴 글은 받지 않아요. %1").arg(view.detail.checkedText)
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
