import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.controls
import Eats.me
import Eats.settings

ScrollPage {
    id: screen

    required property MeViewModel me
    required property PeopleViewModel people
    required property MyDataViewModel data_

    signal orderOpened(string order)
    signal ordersWanted
    signal recipeOpened(string recipe)
    signal productOpened(string product)
    signal asked(string words)

    objectName: "me"

    ScreenTitle {
        Layout.fillWidth: true
        text: qsTr("내 정보")
    }

    ProfileCard {
        people: screen.people
        onRenameWanted: naming.begin(false)
        onPinWanted: pinning.begin()
    }

    OrdersSection {
        me: screen.me
        onOpened: order => screen.orderOpened(order)
        onAllWanted: screen.ordersWanted()
    }

    SeenSection {
        me: screen.me
        onOpened: product => screen.productOpened(product)
    }

    SearchesSection {
        me: screen.me
        onAsked: words => screen.asked(words)
    }

    RatingsSection {
        me: screen.me
        onOpened: recipe => screen.recipeOpened(recipe)
    }

    BackupSection {
        data_: screen.data_
        onRestoreWanted: (key, when) => {
            sure.key = key;
            sure.when = when;
            sure.open();
        }
    }

    TakeAwaySection {
        data_: screen.data_
        onEraseWanted: erasing.begin()
    }

    PeopleSection {
        people: screen.people
        onAddWanted: naming.begin(true)
    }

    NamePopup {
        id: naming

        parent: Overlay.overlay
        people: screen.people
    }

    PinPopup {
        id: pinning

        parent: Overlay.overlay
        people: screen.people
    }

    ErasePopup {
        id: erasing

        parent: Overlay.overlay
        people: screen.people
        data_: screen.data_
    }

    ConfirmPopup {
        id: sure

        property string key: ""
        property string when: ""

        parent: Overlay.overlay
        symbol: "database"
        title: qsTr("%1 백업으로 되돌릴까요?").arg(when)
        help: qsTr("그 뒤에 한 찜과 주문 기록은 지금 화면에서 빠져요. 지금 것도 백업에 한 벌 남겨 둬요. 창이 잠깐 닫혔다 다시 열려요.")
        yes: qsTr("되돌리기")
        onConfirmed: screen.data_.restore(key)
    }
}
