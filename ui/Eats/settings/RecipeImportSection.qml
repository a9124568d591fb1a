import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Recipes from files that the shopper has, a page, or the public service. */
Section {
    id: section

    required property RecipeImportViewModel imports

    title: qsTr("레시피 가져오기")
    symbol: "bowl"
    intro: qsTr("받아 둔 레시피 파일(만개의레시피 공개 자료, 농식품 공공데이터, 식약처 조리식품)이나 레시피 페이지를 가져와요. 가져오는 동안 다른 화면을 봐도 되고, 멈춘 뒤 다시 하면 이어서 해요.")

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        visible: !section.imports.running
        spacing: Theme.s8

        AppButton {
            objectName: "settings.import.files"
            symbol: "plus"
            text: qsTr("파일 고르기")
            onClicked: dialog.open()
        }

        AppButton {
            objectName: "settings.import.service"
            visible: section.imports.hasKey
            text: qsTr("식약처 서비스에서 받기")
            onClicked: section.imports.importService()
        }
    }

    ImportProgress {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        imports: section.imports
    }

    Field {
        title: qsTr("레시피 페이지")
        visible: !section.imports.running

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s8

            EntryField {
                id: address

                objectName: "settings.import.address"
                Layout.fillWidth: true
                placeholderText: qsTr("https:// 주소")
                inputMethodHints: Qt.ImhUrlCharactersOnly
                maximumLength: 500
                onAccepted: section.imports.importPage(text)
            }

            AppButton {
                objectName: "settings.import.page"
                enabled: address.text !== ""
                text: qsTr("가져오기")
                onClicked: section.imports.importPage(address.text)
            }
        }
    }

    Field {
        title: qsTr("식약처 인증키")
        help: section.imports.hasKey ? qsTr("내 인증키를 저장해 두었어요. 이 컴퓨터 밖으로는 그 서비스에 물을 때만 나가요.") : qsTr("식품안전나라에서 받은 내 인증키를 저장하면 조리식품 레시피를 바로 받을 수 있어요.")
        visible: !section.imports.running

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s8

            SecretField {
                id: secret

                objectName: "settings.import.key"
                Layout.fillWidth: true
                placeholderText: qsTr("인증키")
                maximumLength: 200
            }

            AppButton {
                objectName: "settings.import.saveKey"
                enabled: secret.text !== "" || section.imports.hasKey
                text: secret.text === "" && section.imports.hasKey ? qsTr("지우기") : qsTr("저장")
                onClicked: {
                    section.imports.saveKey(secret.text);
                    secret.clear();
                }
            }
        }
    }

    FileDialog {
        id: dialog

        title: qsTr("레시피 파일")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("레시피 파일 (*.csv *.json *.jsonl *.html *.gz)"), qsTr("모든 파일 (*)")]
        onAccepted: section.imports.importFiles(selectedFiles)
    }
}
