pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.settings

/* The stars that were given to recipes. */
Section {
    id: section

    required property MeViewModel me

    signal opened(string recipe)

    title: qsTr("내 별점")
    symbol: "star"

    Note {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        visible: rows.count === 0
        text: qsTr("별점을 남긴 레시피가 없어요. 레시피 화면에서 별을 눌러 보세요.")
    }

    Repeater {
        id: rows

        model: section.me.ratings

        delegate: RatingLine {
            narrow: section.width < Theme.px(640)
            onOpened: key => section.opened(key)
            onRated: (key, stars) => section.me.rate(key, stars)
        }
    }
}
