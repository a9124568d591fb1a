pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* The products of a broadcast and when its main product is on again. */
ColumnLayout {
    id: parts

    required property BroadcastViewModel broadcast
    required property Hearts hearts
    readonly property var products: broadcast.products
    readonly property var later: broadcast.laterAirings

    signal opened(string key)

    spacing: Theme.s8

    SectionTitle {
        Layout.fillWidth: true
        visible: parts.products.count > 0
        text: qsTr("이 방송의 상품 %1개").arg(parts.products.count)
    }

    Repeater {
        model: parts.products

        delegate: ProductLine {
            Layout.fillWidth: true
            onOpened: parts.broadcast.openProduct(key)
            onWishToggled: parts.hearts.toggleProduct(key, name)
        }
    }

    TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        text: parts.broadcast.hiddenText
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }

    SectionTitle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s16
        visible: parts.later.count > 0
        text: qsTr("다음 방송")
    }

    Repeater {
        model: parts.later

        delegate: BroadcastLine {
            Layout.fillWidth: true
            onOpened: parts.opened(key)
            onWishToggled: parts.hearts.toggle(key)
        }
    }

    TextLine {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s8
        text: parts.broadcast.sourceText
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
