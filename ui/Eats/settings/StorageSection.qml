import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What lies where and how much room it takes. */
Section {
    id: section

    required property SettingsViewModel settings
    required property MyDataViewModel data_
    required property PhotoStoreViewModel photos

    title: qsTr("저장 공간")
    symbol: "database"

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

        Note {
            objectName: "settings.sizes"
            Layout.fillWidth: true
            text: section.data_.sizesText
            lineHeight: 1.4
        }
    }

    Line {}

    Field {
        title: qsTr("상품 사진")
        help: section.photos.sizeText

        AppButton {
            objectName: "settings.clearPhotos"
            symbol: "x"
            enabled: section.photos.canClear
            text: qsTr("사진 비우기")
            onClicked: section.photos.clear()
        }
    }

    Line {}

    Field {
        title: qsTr("백업")
        help: section.data_.backupText

        AppButton {
            objectName: "settings.backup"
            symbol: "database"
            text: qsTr("지금 백업")
            onClicked: section.data_.backUp()
        }

        Note {
            Layout.fillWidth: true
            text: qsTr("찜과 알림, 주문을 이 폴더 안의 backups에 한 벌 더 저장해요. 하루에 한 번은 스스로 해요. 되돌리기는 내 정보에 있어요.")
        }
    }
}
