pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Under the broadcasts, where there is no room beside them: the first products of the mall. */
ColumnLayout {
    id: more

    required property SearchViewModel search
    required property Hearts hearts
    required property CartViewModel cart

    signal opened(string key)

    spacing: Theme.s12

    SectionTitle {
        Layout.topMargin: Theme.s16
        text: qsTr("콕 상품 %1개").arg(more.search.productCount)
    }

    Repeater {
        model: more.search.preview

        delegate: FoundProduct {
            Layout.fillWidth: true
            search: more.search
            hearts: more.hearts
            cart: more.cart
            onOpened: more.opened(key)
        }
    }

    AppButton {
        objectName: "search.allProducts"
        Layout.alignment: Qt.AlignHCenter
        visible: more.search.productCount > more.search.preview.count // qmllint disable missing-property
        text: qsTr("콕 상품 모두 보기")
        onClicked: more.search.chooseScope("products")
    }
}
