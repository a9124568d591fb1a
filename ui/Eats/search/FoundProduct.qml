import QtQuick
import Eats.ViewModels
import Eats.delegates

/* A product of the mall that was found. */
ProductLine {
    id: line

    required property SearchViewModel search
    required property Hearts hearts
    required property CartViewModel cart
    required whyText

    hint: qsTr("누르면 상품 화면을 열어요")
    cartText: qsTr("담기")
    onCartWanted: line.cart.put(line.key)
    onSellerWanted: line.search.openProduct(line.key)
    onWishToggled: line.hearts.toggleProduct(line.key, line.name)
}
