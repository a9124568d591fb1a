import QtQuick
import Eats.ViewModels
import Eats.delegates

/* What the mall has like the chosen product of a broadcast. */
Shelf {
    required property BroadcastViewModel broadcast

    objectName: "broadcast.shelf"
    shelf: broadcast.shelf as ShelfViewModel
    title: qsTr("콕의 비슷한 상품")
    detail: broadcast.chosenName === "" ? qsTr("값은 이 방송 상품과 견줘요.") : qsTr("값은 ‘%1’ 상품과 견줘요.").arg(broadcast.chosenName)
}
