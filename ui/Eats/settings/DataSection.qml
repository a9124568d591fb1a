import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Section {
    id: section

    required property SettingsViewModel settings

    title: qsTr("내 데이터")
    symbol: "heart"

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: section.settings.isDemo
        kind: "warn"
        text: qsTr("체험 데이터예요. 지어낸 방송과 상품이고, 창을 닫으면 모두 지워져요.")
    }

    Field {
        title: qsTr("저장하는 곳")
        help: qsTr("찜과 알림, 설정은 이 컴퓨터에만 저장돼요. 밖으로 보내지 않아요.")

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: path.implicitHeight + 2 * Theme.s12
            radius: Theme.radiusM
            color: Theme.surfaceAlt

            Note {
                id: path

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.s12
                anchors.verticalCenter: parent.verticalCenter
                text: section.settings.dataFolder
                wrapMode: Text.WrapAnywhere
                color: Theme.text
                Accessible.name: qsTr("저장하는 폴더: %1").arg(text)
            }
        }

        AppButton {
            objectName: "settings.backup"
            symbol: "database"
            text: qsTr("지금 백업")
            onClicked: section.settings.backUp()
        }

        Note {
            Layout.fillWidth: true
            text: qsTr("찜과 알림을 이 폴더 안의 backups에 한 벌 더 저장해요. 하루에 한 번은 스스로 해요.")
        }
    }

    Line {}

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
