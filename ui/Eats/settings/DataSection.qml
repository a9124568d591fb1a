import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What is fetched by itself. */
Section {
    id: section

    required property SettingsViewModel settings

    title: qsTr("받기")
    symbol: "refresh"

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: section.settings.isDemo
        kind: "warn"
        text: qsTr("체험 데이터예요. 지어낸 방송과 상품이고, 창을 닫으면 모두 지워져요.")
    }

    Toggle {
        objectName: "settings.auto"
        Layout.fillWidth: true
        text: qsTr("스스로 새로 받기")
        help: qsTr("프로그램이 켜져 있는 동안 정해진 때마다 편성을 새로 받아요. 끄면 [지금 갱신]을 누를 때만 받아요.")
        on: section.settings.autoSync
        onClicked: section.settings.setAutoSync(!on)
    }

    Line {}

    Toggle {
        objectName: "settings.photos"
        Layout.fillWidth: true
        text: qsTr("상품 사진 받기")
        help: qsTr("판매처의 사진을 받아 보여 드려요. 끄면 그 자리에 음식 그림이 나와요. 이미 보이는 사진은 화면을 다시 열 때 바뀌어요.")
        on: section.settings.photosOn
        onClicked: section.settings.setPhotos(!on)
    }
}
