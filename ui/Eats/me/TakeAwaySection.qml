import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Eats.ViewModels
import Eats.controls
import Eats.settings

/* Everything in a file to take along, and the end of everything here. */
Section {
    id: section

    required property MyDataViewModel data_

    signal eraseWanted

    title: qsTr("내 자료")
    symbol: "list"

    Field {
        title: qsTr("내보내기")
        help: qsTr("찜, 알림 조건, 장바구니, 주문, 냉장고, 장보기 목록, 별점, 검색어와 설정을 JSON 파일 하나로 저장해요. 결제 열쇠는 들어가지 않아요.")

        AppButton {
            objectName: "me.export"
            symbol: "forward"
            text: qsTr("내 자료 내보내기")
            onClicked: dialog.open()
        }
    }

    Line {}

    Field {
        title: qsTr("모두 지우기")
        help: qsTr("이 프로필의 자료와 백업, 사진 저장소, 기록을 지워요. 편성과 상품, 레시피는 남아요. 되돌릴 수 없어요.")

        Note {
            objectName: "me.blocked"
            Layout.fillWidth: true
            visible: text !== ""
            kind: "warn"
            text: section.data_.blockedText
        }

        AppButton {
            objectName: "me.erase"
            symbol: "warning"
            enabled: section.data_.blockedText === ""
            text: qsTr("내 정보 모두 지우기")
            onClicked: section.eraseWanted()
        }
    }

    FileDialog {
        id: dialog

        title: qsTr("내 자료를 저장할 파일")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("JSON 파일 (*.json)")]
        onAccepted: section.data_.exportTo(selectedFile)
    }
}
