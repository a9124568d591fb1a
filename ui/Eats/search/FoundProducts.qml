pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.delegates

/* Products of the mall that were found. */
LineList {
    id: list

    required property SearchViewModel search
    required property Hearts hearts
    required property CartViewModel cart

    signal opened(string key)

    objectName: "search.products"
    model: search.products
    Accessible.name: qsTr("콕 상품 %1개").arg(search.productCount)

    delegate: FoundProduct {
        required property int index

        search: list.search
        hearts: list.hearts
        cart: list.cart
        width: list.lineWidth
        listed: true
        current: list.activeFocus && ListView.isCurrentItem
        onPressed: list.currentIndex = index
        onOpened: list.opened(key)
    }
}
