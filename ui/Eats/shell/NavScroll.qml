import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The destinations, scrolled where a low window or large text leaves no room for all. */
Flickable {
    id: scroll

    required property Navigator navigator
    required property InboxViewModel inbox
    required property CartViewModel cart
    property bool upright: false

    signal chosen

    implicitHeight: contentHeight
    contentHeight: list.implicitHeight + 2 * Theme.s4
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    ScrollBar.vertical: Scroll {}

    NavList {
        id: list

        x: Theme.s4
        y: Theme.s4
        width: scroll.width - 2 * Theme.s4
        navigator: scroll.navigator
        inbox: scroll.inbox
        cart: scroll.cart
        upright: scroll.upright
        onChosen: scroll.chosen()
        onReached: (top, bottom) => scroll.contentY = Math.max(0, Math.min(Math.max(scroll.contentY, bottom + 2 * Theme.s4 - scroll.height), top))
    }
}
